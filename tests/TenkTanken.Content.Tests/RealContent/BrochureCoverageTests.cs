using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Content.Tests.RealContent;

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
        var library = Real.Library;
        var anchors = AnchorsOf(library.Current, library);

        Assert.All(Lines, line =>
        {
            Assert.NotEmpty(line.Places);
            Assert.All(line.Places, place => Assert.Contains(place, anchors));
        });
    }

    [Fact]
    public void The_brochure_as_it_was_carries_every_line()
    {
        var library = Real.Library;
        var anchors = AnchorsOf(library.Editions["2016"], library);

        Assert.All(Lines, line =>
        {
            Assert.NotEmpty(line.Then);
            Assert.All(line.Then, place => Assert.Contains(place, anchors));
        });
    }

    [Fact]
    public void The_brochure_as_it_was_says_no_more_than_the_brochure()
    {
        var library = Real.Library;
        var brochure = library.Editions["2016"];

        // The home page leads to the others, and some headings only gather those below: what says something is a line.
        var saying = brochure.In(library.Site.DefaultLanguage).Pages
            .Where(page => page.Kind != PageKind.Home)
            .SelectMany(page => SectionsOf(page).Where(section => section.Sections.Count == 0).Select(section => $"{page.Id}.md#{section.Id}"));

        Assert.Empty(saying.Except(Lines.SelectMany(line => line.Then)));
    }

    [Fact]
    public void No_id_carries_more_than_four_lines()
    {
        Assert.All(Lines.SelectMany(line => line.Places).CountBy(place => place), NoMoreThanFour);
        Assert.All(Lines.SelectMany(line => line.Then).CountBy(place => place), NoMoreThanFour);
    }

    private static void NoMoreThanFour(KeyValuePair<string, int> place) => Assert.True(place.Value <= 4, $"{place.Key} carries {place.Value}");

    private static HashSet<string> AnchorsOf(Edition edition, ContentLibrary library) =>
        [.. edition.In(library.Site.DefaultLanguage).Pages.SelectMany(page => SectionsOf(page).Select(section => $"{page.Id}.md#{section.Id}"))];

    private static IEnumerable<Section> SectionsOf(Page page) => page.Sections.SelectMany(section => section.Sections.Prepend(section));

    private static IEnumerable<Line> ReadLines() =>
        from text in File.ReadLines(Path.Combine(Repository.Root, "docs", "brochure-coverage.md"))
        let match = Row().Match(text)
        where match.Success
        select new Line(
            int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture),
            match.Groups["places"].Value.Split(", "),
            match.Groups["then"].Value.Split(", "));

    [GeneratedRegex(@"^\| (?<number>\d+) \| [^|]+ \| (?<places>[^|]+) \| (?<then>[^|]+) \|")]
    private static partial Regex Row();

    /// <param name="Places">Where the edition of today carries it.</param>
    /// <param name="Then">Where the edition of 2016 retells it.</param>
    private sealed record Line(int Number, string[] Places, string[] Then);
}
