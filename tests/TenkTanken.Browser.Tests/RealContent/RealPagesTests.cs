using TenkTanken.Browser.Tests.Everywhere;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Browser.Tests.RealContent;

/// <summary>
/// Every page that readers get, in each language. What is asked of pages whatever their words are is asked of the tests' own
/// (<see cref="AccessibilityTests"/>); what words can break is asked here. The words of an earlier edition were asked when it was
/// today's, and are locked; how such a page is shown is asked of the tests' own.
/// </summary>
public sealed class RealPagesTests(TestBench bench) : Journey(bench)
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Folders.RealContent).Library
        ?? throw new InvalidOperationException("The content cannot be shown. The check says why: dotnet run --project src/TenkTanken.Cli -- check");

    public static TheoryData<string> Languages => [.. Library.Site.Languages.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_is_for_everybody_in_every_language(string language)
    {
        var visitor = await VisitorAsync(address: (await Bench.RealSiteAsync()).Address);
        var telling = DiscreetTests.TellingIn(Folders.RealContent, language);
        var found = new List<string>();
        foreach (var address in (Library.Current.ByLanguage.GetValueOrDefault(language)?.Pages ?? []).Select(page => page.Address))
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
}
