using Xunit;

namespace TenkTanken.Content.Tests;

public sealed class PartTests
{
    [Fact]
    public void Every_kind_of_part_has_a_label_of_its_own_in_every_language()
    {
        var languages = ContentLoader.Load(Repository.Content).Library!.Texts.Values;

        Assert.Equal(3, languages.Count());
        Assert.All(languages, texts => Assert.Distinct(Enum.GetValues<PartKind>().Select(texts.LabelOf)));
        Assert.All(languages, texts => Assert.All(Enum.GetValues<PartKind>(), kind => Assert.NotEmpty(texts.LabelOf(kind))));
    }

    [Fact]
    public void Parts_are_shown_in_one_order_whatever_order_the_file_has()
    {
        using var content = ContentCopy.WithDraft();
        content.Append($"{ContentCopy.Draft}/nb/conversation.md", "\n## Prøve {#trial}\n\n::: avoid\nLa være.\n:::\n\n::: say\nSi det slik.\n:::\n");

        var trial = content.Load().Library!.Editions["2026-9"].ByLanguage["nb"].Page("conversation")!.Section("trial")!;

        Assert.Equal([("say", "<p>Si det slik.</p>"), ("avoid", "<p>La være.</p>")], trial.Parts.Select(part => (part.Kind.Name(), part.Text.Value.Trim())));
    }

    [Fact]
    public void What_one_may_choose_stands_between_the_explanations_and_the_next_step()
    {
        var library = ContentLoader.Load(Repository.Content).Library!;

        Assert.All(library.Editions["2026-2"].ByLanguage.Values, words => Assert.Equal(
            [PartKind.Wonder, PartKind.Ordinary, PartKind.Choices, PartKind.Next], words.Section("case-car-wash")!.Parts.Select(part => part.Kind)));
    }
}
