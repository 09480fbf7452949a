using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class LinksHaveWordsAndAddressesTests
{
    [Fact]
    public void A_link_without_an_address_is_told()
    {
        Pasted.Is(ProblemKind.LinkWithoutAddress, blocks: true, "[x]()", "Se [samtalen]( ) nå", "[**x**]()", "[x](<>)");

        Assert.Equal("Lenken «x» har ingen adresse. Skriv hvor den fører: [x](conversation.md).", Pasted.Says("[x]()"));
    }

    [Fact]
    public void A_link_without_words_is_told()
    {
        Pasted.Is(ProblemKind.LinkWithoutWords, blocks: true, "[](conversation.md)", "[ ](conversation.md)", "Se [&nbsp;](https://example.org/) nå",
            "[](conversation.md#not-now)");

        Assert.Equal("The link to “conversation.md” has no words, so nobody sees it. Write the words in the brackets: [words](conversation.md).",
            Pasted.Says("[](conversation.md)", "en"));
    }

    [Fact]
    public void Words_in_any_dress_are_words()
    {
        Pasted.IsFine("[x](conversation.md)", "[*x*](conversation.md)", "[`x`](conversation.md)", "[{en:x}](conversation.md)", "[&amp;](conversation.md)");
    }
}
