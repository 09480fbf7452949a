using System.Net;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Editions;

/// <summary>An edition with a checklist stays readable once another has come out.</summary>
public sealed class AfterTheNextEditionTests(NextEdition next) : IClassFixture<NextEdition>
{
    private static readonly PageKind[] OnlyToday = [PageKind.Practice, PageKind.ComeBack, PageKind.Changes];

    private TestSite Site => next.Site;

    [Fact]
    public async Task Every_page_can_be_read_in_every_language_under_a_warning_or_leads_to_what_does_it_today()
    {
        foreach (var (language, expected) in PagesBefore())
        {
            var response = await Site.GetAsync(expected.Address);

            if (OnlyToday.Contains(expected.Kind))
            {
                Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
                Assert.Equal(Site.Library.CurrentIn(language).The(expected.Kind).Address, response.Headers.Location?.OriginalString);
                continue;
            }

            var page = await response.PageAsync();
            var texts = Site.Library.Texts[language.Code].Editions;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(expected.Title, page.Heading());
            Assert.Contains(texts.EarlierTitle.With(("edition", NextEdition.Before)), page.QuerySelector("main")!.FirstElementChild!.ShownText(),
                StringComparison.Ordinal);
            Assert.Equal(Site.Library.CurrentIn(language).Page(expected.Id)?.Address ?? $"/{language.Code}/",
                page.QuerySelector(".earlier a")!.GetAttribute("href"));
            Assert.All(expected.Sections, section => Assert.Equal(section.Title, page.GetElementById(section.Id)?.ShownText()));
            Assert.Empty(page.QuerySelectorAll("form, input"));
            Assert.Equal(page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct(), page.QuerySelectorAll("[id]").Select(element => element.Id));
            Assert.Equal(page.QuerySelectorAll("main [data-part=ordinary]").Length > 0, page.GetElementById("caveat") is not null);
        }
    }

    [Fact]
    public async Task A_page_that_has_gone_leads_to_the_start_page()
    {
        var page = await Site.GetAsync(Before("nb").Page(NextEdition.GonePage)!.Address).PageAsync();

        Assert.Equal(Site.Texts.Editions.Gone, page.QuerySelector(".earlier a")!.TextContent);
        Assert.Equal("/nb/", page.QuerySelector(".earlier a")!.GetAttribute("href"));
        Assert.Equal($"/nn/utgaver/{NextEdition.Before}/personvern", page.QuerySelector(".languages a[lang=nn]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("signs")]
    [InlineData("checklist")]
    public async Task Its_signs_stand_there_in_its_own_words_with_all_three_parts(string id)
    {
        var page = await Site.GetAsync(Before("nb").Page(id)!.Address).PageAsync();

        Assert.Equal(TestContent.Words.Checklist.Signs.Select(sign => sign.Title),
            page.QuerySelectorAll("article.sign .heading[id]").Select(heading => heading.TextContent));
        Assert.All(page.QuerySelectorAll("article.sign"),
            card => Assert.Equal(["why", "ordinary", "next"], card.QuerySelectorAll(".part").Select(part => part.GetAttribute("data-part"))));
        Assert.DoesNotContain(NextEdition.NewName, page.QuerySelector("main")!.TextContent);
        Assert.Contains(NextEdition.NewName, (await Site.GetAsync("/nb/tegn").PageAsync()).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task No_link_on_them_leads_nowhere()
    {
        var links = new HashSet<string>();
        foreach (var (_, expected) in PagesBefore())
        {
            links.UnionWith((await Site.GetAsync(expected.Address).PageAsync()).LinksIn("body").Select(link => link.Split('#')[0]));
        }

        Assert.True(links.Count > 75);
        foreach (var link in links)
        {
            Assert.True((int)(await Site.GetAsync(link)).StatusCode < 400, link);
        }
    }

    [Fact]
    public async Task What_changed_is_told_edition_by_edition_newest_first()
    {
        var page = await Site.GetAsync("/nb/endringer").PageAsync();

        var steps = page.QuerySelectorAll("h2[id^=edition-]").Select(heading => heading.ParentElement!.ParentElement!).ToList();
        var earlier = TestContent.Library.Before(TestContent.Library.Current).Select(edition => edition.Id);
        Assert.Equal([$"Utgave {NextEdition.Id}", $"Utgave {NextEdition.Before}", .. earlier.SkipLast(1).Select(id => $"Utgave {id}")],
            steps.Select(step => step.QuerySelector("h2")!.TextContent));
        Assert.Equal($"{Site.Texts.Editions.Before} {NextEdition.OldName} {Site.Texts.Editions.Now} {NextEdition.NewName}",
            string.Join(' ', Assert.Single(steps[0].QuerySelectorAll("li.card")).Children.Take(2).Select(line => line.ShownText())));
        var gone = Assert.Single(steps[0].QuerySelectorAll(".changed[data-links] a"));
        Assert.Equal(Before("nb").Page(NextEdition.GonePage)!.Address, gone.GetAttribute("href"));
        Assert.Equal(Site.Texts.Editions.RemovedPages, gone.Closest("ul")!.PreviousElementSibling!.TextContent);
        Assert.Contains(Site.Texts.Editions.PageThen.With(("edition", NextEdition.Before)),
            steps[1].QuerySelectorAll(".pages-of a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task A_translation_that_stayed_the_same_is_no_change()
    {
        var page = await Site.GetAsync("/en/changes").PageAsync();

        var step = page.GetElementById("edition-2027-1")!.ParentElement!.ParentElement!;
        Assert.Empty(step.QuerySelectorAll("li.card"));
        Assert.Single(step.QuerySelectorAll(".changed li"));
    }

    private EditionPages Before(string code) => Site.Library.Editions[NextEdition.Before].ByLanguage[code];

    private IEnumerable<(Language Language, Page Page)> PagesBefore() =>
        Site.Library.Site.Languages.SelectMany(language => Before(language.Code).Pages.Select(page => (language, page)));
}
