using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace TenkTanken.Web.Tests.Layout;

public sealed class LanguageMenuTests(TestSite site)
{
    [Fact]
    public async Task Every_page_in_every_language_leads_to_itself_in_every_language()
    {
        foreach (var (language, expected) in site.AllPages())
        {
            var response = await site.GetAsync(expected.Address);
            var page = await response.PageAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(language.Code, page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(site.Library.Site.Languages.Select(other =>
                (other.Code, other.Code, other.Name, site.Library.CurrentIn(other).Page(expected.Id)!.Address)), Menu(page));
            Assert.Equal(language.Name, Assert.Single(page.QuerySelectorAll(".languages [aria-current=true]")).TextContent);
        }
    }

    [Fact]
    public async Task Every_page_tells_search_engines_of_itself_in_every_language()
    {
        foreach (var (_, expected) in site.AllPages())
        {
            var page = await site.GetAsync(expected.Address).PageAsync();

            var same = site.Library.Site.Languages.Select(other => (other.Code, site.Library.CurrentIn(other).Page(expected.Id)!.Address)).ToList();
            Assert.Equal([.. same, ("x-default", same[0].Address)], Alternates(page));
            Assert.Null(page.QuerySelector("meta[name=robots]"));
        }
    }

    [Theory]
    [InlineData("GET", "/nn/finst-ikkje", HttpStatusCode.NotFound)]
    [InlineData("GET", "/nn/utgaver/2016/teikn", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/nn/teikn", HttpStatusCode.MethodNotAllowed)]
    public async Task Where_something_went_wrong_it_leads_to_the_start_pages(string method, string path, HttpStatusCode status)
    {
        var response = await site.SendAsync(new HttpMethod(method), path);
        var page = await response.PageAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(["/nb/", "/nn/", "/en/"], Menu(page).Select(link => link.Address));
        Assert.Equal("Nynorsk", page.QuerySelector(".languages [aria-current]")!.TextContent);
        Assert.Empty(Alternates(page));
    }

    [Fact]
    public async Task Where_something_was_filled_in_it_is_hidden_since_the_other_page_would_not_know_of_it()
    {
        Assert.NotEmpty(Menu(await site.GetAsync(TestSite.Checklist).PageAsync()));
        foreach (var (path, field) in new[]
        {
            (TestSite.Checklist, ("sign-fear-or-stress", "noticed")), (TestSite.ComeBack, ("code", "wrong")), (TestSite.Practice, ("case", "case-car-wash")),
        })
        {
            var page = await site.PostAsync(path, field).PageAsync();

            Assert.NotNull(page.QuerySelector("form"));
            Assert.True(Assert.Single(page.QuerySelectorAll(".languages")).HasAttribute("hidden"));
            Assert.Empty(Alternates(page));
        }
    }

    [Fact]
    public async Task The_name_of_the_site_and_of_each_source_is_read_in_the_language_it_is_in()
    {
        var norwegian = site.Library.Facts.Values.Select(fact => fact.Source).Append(site.Library.Site.Name).ToHashSet();
        foreach (var (language, expected) in site.AllPages())
        {
            var page = await site.GetAsync(expected.Address).PageAsync();

            // A source may bear a name that is also said of itself, like ROSA: looked for where sources stand.
            var names = page.Saying(site.Library.Site.Name).Concat(page.QuerySelectorAll("#page-facts a").SelectMany(link => link.ChildNodes)
                .Where(text => norwegian.Contains(text.TextContent)
                    && text.ParentElement!.PreviousSibling?.ShownText() == site.Library.Texts[language.Code].Facts.Source)).ToList();
            Assert.True(names.Count >= 2, expected.Address);
            Assert.All(names, name => Assert.Equal("nb", name.SpokenIn()));
            Assert.All(expected.Facts, fact => Assert.Contains(fact.Source, names.Select(name => name.TextContent)));
        }
    }

    [Fact]
    public async Task On_a_page_in_bokmål_nothing_is_marked_as_bokmål_but_the_menu()
    {
        foreach (var expected in site.Words.Pages)
        {
            var page = await site.GetAsync(expected.Address).PageAsync();

            Assert.Single(page.QuerySelectorAll("body [lang=nb]"));
        }
    }

    private static IReadOnlyList<(string, string, string Name, string Address)> Menu(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("nav.languages a")
            .Select(link => (link.GetAttribute("lang")!, link.GetAttribute("hreflang")!, link.TextContent, link.GetAttribute("href")!))];

    private static IReadOnlyList<(string, string)> Alternates(IHtmlDocument page) =>
        [.. page.Head!.QuerySelectorAll("link[rel=alternate]").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!))];
}
