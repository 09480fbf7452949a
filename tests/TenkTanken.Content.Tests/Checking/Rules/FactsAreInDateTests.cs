using System.Text.RegularExpressions;
using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed partial class FactsAreInDateTests
{
    private const string Facts = "facts/trial.yaml";
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void One_that_should_have_been_looked_up_is_advice()
    {
        using var content = WithFact("2025-11-23", "2026-11-23");

        var loaded = content.Load(Today);

        Assert.Equal([$"{Facts}:9  «trial» skulle vært kontrollert igjen innen 2026-11-23. Se etter i kilden. Rett det som er endret, og "
            + "sett checked til i dag."], loaded.Problems.Select(problem => $"{problem}"));
        Assert.Equal("“trial” should have been checked again by 2026-11-23. Look it up in the source. Mend what has changed, and "
            + "set checked to today.", $"{loaded.Problems[0].Wrong("en")} {loaded.Problems[0].Remedy("en")}");
        Assert.NotNull(loaded.Library);
    }

    [Fact]
    public void One_that_was_looked_up_tomorrow_is_a_slip_of_the_pen()
    {
        using var content = WithFact("2026-11-25", "2027-11-25");

        var loaded = content.Load(Today);

        Assert.Equal([$"{Facts}:8  «trial» er kontrollert 2026-11-25, og den dagen er ikke kommet. Sett checked til dagen det ble kontrollert."],
            loaded.Problems.Select(problem => $"{problem}"));
        Assert.Null(loaded.Library);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-23", "2026-05-23")]
    public void One_to_be_looked_up_before_it_was_is_a_slip_of_the_pen(string @checked, string checkAgain)
    {
        using var content = WithFact(@checked, checkAgain);

        content.Says($"{Facts}:9  «trial» skal kontrolleres igjen før den ble kontrollert. Sett check-again til en dag etter checked.");
        Assert.Single(content.Load(Today).Problems);
    }

    [Theory]
    [InlineData("2026-11-24", "2027-11-24")]
    [InlineData("2026-05-24", "2026-11-24")]
    public void Looked_up_today_and_due_today_is_in_date(string @checked, string checkAgain)
    {
        using var content = WithFact(@checked, checkAgain);

        Assert.Empty(content.Load(Today).Problems);
    }

    [Fact]
    public void A_date_that_is_none_is_one_problem()
    {
        using var content = WithFact("23.11.2026", "2027-11-23");

        Assert.Equal(ProblemKind.NotADate, Assert.Single(content.Load(Today).Problems).Kind);
    }

    [Fact]
    public void Nobody_is_told_who_does_not_say_what_day_it_is()
    {
        using var content = WithFact("2020-11-23", "2021-11-23");

        content.Says();
    }

    private static ContentCopy WithFact(string @checked, string checkAgain)
    {
        var content = ContentCopy.WithDraft();
        foreach (var path in Directory.EnumerateFiles(content.PathOf("facts")))
        {
            // The real ones are looked up on days of their own.
            var text = File.ReadAllText(path);
            Assert.Matches(Dates(), text);
            File.WriteAllText(path, Dates().Replace(text, "  checked: 2020-01-01\n$1  check-again: 2099-01-01"));
        }

        content.Write(Facts, $"trial:\n  value: Prøve\n  address: https://example.org/\n  words:\n    nb: Prøve\n  source: Oss\n  "
            + $"source-address: https://example.org/\n  checked: {@checked}\n  check-again: {checkAgain}\n  checked-in: source\n");

        return content;
    }

    [GeneratedRegex("^  checked: .*\n((?:  (?:#|checked-in:).*\n)*)  check-again: .*$", RegexOptions.Multiline)]
    private static partial Regex Dates();
}
