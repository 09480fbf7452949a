using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class NoRawHtmlTests
{
    private const string Conversation = ContentCopy.Draft + "/nb/conversation.md";

    [Theory]
    [InlineData("<b>")]
    [InlineData("</b>")]
    [InlineData("<br/>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<script>")]
    [InlineData("<my-element a=\"b\">")]
    public void A_tag_is_named_with_its_line(string tag)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"{tag} Det aller viktigste");

        content.SaysInBoth(
            $"{Conversation}:11  «{tag}» er HTML, og det brukes ikke her. Skriv det som vanlig tekst eller Markdown.",
            $"{Conversation}:11  “{tag}” is HTML, which is not used here. Write it as plain text or Markdown.");
    }

    [Theory]
    [InlineData("<!-- skjult -->", "<!-")]
    [InlineData("<!DOCTYPE html>", "<!D")]
    [InlineData("<?php 1 ?>", "<?p")]
    public void A_comment_or_an_instruction_is_named_by_how_it_begins(string written, string text)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"{written} Det aller viktigste");

        content.Says($"{Conversation}:11  «{text}» er HTML, og det brukes ikke her. Skriv det som vanlig tekst eller Markdown.");
    }

    [Fact]
    public void Titles_headings_texts_and_facts_are_looked_at_too()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "title: Samtalen", "title: <i>Samtalen");
        content.Replace(Conversation, "## Snakk alene", "## <i> Snakk alene");
        content.Replace("texts/nb.yaml", "  menu: Meny", "  menu: <i>Meny");
        content.Replace("facts/contacts.yaml", "    nb: \"ROSA {value}\"", "    nb: \"<i>ROSA {value}\"");

        Assert.Equal(
            [
                $"{Conversation}:3", $"{Conversation}:9", $"facts/contacts.yaml:{content.LineOf("facts/contacts.yaml", "<i>ROSA")}",
                $"texts/nb.yaml:{content.LineOf("texts/nb.yaml", "  menu:")}",
            ],
            content.Load().Problems.Select(problem => problem.Place));
    }

    [Fact]
    public void A_tag_over_two_lines_is_named_where_it_begins()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "Det\n<b\nclass=x> aller viktigste");

        Assert.Equal(12, content.OnlyProblem().Line);
    }

    [Theory]
    [InlineData("1 < 2 > 1, a<b")]
    [InlineData("<3")]
    [InlineData("<https://example.org> <a@example.org>")]
    [InlineData("`<b>`")]
    [InlineData("&lt;b&gt;")]
    public void What_is_no_tag_is_fine(string text)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"{text} Det aller viktigste");

        content.Says();
    }

    [Fact]
    public void A_block_of_code_may_hold_a_tag()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "## Snakk alene", "```\n<b>\n```\n\n## Snakk alene");

        content.Says();
    }
}
