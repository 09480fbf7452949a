using System.Net;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>Whoever reads the log, reads nothing about anybody.</summary>
public sealed class LogTests(TestBench bench) : Journey(bench)
{
    private const string Browser = "canary-browser/7";
    private const string CameFrom = "http://canary.example/from";
    private const string Asked = "canary-asked";
    private const string Language = "sv-x-canary";
    private const string Machine = "203.0.113.77";

    [Fact]
    public async Task A_journey_leaves_a_line_for_each_page_that_was_read_and_nothing_of_the_one_who_made_it()
    {
        var site = UntilTheyLeave(await RunningSite.StartAsync());
        var visitor = await VisitorAsync(Scripts.On, site.Address, equip: browser =>
        {
            browser.UserAgent = Browser;
            browser.Locale = Language;
            browser.ExtraHTTPHeaders = new Dictionary<string, string> { ["X-Forwarded-For"] = Machine };
        });
        visitor.Expects(HttpStatusCode.UnprocessableEntity);
        visitor.Expects(HttpStatusCode.NotFound);

        var answer = await visitor.Page.GotoAsync($"/nb/tegn?q={Asked}", new() { Referer = CameFrom });
        await visitor.GoAsync($"/{Asked}");
        var code = await AnswerEverythingAsync(visitor);
        await visitor.GoAsync("/nb/kontakter");
        var sent = await answer!.Request.AllHeadersAsync();
        // What the page is still loading would fail without the site, and be found as an error.
        await visitor.GoAsync("about:blank");
        Assert.Equal(0, await site.StopAsync());

        Assert.Equal([Browser, CameFrom, Machine, Language], [sent["user-agent"], sent["referer"], sent["x-forwarded-for"], sent["accept-language"]]);
        string[] traces = ["canary", Machine, "Mozilla", Signs.ControlledByOthers.Id, "noticed", code.Replace("-", "", StringComparison.Ordinal),
            .. code.Split('-')];
        Assert.All(traces, trace => Assert.DoesNotContain(trace, string.Join('\n', site.Lines), StringComparison.OrdinalIgnoreCase));

        // None for the pages where people answer, nor for the requests before them, a circuit's among them.
        string[] doings = ["_blazor", "Circuit", "LivePage", "Practice", "Saved"];
        Assert.All(doings, doing => Assert.DoesNotContain(doing, string.Join('\n', site.Lines), StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Requests(site), line => line.Contains(" file ", StringComparison.Ordinal));
        Assert.Equal(
            ["2xx", "4xx", "2xx"],
            Requests(site).Select(line => line.Split("{Slug?} ")).Where(parts => parts.Length > 1).Select(parts => parts[1].Split(' ')[0]));

        // The minute and no more; and nothing went wrong, not even at the end.
        Assert.All(site.Lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\dZ \w+ ", line));
        Assert.DoesNotContain(site.Lines, line => line.Contains(" Error ", StringComparison.Ordinal) || line.Contains(" Fatal ", StringComparison.Ordinal));
    }

    /// <summary>Fills in, saves, comes back, forgets and practises. Gives the code of what is forgotten now.</summary>
    private static async Task<string> AnswerEverythingAsync(Visitor visitor)
    {
        await visitor.GoAsync($"{ChecklistPage.Address}?q={Asked}");
        var checklist = new ChecklistPage(visitor.Page);
        await checklist.Notice(Signs.ControlledByOthers);
        var code = await (await (await checklist.Reflect()).Save()).WriteDownTheCode();
        await (await ComeBackPage.Open(visitor)).Try("not a code");
        await (await new ComeBackPage(visitor.Page).ComeBackWith(code)).ForgetEverything();
        await (await ComeBackPage.Open(visitor)).Try(code);
        var practice = await PracticePage.Begin(visitor, Cases.CarWash);
        await practice.AnswersAtOnce();
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await practice.FinishButton.ClickAsync();
        await Expect(practice.Tried).ToBeVisibleAsync();

        return code;
    }

    private static IEnumerable<string> Requests(RunningSite site) => site.Lines.Where(line => line.Contains(" GET ", StringComparison.Ordinal));
}
