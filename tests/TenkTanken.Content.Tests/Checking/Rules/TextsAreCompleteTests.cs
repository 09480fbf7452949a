using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class TextsAreCompleteTests
{
    private const string Nynorsk = "texts/nn.yaml";

    [Fact]
    public void A_text_that_fills_in_less_is_named()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Nynorsk, "{edition}", "2026");
        var line = content.LineOf(Nynorsk, "2026");

        content.SaysInBoth(
            $"{Nynorsk}:{line}  «frame.edition» mangler {{edition}}. Sett det inn der det skal stå, som i nb.",
            $"{Nynorsk}:{line}  “frame.edition” lacks {{edition}}. Put it where it should stand, as in nb.");
    }

    [Fact]
    public void A_text_that_fills_in_what_nobody_gives_is_named()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Nynorsk, "{edition}", "{edition} {number}");

        content.Says($"{Nynorsk}:{content.LineOf(Nynorsk, "{edition} {number}")}  «frame.edition» har {{number}}, og det fyller ingen inn. "
            + "Ta det bort, eller rett skrivemåten.");
    }

    [Theory]
    [InlineData("nb", "nn")]
    [InlineData("nn", "nb")]
    public void A_year_has_twelve_months_in_every_language(string language, string other)
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        var file = $"texts/{language}.yaml";
        content.Replace(file, ", desember]", "]");

        content.Says($"{file}:{content.LineOf(file, "months:")}  «dates.months» har 11 ord, men skal ha 12. Skriv dem alle, som i {other}.");
    }

    [Fact]
    public void A_year_without_months_is_named_in_the_only_language_too()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace("texts/nb.yaml", "  months: [januar, februar, mars, april, mai, juni, juli, august, september, oktober, november, desember]",
            "  months: []");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.ListLength, "texts/nb.yaml"), (problem.Kind, problem.File));
    }

    [Fact]
    public void A_list_that_is_none_is_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace("texts/nb.yaml", "  months: [", "  months: \"[");
        content.Replace("texts/nb.yaml", "desember]", "desember]\"");

        Assert.Equal(ProblemKind.NotAList, content.OnlyProblem().Kind);
    }

    [Fact]
    public void The_same_may_be_filled_in_twice_and_in_another_order()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Nynorsk, "  day: \"{day}. {month} {year}\"", "  day: \"{year} {month} {day} {day}\"");

        content.Says();
    }

    [Theory]
    [InlineData(ProblemKind.KeyMissing, "  menu: Meny\n", "", "frame:")]
    [InlineData(ProblemKind.KeyMissing, "  menu: Meny\n", "  menu: \"  \"\n", "  menu:")]
    [InlineData(ProblemKind.KeyUnknown, "  menu: Meny\n", "  menu: Meny\n  menyen: Meny\n", "  menyen:")]
    public void A_key_that_is_missing_empty_or_unknown_is_named(ProblemKind kind, string old, string @new, string line)
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Nynorsk, old, @new);

        var problem = content.OnlyProblem();

        // What is missing in a map is missed at its first key.
        Assert.Equal((kind, Nynorsk, content.LineOf(Nynorsk, line) + (line == "frame:" ? 1 : 0)), (problem.Kind, problem.File, problem.Line));
    }
}
