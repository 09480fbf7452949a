using System.Collections.Concurrent;
using System.Net;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class ReadingTests(TestBench bench) : Journey(bench)
{
    // Each address once, however many pages lead there.
    private static readonly ConcurrentDictionary<Uri, Lazy<Task<string?>>> Fetched = new();
    /// <summary>Goes where it is led: an earlier edition's page where one does something leads to today's.</summary>
    private static readonly HttpClient Client = new();

    private static readonly string[] TellingWords = ["menneskehandel", "trafficking", "offer", "mistanke", "utnytt", "utsatt"];

    private static ReadingTexts Texts => Words.Texts.Reading;

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task Every_page_is_whole_and_only_where_something_answers_at_once_is_there_a_circuit(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var live = new ConcurrentQueue<string>();
        var at = "";
        // Only a script asks for anything after the page is there.
        var whole = scripts == Scripts.On ? WaitUntilState.NetworkIdle : WaitUntilState.Load;
        visitor.Page.Request += (_, request) => Note(request.Url);
        visitor.Page.WebSocket += (_, socket) => Note(socket.Url);

        await Assert.AllAsync(PagesAndStates.Pages.Select(page => page.Data), async address =>
        {
            at = address;
            var answer = await visitor.Page.GotoAsync(address, new() { WaitUntil = whole });

            Assert.Equal(200, answer!.Status);
            await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "nb");
            await HasOneTitleAndSaysHowOldItIs(new SitePage(visitor.Page), address);
            await TellsNobodyWhatItIsAbout(visitor.Page, isStart: address == "/nb/");
            await HasNoIdTwice(visitor.Page);
            Found.Nothing(await DeadLinksAsync(visitor));
        });

        Assert.Equal(scripts == Scripts.On ? [PracticePage.Address] : [], live.Distinct());

        void Note(string url)
        {
            if (url.Contains("_blazor", StringComparison.Ordinal) || url.Contains("blazor.web", StringComparison.Ordinal))
            {
                live.Enqueue(at);
            }
        }
    }

    [Fact]
    public async Task What_one_looks_for_is_all_that_is_left_and_is_in_no_address_and_not_there_when_one_comes_back()
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync("/nb/tegn");
        var page = new SitePage(visitor.Page);
        var cards = visitor.Page.Locator(".sign:visible");
        var all = await cards.CountAsync();
        var title = await cards.Nth(1).GetByRole(AriaRole.Heading).First.InnerTextAsync();
        var address = visitor.Page.Url;

        await visitor.Page.Locator(".contents summary").ClickAsync();
        await page.FilterField.FillAsync(title.ToUpperInvariant());
        await Expect(cards).ToHaveCountAsync(1);
        await Expect(visitor.Page.Locator(".contents li:visible")).ToHaveTextAsync([title]);
        await Expect(page.FilterTold).ToHaveTextAsync(Texts.FilterShown.With(("shown", "1"), ("all", $"{all}")));
        await page.FilterField.FillAsync("qwxz");
        await Expect(page.FilterTold).ToHaveTextAsync(Texts.FilterNone);
        await Expect(cards).ToHaveCountAsync(0);
        Assert.Equal((address, 2), (visitor.Page.Url, await visitor.Page.EvaluateAsync<int>("history.length")));

        await visitor.GoAsync("/nb/plikter");
        await visitor.GoBackAsync();
        await Expect(page.FilterField).ToHaveValueAsync("");
        await Expect(cards).ToHaveCountAsync(all);
        await Expect(page.FilterTold).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Without_scripts_the_headings_are_listed_and_nothing_offers_to_look_or_to_open_all()
    {
        var visitor = await VisitorAsync(Scripts.Off);
        await visitor.GoAsync("/nb/plikter");

        await Expect(new SitePage(visitor.Page).FilterField).ToBeHiddenAsync();
        await Expect(visitor.Page.Locator(".open-all")).ToBeHiddenAsync();
        await visitor.Page.Locator(".contents summary").ClickAsync();
        await Expect(visitor.Page.Locator(".contents a").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task All_that_is_folded_away_is_opened_and_closed_by_one_button_which_says_what_it_does()
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync("/nb/plikter");
        var (button, rules) = (visitor.Page.Locator(".open-all button"), visitor.Page.Locator(".reading__body .disclosure"));
        var open = visitor.Page.Locator(".reading__body .disclosure[open]");

        await Expect(button).ToHaveTextAsync(Texts.OpenAll);
        await button.PressAsync("Enter");
        await Expect(open).ToHaveCountAsync(await rules.CountAsync());
        await Expect(button).ToHaveTextAsync(Texts.CloseAll);
        await rules.First.Locator("summary").ClickAsync();
        await Expect(button).ToHaveTextAsync(Texts.OpenAll);
        await button.ClickAsync();
        await Expect(button).ToHaveTextAsync(Texts.CloseAll);
        await button.ClickAsync();
        await Expect(open).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_phrase_is_shown_large_to_point_at_and_the_way_out_stays_in_sight()
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync("/nb/samtale");
        var page = new SitePage(visitor.Page);
        var phrase = visitor.Page.Locator(".part[data-part=say] li").Nth(1);
        var button = phrase.GetByRole(AriaRole.Button);
        var words = (await phrase.InnerTextAsync()).Replace(Texts.ShowLarge, "", StringComparison.Ordinal).Trim();

        await button.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(page.LargePhrase.Locator("p")).ToHaveTextAsync(words);
        await Expect(page.LeaveLink).ToBeInViewportAsync(new() { Ratio = 1 });
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(page.LargePhrase).ToBeHiddenAsync();
        await Expect(button).ToBeFocusedAsync();

        await button.ClickAsync();
        await page.LargePhrase.GetByRole(AriaRole.Button, new() { Name = Texts.CloseLarge }).ClickAsync();
        await Expect(page.LargePhrase).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_would_be_found()
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync("/nb/tegn");
        await visitor.Page.GetByRole(AriaRole.Main).EvaluateAsync(
            """main => main.innerHTML += '<a href="/nb/borte">a</a><a href="#borte">b</a><a href="/nb/samtale#borte">c</a>'""");

        var dead = await DeadLinksAsync(visitor);

        Assert.Equal(["/nb/borte", "/nb/tegn#borte", "/nb/samtale#borte"], dead);
    }

    private static async Task HasOneTitleAndSaysHowOldItIs(SitePage page, string address)
    {
        await Expect(page.Title).ToHaveCountAsync(1);
        await Expect(page.Title).ToBeVisibleAsync();
        await Expect(page.LeaveLink).ToBeInViewportAsync();
        var (edition, shown) = Words.Library.Editions.Values
            .Where(edition => edition.IsOut)
            .SelectMany(edition => edition.ByLanguage["nb"].Pages.Select(page => (edition, page)))
            .Single(candidate => candidate.page.Address == address);
        await Expect(page.Footer).ToContainTextAsync(Words.Texts.Frame.Edition.With(("edition", edition.Id)));
        var facts = edition == Words.Library.Current ? Words.Edition.FactsOn(shown) : shown.Facts;
        // Where a code is asked for, nothing is told yet; what it opens tells its facts.
        var tells = facts.Count > 0 && address != ComeBackPage.Address;
        await Expect(page.Facts).ToHaveCountAsync(tells ? 1 : 0);
        if (tells)
        {
            await Expect(page.Facts).ToContainTextAsync(Words.Texts.Facts.Checked.With(("date", Words.Texts.Dates.Say(facts.Min(fact => fact.Checked)))));
        }
    }

    /// <summary>Neither from afar in its tab nor afterwards in the history.</summary>
    private static async Task TellsNobodyWhatItIsAbout(IPage page, bool isStart)
    {
        var title = await page.TitleAsync();

        Assert.EndsWith(isStart ? "Tenk tanken" : " – Tenk tanken", title, StringComparison.Ordinal);
        Assert.Equal(isStart, title == "Tenk tanken");
        Assert.DoesNotContain(TellingWords, word => (title + page.Url).Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task HasNoIdTwice(IPage page)
    {
        var ids = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[id]')].map(element => element.id)");

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    /// <summary>Of the links on the page that stay on the site: those that do not lead to a page, or to no place on it.</summary>
    private static async Task<IReadOnlyList<string>> DeadLinksAsync(Visitor visitor)
    {
        var links = await visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(link => link.href)");
        var dead = new List<string>();
        foreach (var link in links.Distinct().Select(link => new Uri(link)).Where(link => StaysAndReads(link, visitor.Address)))
        {
            var page = await Fetched.GetOrAdd(new Uri(link.GetLeftPart(UriPartial.Query)), address => new(() => FetchAsync(address))).Value;
            var place = Uri.UnescapeDataString(link.Fragment.TrimStart('#'));
            if (page is null || (place.Length > 0 && !page.Contains($"id=\"{place}\"", StringComparison.Ordinal)))
            {
                dead.Add(link.PathAndQuery + link.Fragment);
            }
        }

        Assert.NotEmpty(links);
        return dead;
    }

    /// <summary>Leaving has tests of its own.</summary>
    private static bool StaysAndReads(Uri link, string site) =>
        link.Scheme == Uri.UriSchemeHttp && link.GetLeftPart(UriPartial.Authority) == site && link.AbsolutePath != "/ut";

    private static async Task<string?> FetchAsync(Uri address)
    {
        using var answer = await Client.GetAsync(address);

        return answer.StatusCode == HttpStatusCode.OK ? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()) : null;
    }
}
