using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class EveryLineIsShownTests
{
    [Fact]
    public void Words_that_are_read_as_the_address_of_a_link_are_told()
    {
        Pasted.Is(ProblemKind.LinkNotShown, blocks: true, "[^1]: kort", "[NB]: husk", "[Kilde]: https://example.org/", "[x]:(conversation.md)",
            "[1]: conversation.md \"Samtalen\"");

        Assert.Equal("Linjen «[NB]: husk» vises ikke: den leses som adressen til en lenke. Skriv den uten klammer, eller lenken som "
            + "[ord](conversation.md).", Pasted.Says("[NB]: husk"));
    }

    [Fact]
    public void A_rule_of_hyphens_is_advised_of()
    {
        Pasted.Is(ProblemKind.RuleNotShown, blocks: false, "---", "***", "- - -", "________");
    }

    [Fact]
    public void An_address_that_a_link_uses_is_fine()
    {
        Pasted.IsFine("[samtalen][s]\n\n[s]: conversation.md", "[s2]\n\n[s2]: conversation.md");
    }
}
