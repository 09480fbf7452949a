using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class TitlesAndHeadingsAreWordsTests
{
    private const string About = ContentCopy.Draft + "/nb/about.md";

    [Theory]
    [InlineData("Ring {fact:rosa}", "{fact:rosa}")]
    [InlineData("[Ring](contacts.md)", "contacts.md")]
    [InlineData("Se <https://example.org>", "https://example.org")]
    [InlineData("Du &amp; jeg", "&amp;")]
    public void A_heading_loses_what_is_not_words(string heading, string text)
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, $"\n## {heading} {{#new-heading}}\n");
        var line = content.LineOf(About, "{#new-heading}");

        content.SaysInBoth(
            $"{About}:{line}  Her kan det bare stå ord, ikke «{text}». Skriv det med ord, eller flytt det ned i teksten.",
            $"{About}:{line}  Only words can stand here, not “{text}”. Say it in words, or move it down into the text.");
    }

    [Theory]
    [InlineData("title: Om", "title: Ring {fact:rosa} om", 3)]
    [InlineData("description: ", "description: \"Ring {fact:rosa}.\" #", 4)]
    public void A_title_and_a_description_show_a_fact_as_it_is_written(string old, string @new, int line)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(About, old, @new);

        content.Says($"{About}:{line}  Her kan det bare stå ord, ikke «{{fact:rosa}}». Skriv det med ord, eller flytt det ned i teksten.");
    }

    [Fact]
    public void A_text_shows_a_fact_as_it_is_written()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace("texts/nb.yaml", "  menu: Meny", "  menu: \"Meny {fact:rosa}\"");

        content.Says($"texts/nb.yaml:{content.LineOf("texts/nb.yaml", "  menu:")}  Her kan det bare stå ord, ikke «{{fact:rosa}}». Skriv "
            + "det med ord, eller flytt det ned i teksten.");
    }

    [Fact]
    public void Emphasis_code_and_words_of_another_language_are_words()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, "\n## *Helt* **ny** `kode` og {en:words} _til_ {#new-heading}\n");

        content.Says();
    }
}
