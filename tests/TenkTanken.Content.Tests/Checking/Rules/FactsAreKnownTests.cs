using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class FactsAreKnownTests
{
    private const string Conversation = ContentCopy.Draft + "/nb/conversation.md";

    [Theory]
    [InlineData("{fact:rose}", "rose")]
    [InlineData("{fact:penal-code-999}", "penal-code-999")]
    public void One_that_is_not_there_is_named_with_its_line(string written, string id)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"{written} Det aller viktigste");

        content.SaysInBoth(
            $"{Conversation}:11  Faktumet «{id}» finnes ikke i mappen facts. Rett id-en, eller legg det til der.",
            $"{Conversation}:11  The fact “{id}” is not in the folder facts. Mend the id, or add it there.");
    }

    [Fact]
    public void It_is_found_in_a_part_too()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "- Til begge: ", "- {fact:rose} Til begge: ");

        content.Says($"{Conversation}:14  Faktumet «rose» finnes ikke i mappen facts. Rett id-en, eller legg det til der.");
    }

    [Theory]
    [InlineData("{fact:rosa}")]
    [InlineData("\\{fact:rose}")]
    [InlineData("faktum og {en:fact}")]
    public void What_is_known_or_is_no_fact_is_fine(string text)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"{text} Det aller viktigste");

        content.Says();
    }
}
