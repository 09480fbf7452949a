using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Reading;

/// <summary>The way to a page, around it and on from it.</summary>
public sealed class WayThroughTests(TestSite site)
{
    private static readonly PageKind[] ToDo = [PageKind.Home, PageKind.Checklist, PageKind.Practice, PageKind.ComeBack];

    [Fact]
    public async Task The_start_page_says_first_what_nobody_has_to_judge_and_shows_the_way_to_each_who_comes()
    {
        foreach (var language in site.Library.Site.Languages)
        {
            var home = site.Library.CurrentIn(language).The(PageKind.Home);

            var page = await site.GetAsync(home.Address).PageAsync();

            Assert.Equal(["wondering", "learning", "teaching"], page.QuerySelectorAll(".signpost").Take(3).Select(card => card.GetAttribute("data-place")));
            Assert.Equal(page.QuerySelectorAll(".signpost h2").Select(heading => heading.TextContent),
                page.QuerySelectorAll(".doors a").Select(door => door.ShownText()));
            // To its card, or where the card has one link, to where that leads.
            Assert.All(page.QuerySelectorAll(".doors a").Zip(page.QuerySelectorAll(".signpost")), way =>
            {
                var links = way.Second.QuerySelectorAll("a");
                var card = way.Second.QuerySelector("h2")!;
                Assert.Equal(links.Length == 1 ? links[0].GetAttribute("href") : $"{home.Address}#{card.Id}", way.First.GetAttribute("href"));
            });
            Assert.Contains(page.QuerySelectorAll(".doors a"), door => !door.GetAttribute("href")!.Contains('#', StringComparison.Ordinal));
            Assert.StartsWith(page.QuerySelector(".hero p")!.ShownText(), page.QuerySelector(".hero .lead")!.ShownText(), StringComparison.Ordinal);
        }

        var first = (await site.GetAsync("/nb/").PageAsync()).QuerySelector(".hero p")!.ShownText();
        Assert.Contains("ikke din oppgave å avgjøre", first);
    }

    [Fact]
    public async Task Every_card_of_the_start_page_leads_on_and_each_row_by_one_link_at_its_start()
    {
        var page = await site.GetAsync("/nb/").PageAsync();

        foreach (var card in page.QuerySelectorAll(".signpost:not([data-place=urgent-help])"))
        {
            Assert.NotEmpty(card.QuerySelectorAll("li"));
            Assert.All(card.QuerySelectorAll("li"), row =>
            {
                Assert.Same(row.FirstChild, Assert.Single(row.QuerySelectorAll("a")));
                Assert.NotNull(site.Words.Pages.SingleOrDefault(other => row.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0] == other.Address));
            });
        }
    }

    [Fact]
    public async Task What_is_on_a_page_is_listed_where_there_is_much_and_every_entry_leads_to_its_heading()
    {
        var listed = new List<PageKind>();
        foreach (var (_, expected) in site.AllPages())
        {
            var page = await site.GetAsync(expected.Address).PageAsync();
            if (page.QuerySelector("nav.contents") is not { } contents)
            {
                continue;
            }

            listed.Add(expected.Kind);
            Assert.All(contents.QuerySelectorAll("a"), entry =>
            {
                var (address, place) = entry.GetAttribute("href")!.Split('#') is [var before, var behind] ? (before, behind) : ("", "");
                Assert.Equal(expected.Address, address);
                Assert.Equal(page.GetElementById(place)!.ShownText(), entry.ShownText());
            });
        }

        Assert.Empty(new[] { PageKind.Article, PageKind.Signs, PageKind.Conversation, PageKind.Notes, PageKind.Dialogue, PageKind.Cases,
            PageKind.Duties }.Except(listed));
        Assert.DoesNotContain(PageKind.Checklist, listed);
    }

    [Fact]
    public async Task Nobody_meets_the_names_of_the_signs_in_a_list_before_the_caveat()
    {
        var page = await site.GetAsync("/nb/tegn").PageAsync();

        var places = page.QuerySelectorAll(".reading > *").Select(part => part.ClassName).ToList();
        Assert.InRange(places.IndexOf("notice"), 0, places.IndexOf("contents") - 1);
    }

    [Fact]
    public async Task A_page_that_is_read_to_its_end_leads_to_the_next_and_one_where_something_is_done_does_not()
    {
        var pages = site.Words.Pages;
        foreach (var (page, next) in pages.Zip(pages.Skip(1)))
        {
            var link = (await site.GetAsync(page.Address).PageAsync()).QuerySelector(".next-page a");

            var expected = ToDo.Contains(page.Kind) || next.Kind == PageKind.ComeBack ? null : next.Address;
            Assert.Equal(expected, link?.GetAttribute("href"));
        }

        Assert.Null((await site.GetAsync(pages[^1].Address).PageAsync()).QuerySelector(".next-page"));
        Assert.Contains(pages, page => site.Words.After(page) is not null);
    }

    [Fact]
    public async Task Every_situation_has_its_drawing_which_says_nothing_the_words_do_not()
    {
        foreach (var address in new[] { "/nb/situasjoner", "/nb/ov" })
        {
            var page = await site.GetAsync(address).PageAsync();

            Assert.Equal(site.Words.Cases.Count, page.QuerySelectorAll(".case").Length);
            Assert.All(page.QuerySelectorAll(".case"), story =>
            {
                var drawing = Assert.Single(story.QuerySelectorAll("svg.drawing"));
                Assert.Equal("true", drawing.GetAttribute("aria-hidden"));
                Assert.InRange(drawing.OuterHtml.Length, 500, 3000);
                Assert.Empty(drawing.QuerySelectorAll("[id], [style], style, script, text"));
            });
        }
    }
}
