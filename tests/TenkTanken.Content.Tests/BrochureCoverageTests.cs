using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Content.Tests;

/// <summary>docs/brochure-coverage.md says what became of every sentence of the brochure; this holds it to it.</summary>
public sealed partial class BrochureCoverageTests
{
    private static readonly List<Line> Lines = [.. ReadLines()];

    [Fact]
    public void Every_sentence_and_bullet_of_the_brochure_has_its_line()
    {
        // 2 of the title, 5 of the voice, 8 on what it is, 1 + 9 + 2 on the signs, 9 on what to do, 6 to be aware of,
        // 9 of the example, 4 situations, 2 on RVTS.
        Assert.Equal(Enumerable.Range(1, 57), Lines.Select(line => line.Number));
    }

    [Fact]
    public void Every_id_it_names_exists()
    {
        var library = ContentLoader.Load(Repository.Content).Library!;
        var words = library.Current.In(library.Site.DefaultLanguage);
        var anchors = words.Pages
            .SelectMany(page => page.Sections.SelectMany(section => section.Sections.Prepend(section)).Select(section => $"{page.Id}.md#{section.Id}"))
            .ToHashSet();

        Assert.All(Lines, line =>
        {
            Assert.NotEmpty(line.Places);
            Assert.All(line.Places, place => Assert.Contains(place, anchors));
        });
    }

    [Fact]
    public void No_id_carries_more_than_four_lines()
    {
        var carried = Lines.SelectMany(line => line.Places).CountBy(place => place);

        Assert.All(carried, place => Assert.True(place.Value <= 4, $"{place.Key} carries {place.Value}"));
    }

    private static IEnumerable<Line> ReadLines() =>
        from text in File.ReadLines(Path.Combine(Repository.Root, "docs", "brochure-coverage.md"))
        let match = Row().Match(text)
        where match.Success
        select new Line(
            int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture),
            match.Groups["places"].Value.Split(", "));

    [GeneratedRegex(@"^\| (?<number>\d+) \| [^|]+ \| (?<places>[^|]+) \|")]
    private static partial Regex Row();

    private sealed record Line(int Number, string[] Places);
}
