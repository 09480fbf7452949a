using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>docs/accessibility.md, which tells of every criterion how it is met and what holds it.</summary>
public sealed partial class AccessibilityTableTests
{
    /// <summary>WCAG 2.2, levels A and AA, as the recommendation numbers them. (4.1.1 is obsolete and removed.)</summary>
    private static readonly Dictionary<string, string> Criteria = new()
    {
        ["A"] = """
            1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
            2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2
            """,
        ["AA"] = """
            1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2
            3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3
            """,
    };

    private static readonly string Document = File.ReadAllText(Path.Combine(TestContent.Root(), "docs", "accessibility.md"));

    private static readonly IReadOnlyList<(string Number, string Level, string How, string HeldBy)> Rows =
        [.. Row().Matches(Document).Select(row => (row.Groups["number"].Value, row.Groups["level"].Value, row.Groups["how"].Value, row.Groups["held"].Value))];

    [Fact]
    public void Every_criterion_of_levels_a_and_aa_stands_in_it_once()
    {
        foreach (var (level, numbers) in Criteria)
        {
            Assert.Equal(
                numbers.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
                Rows.Where(row => row.Level == level).Select(row => row.Number).Order(StringComparer.Ordinal));
        }

        Assert.Equal(55, Rows.Count);
    }

    [Fact]
    public void Each_says_how_it_is_met_and_names_a_test_or_what_was_done_by_hand()
    {
        Assert.All(Rows, row =>
        {
            Assert.NotEmpty(row.How);
            Assert.Matches(@"`\w+`|^By hand: .+ \d{4}$", row.HeldBy);
        });
    }

    [Fact]
    public void Every_test_it_names_exists() => DeclaredTests.AssertThere(Document);

    [GeneratedRegex(@"^\| (?<number>\d\.\d\.\d+) [^|]+ \| (?<level>A{1,3}) \| (?<how>[^|]*) \| (?<held>[^|]*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
