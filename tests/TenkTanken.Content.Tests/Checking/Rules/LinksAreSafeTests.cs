using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class LinksAreSafeTests
{
    private const string Conversation = ContentCopy.Draft + "/nb/conversation.md";

    [Theory]
    [InlineData("[Det](javascript:alert(1))", "javascript:alert(1)")]
    [InlineData("[Det](JavaScript:alert(1))", "JavaScript:alert(1)")]
    [InlineData("[Det](data:text/html,x)", "data:text/html,x")]
    [InlineData("[Det](http://example.org/)", "http://example.org/")]
    [InlineData("[Det](file:///etc/passwd)", "file:///etc/passwd")]
    [InlineData("[Det](//example.org)", "//example.org")]
    [InlineData("[Det](/nb/tegn)", "/nb/tegn")]
    [InlineData("<ftp://example.org>", "ftp://example.org")]
    public void A_link_we_do_not_use_is_named_with_its_line(string written, string link)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"{written} aller viktigste");

        content.SaysInBoth(
            $"{Conversation}:11  Lenken «{link}» er ikke tillatt. Lenker går til en side (conversation.md), eller begynner med https: eller mailto:.",
            $"{Conversation}:11  The link “{link}” is not allowed. Links go to a page (conversation.md), or begin with https: or mailto:.");
    }

    [Fact]
    public void A_link_that_is_named_first_and_defined_below_is_looked_at_too()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "[Det][x] aller viktigste");
        content.Append(Conversation, "\n[x]: javascript:alert(1)\n");

        content.Says($"{Conversation}:11  Lenken «javascript:alert(1)» er ikke tillatt. Lenker går til en side (conversation.md), eller "
            + "begynner med https: eller mailto:.");
    }

    [Theory]
    [InlineData("https://example.org/a.png")]
    [InlineData("a.png")]
    public void A_picture_is_named(string picture)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"![]({picture}) Det aller viktigste");

        content.Says($"{Conversation}:11  Bilder kan ikke settes inn i teksten. Ta bort «{picture}».");
    }

    [Fact]
    public void Links_of_the_schemes_we_use_are_fine()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste",
            "<https://example.org> <a@example.org> [a](mailto:a@example.org) [b](HTTPS://example.org/) `[c](javascript:d)` Det aller viktigste");

        content.Says();
    }
}
