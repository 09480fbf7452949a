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
    public async Task A_journey_leaves_nothing_of_the_one_who_made_it()
    {
        await using var site = await RunningSite.StartAsync();
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
        await visitor.Page.GotoAsync($"{ChecklistPage.Address}?q={Asked}");
        var checklist = new ChecklistPage(visitor.Page);
        await checklist.Notice(Signs.ControlledByOthers);
        var code = await (await (await checklist.Reflect()).Save()).WriteDownTheCode();
        await (await (await ComeBackPage.Open(visitor)).ComeBackWith(code)).ForgetEverything();
        await (await ComeBackPage.Open(visitor)).Try(code);
        var sent = await answer!.Request.AllHeadersAsync();
        await StopAsync(site, visitor);

        Assert.Equal([Browser, CameFrom, Machine, Language], [sent["user-agent"], sent["referer"], sent["x-forwarded-for"], sent["accept-language"]]);
        Assert.NotEmpty(Requests(site));
        var log = string.Join('\n', site.Lines);
        string[] traces = ["canary", Machine, "Mozilla", Signs.ControlledByOthers.Id, "noticed", code.Replace("-", "", StringComparison.Ordinal),
            .. code.Split('-')];
        foreach (var trace in traces)
        {
            Assert.DoesNotContain(trace, log, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_pages_where_people_answer_leave_no_line()
    {
        await using var site = await RunningSite.StartAsync();
        var visitor = await VisitorAsync(Scripts.On, site.Address);
        visitor.Expects(HttpStatusCode.UnprocessableEntity);

        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        var code = await (await (await checklist.Reflect()).Save()).WriteDownTheCode();
        await (await ComeBackPage.Open(visitor)).Try("not a code");
        await (await (await ComeBackPage.Open(visitor)).ComeBackWith(code)).ForgetEverything();
        var practice = await PracticePage.Begin(visitor, Cases.CarWash);
        await practice.AnswersAtOnce();
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await practice.FinishButton.ClickAsync();
        await Expect(practice.Tried).ToBeVisibleAsync();
        await visitor.GoAsync("/nb/tegn");
        await visitor.GoAsync("/nb/kontakter");
        await StopAsync(site, visitor);

        // One line for each page that was read, and none for the requests before them, a circuit's among them.
        string[] traces = ["_blazor", "Circuit", "LivePage", "Practice", "Saved"];
        Assert.All(traces, trace => Assert.DoesNotContain(trace, string.Join('\n', site.Lines), StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Requests(site), line => line.Contains(" file ", StringComparison.Ordinal));
        Assert.Equal(2, Requests(site).Count(line => line.Contains("{Slug", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_line_tells_the_minute_and_no_more()
    {
        await using var site = await RunningSite.StartAsync();
        var visitor = await VisitorAsync(Scripts.On, site.Address);

        await visitor.GoAsync("/nb/tegn");
        await StopAsync(site, visitor);

        Assert.NotEmpty(Requests(site));
        Assert.All(site.Lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\dZ \w+ ", line));
    }

    /// <summary>What the page is still loading would fail without the site, and be found as an error.</summary>
    private static async Task StopAsync(RunningSite site, Visitor visitor)
    {
        await visitor.Page.GotoAsync("about:blank");
        await site.StopAsync();
    }

    private static IEnumerable<string> Requests(RunningSite site) => site.Lines.Where(line => line.Contains(" GET ", StringComparison.Ordinal));
}
