using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class EverySignHasItsThreePartsTests
{
    private const string Draft = ContentCopy.Draft + "/edition.yaml";
    private const string Checklist = ContentCopy.Draft + "/nb/checklist.md";

    [Theory]
    [InlineData("why")]
    [InlineData("ordinary")]
    [InlineData("next")]
    public void A_sign_without_one_of_its_parts_is_named_with_the_line_of_its_heading(string part)
    {
        using var content = ContentCopy.WithDraft();
        var text = content.Read(Checklist);
        var start = text.IndexOf($"::: {part}", StringComparison.Ordinal);
        content.Write(Checklist, text[..start] + text[(text.IndexOf("\n:::\n", start, StringComparison.Ordinal) + 5)..]);

        content.SaysInBoth(
            $"{Checklist}:22  «fear-or-stress» mangler delen «::: {part}». Skriv den under overskriften.",
            $"{Checklist}:22  “fear-or-stress” lacks the part “::: {part}”. Write it below the heading.");
    }

    [Fact]
    public void A_sign_of_the_structure_that_is_not_on_the_page_is_named_at_the_signs()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "signs:\n  - id", "signs:\n  - id: never-alone\n    matters: []\n  - id");

        content.SaysInBoth(
            $"{Checklist}:20  Tegnet «never-alone» står i edition.yaml, men mangler her. Skriv det, eller ta det ut av edition.yaml.",
            $"{Checklist}:20  The sign “never-alone” stands in edition.yaml, but is missing here. Write it, or take it out of edition.yaml.");
    }

    [Fact]
    public void A_sign_of_the_page_that_is_not_in_the_structure_is_named_with_its_line()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Checklist, "## Hvis du", "### Nytt {#never-alone}\n\n::: why\nA\n:::\n\n::: ordinary\n- B\n:::\n\n::: next\nC\n:::\n\n## Hvis du");

        content.Says($"{Checklist}:{content.LineOf(Checklist, "{#never-alone}")}  Tegnet «never-alone» står ikke under signs i edition.yaml. Føy det til der.");
    }

    [Fact]
    public void The_edition_of_2016_has_no_checklist_and_misses_nothing()
    {
        using var content = new ContentCopy();

        Assert.DoesNotContain(content.Load().Problems, problem => problem.File.StartsWith("editions/2016/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sign_without_its_parts_keeps_the_whole_from_being_shown()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Checklist, "::: ordinary", "::: next");

        var loaded = content.Load();

        Assert.Null(loaded.Library);
        Assert.Equal([ProblemKind.PartMissing, ProblemKind.PartUnknown], loaded.Problems.Select(problem => problem.Kind));
    }
}
