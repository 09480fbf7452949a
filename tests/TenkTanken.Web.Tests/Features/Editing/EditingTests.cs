using AngleSharp.Html.Dom;
using TenkTanken.Content;
using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Editing;

/// <summary>The page of editors: which editions there are, and what the check says.</summary>
public sealed class EditingTests : IAsyncLifetime
{
    private const string Page = "/redaksjon";

    private readonly TemporaryContent _content = new();
    private TestSite _site = null!;

    private EditingTexts Texts => _site.Texts.Editing;

    public ValueTask InitializeAsync()
    {
        _site = new TestSite(_content.Folder, editing: true);

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _content.Dispose();
    }

    [Fact]
    public async Task It_lists_the_editions_newest_first_and_leads_to_each_language_of_a_draft()
    {
        var response = await _site.GetAsync(Page);
        var page = await response.PageAsync();
        var editions = page.QuerySelectorAll(".editing__editions > li").ToList();

        Assert.Equal(["edition-2026-2", "edition-2026-1", "edition-2016"], editions.Select(edition => edition.QuerySelector("h3")!.Id));
        Assert.Equal(
            [
                Texts.Draft.With(("date", Day("2026-2"))),
                Texts.Current.With(("date", Day("2026-1"))),
                Texts.Withdrawn.With(("date", Day("2016"))),
            ],
            editions.Select(edition => edition.QuerySelector("p")!.TextContent));
        Assert.Equal(
            ["/redaksjon/2026-2/nb/", "/redaksjon/2026-2/nn/", "/redaksjon/2026-2/en/"],
            page.QuerySelectorAll(".editing__editions a").Select(link => link.GetAttribute("href")));
        Assert.Equal("noindex", Assert.Single(response.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.EndsWith("; connect-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_in_the_language_of_whoever_reads_it()
    {
        Assert.Equal(_site.Library.Texts["nn"].Editing.Lead, await LeadAsync("nn"));
        Assert.Equal(_site.Library.Texts["en"].Editing.Lead, await LeadAsync("en"));
        Assert.Equal(_site.Library.Texts["nb"].Editing.Lead, await LeadAsync("de"));

        async Task<string> LeadAsync(string language) =>
            (await _site.SendAsync(HttpMethod.Get, Page, ("Accept-Language", language)).PageAsync()).QuerySelector(".lead")!.TextContent;
    }

    [Fact]
    public async Task What_the_check_says_is_told_and_what_stops_stands_first()
    {
        const string Draft = "editions/2026-2/nb/signs.md";
        _content.Append(Draft, "\n[Herfra](nowhere.md) og hxyz.\n");
        _content.ReplaceEverywhere("facts", "check-again: ", "check-again: 2026-01-01 # ");
        _content.ReplaceEverywhere("facts", "checked: ", "checked: 2025-01-01 # ");
        _site.Live.Look();
        var expected = ContentLoader.Check(_content.Folder, new DateOnly(2026, 11, 23));

        var page = await _site.GetAsync(Page).PageAsync();

        Assert.Contains(expected, problem => problem.Kind == ProblemKind.LinkNowhere && problem.Blocks);
        Assert.Contains(expected, problem => !problem.Blocks && problem.File.StartsWith("facts", StringComparison.Ordinal));
        Assert.Equal(
            expected.OrderBy(problem => !problem.Blocks).Select(problem => $"{problem.Place} {problem.Wrong("nb")} {problem.Remedy("nb")}"),
            page.QuerySelectorAll(".problems li").Select(problem => problem.ShownText()));
        Assert.Equal([Texts.Blocking, Texts.Advice], page.QuerySelectorAll("section:has(.problems) h2").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task It_names_each_fact_that_is_to_be_read_at_the_source_with_what_readers_are_told_of_it()
    {
        var facts = _site.Library.Facts.Values.Where(fact => fact.IsToBeReadAtSource).ToList();
        var some = await _site.GetAsync(Page).PageAsync();
        _content.ReplaceEverywhere("facts", "checked-in: ", "checked-in: source # ");
        _content.ReplaceEverywhere("facts", "front-page: true", "front-page: false");
        _site.Live.Look();
        var none = await _site.GetAsync(Page).PageAsync();

        Assert.Equal(3, facts.Count);
        var texts = _site.Library.Texts["nb"].Facts;
        Assert.Equal(
            facts.Select(fact => $"{fact.Id} {fact.InWords("nb")} {string.Join(' ', texts.ReservationsOn(fact))}".Replace('\u00A0', ' ')),
            some.QuerySelectorAll(".editing__facts li").Select(fact => fact.ShownText()));
        Assert.Empty(none.QuerySelectorAll(".editing__facts"));
    }

    [Fact]
    public async Task It_says_whether_what_lies_in_the_folder_is_what_is_served()
    {
        var whole = await _site.GetAsync(Page).PageAsync();
        _content.Append("texts/nb.yaml", "nobody-asks: this\n");
        _site.Live.Look();
        var broken = await _site.GetAsync(Page).PageAsync();

        Assert.Equal(Texts.ServedTitle, Told(whole));
        Assert.Equal(Texts.NotServedTitle, Told(broken));
        Assert.NotEqual(Version(whole), Version(broken));
    }

    [Fact]
    public async Task A_draft_that_cannot_be_shown_yet_leads_nowhere()
    {
        const string Another = "2016-2";
        var all = Directory.GetFiles(_content.PathOf("editions/2016"), "*", SearchOption.AllDirectories);
        foreach (var file in all.Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var copy = file.Replace("/2016/", $"/{Another}/", StringComparison.Ordinal);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _content.Replace($"editions/{Another}/edition.yaml", "status: withdrawn", "status: draft\nprevious: \"2016\"");
        // Its words are older than the list of those we do without.
        _content.Replace($"editions/{Another}/nb/be-aware.md", "offer", "person");
        _site.Live.Look();

        var page = await _site.GetAsync(Page).PageAsync();

        Assert.True(_site.Live.State.IsOfFolder, string.Join('\n', _site.Live.State.Problems));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await _site.GetAsync($"{Page}/{Another}/nb/tegn")).StatusCode);
        Assert.Contains(Texts.NotReadable, page.QuerySelector("li:has(#edition-2016-2)")!.TextContent, StringComparison.Ordinal);
    }

    private static string Told(IHtmlDocument page) => page.QuerySelector(".notice h2")!.TextContent;

    private static string Version(IHtmlDocument page) => page.QuerySelector("[data-following]")!.GetAttribute("data-version")!;

    private string Day(string edition) => _site.Texts.Dates.Say(_site.Library.Editions[edition].Date);
}
