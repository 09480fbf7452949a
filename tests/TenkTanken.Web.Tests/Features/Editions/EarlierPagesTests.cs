using System.Net;
using AngleSharp.Dom;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Editions;

public sealed class EarlierPagesTests(TestSite site)
{
    private EditionPages Of2016 => site.Library.Editions["2016"].ByLanguage["nb"];

    [Fact]
    public async Task Every_page_of_the_edition_of_2016_says_first_that_it_is_withdrawn_and_leads_to_the_page_there_is_now()
    {
        var texts = site.Texts.Editions;
        foreach (var expected in Of2016.Pages)
        {
            var response = await site.GetAsync(expected.Address);
            var page = await response.PageAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("nb", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(expected.Title, page.Heading());
            Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            Assert.Empty(page.QuerySelectorAll("link[rel=alternate]"));
            var banner = page.QuerySelector("main")!.FirstElementChild!;
            Assert.Equal("warning", banner.GetAttribute("data-tone"));
            Assert.Equal($"{texts.WithdrawnTitle.With(("edition", "2016"))} {texts.Withdrawn.With(("date", "april 2016"))} {texts.Today}", banner.ShownText());
            Assert.Equal(site.Words.Page(expected.Id)!.Address, banner.QuerySelector("a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Its_pages_lead_to_each_other_and_all_around_them_is_of_the_edition_there_is_now()
    {
        foreach (var expected in Of2016.Pages)
        {
            var page = await site.GetAsync(expected.Address).PageAsync();

            Assert.All(page.LinksIn("article"), link => Assert.StartsWith("/nb/utgaver/2016/", link, StringComparison.Ordinal));
            Assert.Equal(Of2016.Pages.Select(other => other.Address), page.LinksIn(".edition-pages"));
            Assert.Equal(expected.Address, Assert.Single(page.QuerySelectorAll(".edition-pages [aria-current=page]")).GetAttribute("href"));
            Assert.Equal(site.Words.Menu.Union(site.Words.Pages).Select(other => other.Address), page.LinksIn(".site-menu"));
            Assert.Equal(site.Words.Pages.Select(other => other.Address), page.LinksIn("footer"));
            Assert.Equal([expected.Address, Now("nn", expected), Now("en", expected)], page.LinksIn(".languages"));
            Assert.Contains(expected.Sections,
                section => section.Sections.Prepend(section).All(heading => page.GetElementById(heading.Id)?.TextContent == heading.Title));
        }
    }

    [Fact]
    public async Task A_draft_is_found_in_no_language()
    {
        var draft = site.Library.Editions.Values.Single(edition => !edition.IsOut);
        foreach (var code in site.Library.Site.Languages.Select(language => language.Code))
        {
            foreach (var slug in draft.ByLanguage.Values.SelectMany(words => words.Pages).Select(page => page.Slug).Distinct())
            {
                var response = await site.GetAsync(Addresses.InEdition(code, draft.Id, slug));

                Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            }
        }
    }

    [Fact]
    public async Task The_edition_there_is_now_has_its_pages_at_their_short_addresses()
    {
        foreach (var (language, page) in site.AllPages())
        {
            var response = await site.GetAsync(Addresses.InEdition(language.Code, site.Library.Current.Id, page.Slug));

            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Equal(page.Address, response.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [InlineData("/nb/utgaver")]
    [InlineData("/nb/utgaver/2015/tegn")]
    [InlineData("/nb/utgaver/2016/finnes-ikke")]
    [InlineData("/nb/utgaver/2026-1/finnes-ikke")]
    [InlineData("/nb/utgaver/2016/tegn/mer")]
    [InlineData("/en/utgaver/2016/tegn")]
    [InlineData("/en/utgaver/2016/")]
    [InlineData("/xx/utgaver/2016/tegn")]
    [InlineData("/xx/utgaver/2026-1/tegn")]
    public async Task What_there_is_not_gets_our_page_for_it(string path)
    {
        var response = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotNull((await response.PageAsync()).QuerySelector("a.leave"));
    }

    private string Now(string code, Page earlier) => site.Library.CurrentIn(site.Library.Site.Language(code)!).Page(earlier.Id)!.Address;
}
