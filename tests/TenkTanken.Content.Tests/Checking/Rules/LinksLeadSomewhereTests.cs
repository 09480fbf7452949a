using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class LinksLeadSomewhereTests
{
    private const string Conversation = ContentCopy.Draft + "/nb/conversation.md";

    [Theory]
    [InlineData("no-such-page.md")]
    [InlineData("signs.md#no-such-id")]
    [InlineData("#no-such-id")]
    [InlineData("signs")]
    [InlineData("../../../site.yaml")]
    [InlineData("../../2026-1/nb/signs.md")]
    public void A_link_that_leads_nowhere_is_named_with_its_line(string link)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"[Det]({link}) aller viktigste");

        content.SaysInBoth(
            $"{Conversation}:11  Lenken «{link}» leder ingen steder. Rett filnavnet eller id-en.",
            $"{Conversation}:11  The link “{link}” leads nowhere. Mend the file name or the id.");
    }

    [Theory]
    [InlineData("- Til begge: ", "- [Til](nowhere.md) begge: ", 14)]
    [InlineData("Gjør det til en rutine", "Gjør\n[det](nowhere.md) til en rutine", 12)]
    public void It_is_found_in_a_part_and_on_the_second_line_of_a_paragraph(string old, string @new, int line)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, old, @new);

        content.Says($"{Conversation}:{line}  Lenken «nowhere.md» leder ingen steder. Rett filnavnet eller id-en.");
    }

    [Theory]
    [InlineData("signs.md")]
    [InlineData("checklist.md#caveat")]
    [InlineData("#not-now")]
    [InlineData("https://example.org/no-such-page.md")]
    [InlineData("mailto:a@example.org")]
    public void A_link_that_leads_somewhere_is_fine(string link)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"[Det]({link}) aller viktigste");

        content.Says();
    }

    [Fact]
    public void A_link_in_code_is_no_link()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "`[Det](nowhere.md)` aller viktigste");

        content.Says();
    }

    [Fact]
    public void A_link_to_a_page_that_cannot_be_read_is_not_wrong_for_it()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "[Det](about.md#what-this-is) aller viktigste");
        content.Replace($"{ContentCopy.Draft}/nb/about.md", "---\nslug", "slug");

        Assert.Equal($"{ContentCopy.Draft}/nb/about.md", content.OnlyProblem().File);
    }
}
