using TenkTanken.Browser.Tests.Everywhere;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Browser.Tests.RealContent;

/// <summary>
/// Every page that readers get, in each language. What is asked of pages whatever their words are is asked of the tests' own
/// (<see cref="AccessibilityTests"/>); what words can break is asked here.
/// </summary>
public sealed class RealPagesTests(TestBench bench) : Journey(bench)
{
    /// <summary>An earlier edition has nothing to do, only something to read.</summary>
    private static readonly PageKind[] OnlyToday = [PageKind.Practice, PageKind.ComeBack, PageKind.Changes];

    private static readonly ContentLibrary Library = ContentLoader.Load(Folders.RealContent).Library
        ?? throw new InvalidOperationException("The content cannot be shown. The check says why: dotnet run --project src/TenkTanken.Cli -- check");

    public static TheoryData<string> Languages => [.. Library.Site.Languages.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_is_for_everybody_in_every_language_and_edition(string language)
    {
        var visitor = await VisitorAsync(address: (await Bench.RealSiteAsync()).Address);
        var telling = DiscreetTests.TellingIn(Folders.RealContent, language);
        var found = new List<string>();
        foreach (var address in PagesIn(language))
        {
            if (await AskedPages.HasAsync(visitor.Address + address))
            {
                continue;
            }

            await visitor.Page.SetViewportSizeAsync(Screens.Phone.Width, Screens.Phone.Height);
            await visitor.GoAsync(address);
            var faults = await AccessibilityTests.BrokenByWordsAsync(Bench, visitor, telling);
            found.AddRange(faults.Select(fault => $"{address}: {fault}"));
            if (faults.Count == 0)
            {
                await AskedPages.AddAsync(visitor.Address + address);
            }
        }

        Found.Nothing(found);
    }

    /// <summary>
    /// Those of today, and of the earlier editions each page that says something else than it does in a later one: as editions
    /// are made by copying the one before, most pages say the same, and the tests would grow with every edition.
    /// </summary>
    private static IEnumerable<string> PagesIn(string language)
    {
        var said = new HashSet<string>();
        foreach (var edition in Library.Before(Library.Current).Where(edition => edition.IsOut).Prepend(Library.Current))
        {
            foreach (var page in edition.ByLanguage.GetValueOrDefault(language)?.Pages ?? [])
            {
                if (said.Add(Said(page)) && (edition == Library.Current || !OnlyToday.Contains(page.Kind)))
                {
                    yield return page.Address;
                }
            }
        }
    }

    private static string Said(Page page)
    {
        var sections = page.Sections.SelectMany(section => section.Sections.Prepend(section));

        return string.Join('\n',
            sections.SelectMany(section => new[] { section.Title, section.Source }).Prepend(page.IntroSource).Prepend(page.Title).Prepend(page.Id));
    }
}
