using System.Net;
using AngleSharp.Html.Dom;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Editing;

/// <summary>A draft as the site will show it, for whoever writes it.</summary>
public sealed class DraftTests : IAsyncLifetime
{
    private const string Draft = "2026-2";
    private const string Root = $"/redaksjon/{Draft}";
    private const string Signs = $"{Root}/nb/tegn";
    private const string Checklist = $"editions/{Draft}/nb/checklist.md";
    private const string Old = "Virker redd eller stresset";
    private const string New = "Virker urolig";

    private readonly TemporaryContent _content = new();
    private TestSite _site = null!;

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
    public async Task Every_page_in_every_language_is_there_under_the_mark_and_leads_nowhere_but_within_the_draft()
    {
        var draft = _site.Library.Editions[Draft];

        var read = 0;
        foreach (var (language, page) in draft.ByLanguage.Values.SelectMany(words => words.Pages, (words, page) => (words.Language, page)))
        {
            var response = await _site.GetAsync($"{Root}/{language}/{page.Slug}");
            var shown = await response.PageAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.Equal("noindex", Assert.Single(response.Headers.GetValues("X-Robots-Tag")));
            Assert.Equal(page.Title, shown.Heading());
            Assert.Equal(language, shown.DocumentElement.GetAttribute("lang"));
            Assert.StartsWith(
                _site.Library.Texts[language].Editing.Mark.With(("edition", Draft)),
                shown.QuerySelector(".draft-mark")!.TextContent.Trim(),
                StringComparison.Ordinal);
            Assert.All(LinksOf(shown), link => Assert.Matches($"^({Root}/(nb|nn|en)/|/redaksjon$|/ut$|https?:|tel:|mailto:)", link));
            Assert.DoesNotContain(shown.QuerySelectorAll("link[rel=alternate], base"), _ => true);
            Assert.NotNull(shown.QuerySelector("meta[name=robots][content=noindex]"));
            Assert.DoesNotContain("blazor.web", shown.Source.Text, StringComparison.Ordinal);
            read++;
        }

        Assert.Equal(draft.ByLanguage.Count * draft.ByLanguage["nb"].Pages.Count, read);
    }

