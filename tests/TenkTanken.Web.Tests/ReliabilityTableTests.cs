using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>docs/reliability.md, which tells of every property what holds it.</summary>
public sealed partial class ReliabilityTableTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(TestContent.Root(), "docs", "reliability.md"));

    private static readonly int[] Properties = [.. Enumerable.Range(1, 9), .. Enumerable.Range(29, 7), 37, 42, 45, .. Enumerable.Range(48, 5)];

    [Fact]
    public void Every_property_stands_in_it_once_with_what_holds_it()
    {
        // The trials below have a table of their own.
        var rows = Row().Matches(Document.Split("\n## ").Single(section => section.StartsWith("What holds what", StringComparison.Ordinal)));

        Assert.Equal(Properties, rows.Select(row => int.Parse(row.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(rows, row => Assert.True(
            DeclaredTests.NamedIn(row.Groups["held"].Value).Count > 0 || row.Groups["held"].Value.Contains("./tests/endurance", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_test_it_names_exists() => DeclaredTests.AssertThere(Document);

    [GeneratedRegex(@"^\| P(?<number>\d+) \| [^|]+ \| (?<held>[^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
