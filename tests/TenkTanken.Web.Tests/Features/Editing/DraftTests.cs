using System.Net;
using AngleSharp.Html.Dom;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Editing;

/// <summary>A draft as the site will show it, for whoever writes it.</summary>
public sealed class DraftTests(DraftTests.Site shared) : IClassFixture<DraftTests.Site>
{
    private const string Draft = "2026-2";
    private const string Root = $"/redaksjon/{Draft}";
    private const string Signs = $"{Root}/nb/tegn";

    private readonly TestSite _site = shared.Seen;

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
    public async Task What_comes_with_the_edition_is_told_and_the_edition_of_today_is_an_earlier_one()
    {
        var changes = await _site.GetAsync($"{Root}/nb/endringer").PageAsync();
        var earlier = await _site.GetAsync($"{Root}/nb/utgaver/{_site.Library.Current.Id}/tegn").PageAsync();

        Assert.Contains(_site.Texts.Editions.NewSigns, changes.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(earlier.QuerySelector(".earlier"));
        Assert.All(LinksOf(changes).Concat(LinksOf(earlier)), link => Assert.DoesNotMatch("^/(nb|nn|en)/", link));
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task What_one_would_do_first_is_asked_in_the_case_between_the_explanations_and_the_next_step(string language)
    {
        var words = (EditionWords)_site.Library.Editions[Draft].ByLanguage[language];
        var page = await _site.GetAsync($"{Root}/{language}/{words.The(PageKind.Cases).Slug}").PageAsync();

        var story = page.QuerySelector("article[aria-labelledby=case-car-wash]")!;
        var choices = Assert.Single(page.QuerySelectorAll("[data-part=choices]"));
        Assert.Equal(["wonder", "ordinary", "choices", "next"], story.QuerySelectorAll(".part").Select(part => part.GetAttribute("data-part")));
        Assert.Equal(_site.Library.Texts[language].Parts.Choices, choices.QuerySelector("h3")!.TextContent.Trim());
        Assert.Equal(words.Case("case-car-wash")!.Choices.Select(choice => choice.Value),
            choices.QuerySelectorAll("li").Select(choice => choice.InnerHtml.Trim()));
        Assert.Equal(3, choices.QuerySelectorAll("li").Length);
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

    private static IEnumerable<string> LinksOf(IHtmlDocument page) =>
        page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Select(link => link.Split('?', '#')[0]);

    /// <summary>Nobody here changes a word, so all read the same one.</summary>
    public sealed class Site : IAsyncDisposable
    {
        public TestSite Seen { get; } = new(content: null, editing: true);

        public ValueTask DisposeAsync() => Seen.DisposeAsync();
    }
}