    [Fact]
    public async Task The_site_around_it_is_as_it_is_for_everybody()
    {
        var before = await (await _site.GetAsync("/nb/tegn")).Content.ReadAsStringAsync();

        var draft = await _site.GetAsync(Signs).PageAsync();
        var after = await (await _site.GetAsync("/nb/tegn")).Content.ReadAsStringAsync();

        Assert.Equal(before, after);
        Assert.DoesNotContain("redaksjon", after, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(LaterEditions.Added, draft.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(LaterEditions.Added, after, StringComparison.Ordinal);
        Assert.Equal(Draft, draft.QuerySelector(".site-footer > p")!.TextContent.Split(' ')[1]);
    }

    [Fact]
    public async Task What_comes_with_the_edition_is_told_and_the_edition_of_today_is_an_earlier_one()
    {
        var changes = await _site.GetAsync($"{Root}/nb/endringer").PageAsync();
        var earlier = await _site.GetAsync($"{Root}/nb/utgaver/{_site.Library.Current.Id}/tegn").PageAsync();

        Assert.Contains(_site.Texts.Editions.NewSigns, changes.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(earlier.QuerySelector(".earlier"));
        Assert.All(LinksOf(changes).Concat(LinksOf(earlier)), link => Assert.DoesNotMatch("^/(nb|nn|en)/", link));
    }

    [Fact]
    public async Task Its_bare_address_leads_to_its_start_and_capitals_to_the_page_that_is_meant()
    {
        Assert.Equal($"{Root}/nb/", (await _site.GetAsync(Root)).Headers.Location!.ToString());
        Assert.Equal($"{Root}/nn/", (await _site.SendAsync(HttpMethod.Get, $"{Root}/", ("Accept-Language", "nn"))).Headers.Location!.ToString());
        Assert.Equal(Signs, (await _site.GetAsync($"{Root}/nb/Tegn")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await _site.SendAsync(HttpMethod.Head, Signs)).StatusCode);
    }

    [Theory]
    [InlineData("/redaksjon/2026-1/nb/tegn")]
    [InlineData("/redaksjon/2016/nb/tegn")]
    [InlineData("/redaksjon/2027-1/nb/tegn")]
    [InlineData("/redaksjon/2026-2/nb/finnes-ikke")]
    [InlineData("/redaksjon/2026-2/de/tegn")]
    [InlineData("/redaksjon/2026-2/ut")]
    [InlineData("/redaksjon/2026-2/icon.svg")]
    [InlineData("/redaksjon/2026-2/_blazor/negotiate")]
    [InlineData("/redaksjon/2026-2/redaksjon")]
    [InlineData("/redaksjon//nb/tegn")]
    public async Task What_is_no_page_of_a_draft_is_not_there(string address)
    {
        var response = await _site.SendAsync(HttpMethod.Get, address, ("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(_site.Texts.Errors.NotFoundTitle, (await response.PageAsync()).Heading());
    }

    [Fact]
    public async Task A_draft_answers_no_form_and_says_so_before_and_after()
    {
        var asked = await _site.GetAsync($"{Root}/nb/sjekkliste").PageAsync();
        var form = ((IHtmlFormElement)asked.QuerySelector("form")!).GetAttribute("action")!;

        var response = await _site.PostAsync(form, ("sign-fear-or-stress", "noticed"));
        var answer = await response.PageAsync();

        Assert.Equal($"{Root}/nb/sjekkliste?1", form);
        Assert.Contains(_site.Texts.Editing.MarkForm, asked.QuerySelector(".draft-mark")!.TextContent, StringComparison.Ordinal);
        var mark = (await _site.GetAsync(Signs).PageAsync()).QuerySelector(".draft-mark")!;
        Assert.DoesNotContain(_site.Texts.Editing.MarkForm, mark.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(_site.Texts.Editing.RefusedTitle, answer.Heading());
        Assert.Contains($"{Root}/nb/sjekkliste", LinksOf(answer));
        Assert.Null(answer.QuerySelector("[data-following]"));
    }

    [Fact]
    public async Task What_is_saved_is_shown_and_what_is_broken_is_told_with_its_place_until_it_is_mended()
    {
        var first = await ShownAsync();

        _content.Replace(Checklist, Old, New);
        _site.Live.Look();
        var changed = await ShownAsync();
        _content.Append(Checklist, "\n### Uten id\n");
        _site.Live.Look();
        var broken = await ShownAsync();
        _content.Replace(Checklist, "\n### Uten id\n", "");
        _content.Replace(Checklist, New, $"{New} igjen");
        _site.Live.Look();
        var mended = await ShownAsync();

        Assert.Contains(Old, first.Signs, StringComparison.Ordinal);
        Assert.Contains(New, changed.Signs, StringComparison.Ordinal);
        Assert.Equal(changed.Signs, broken.Signs);
        Assert.DoesNotContain(_site.Texts.Editing.NotServedTitle, changed.Mark, StringComparison.Ordinal);
        Assert.Contains(_site.Texts.Editing.NotServedTitle, broken.Mark, StringComparison.Ordinal);
        Assert.Contains($"{Checklist}:{File.ReadAllLines(_content.PathOf(Checklist)).Length + 2}", broken.Mark, StringComparison.Ordinal);
        Assert.Contains($"{New} igjen", mended.Signs, StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Texts.Editing.NotServedTitle, mended.Mark, StringComparison.Ordinal);
        Assert.Distinct([first.Version, changed.Version, broken.Version, mended.Version]);
    }

    [Fact]
    public async Task Where_the_site_starts_over_a_broken_folder_the_draft_is_as_it_was_last()
    {
        _content.Replace(Checklist, Old, New);
        _site.Live.Look();
        _content.Append(Checklist, "\n### Uten id\n");

        await using var again = new TestSite(_content.Folder, _site.Data, editing: true);
        var shown = await again.GetAsync(Signs).PageAsync();

        Assert.Contains(New, shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Checklist, shown.QuerySelector(".draft-mark")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_in_one_language_is_read_in_that()
    {
        Directory.Delete(_content.PathOf($"editions/{Draft}/nn"), recursive: true);
        Directory.Delete(_content.PathOf($"editions/{Draft}/en"), recursive: true);
        _content.Replace($"editions/{Draft}/edition.yaml", "languages: [nb, nn, en]", "languages: [nb]");
        _site.Live.Look();

        var page = await _site.GetAsync(Signs).PageAsync();

        Assert.True(_site.Live.State.IsOfFolder);
        Assert.Equal(["nb"], page.QuerySelectorAll(".languages a").Select(link => link.GetAttribute("hreflang")));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.GetAsync($"{Root}/nn/teikn")).StatusCode);
    }

    private static IEnumerable<string> LinksOf(IHtmlDocument page) =>
        page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Select(link => link.Split('?', '#')[0]);

    private async Task<(string Signs, string Mark, string Version)> ShownAsync()
    {
        var page = await _site.GetAsync(Signs).PageAsync();

        return (
            page.QuerySelector("main")!.TextContent,
            page.QuerySelector(".draft-mark")!.TextContent,
            page.QuerySelector("[data-following]")!.GetAttribute("data-version")!);
    }
}
