using System.Text.RegularExpressions;
using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>
/// The server is killed (SIGKILL) and started again while people are in the middle of something. That happens once, to all of
/// them: each goes their own way to where the server is killed, waits there for the others, and goes on.
/// </summary>
public sealed partial class KilledServerTests(TestBench bench) : Journey(bench)
{
    /// <summary>What a journey waits for before it goes on.</summary>
    private enum Server
    {
        IsKilled,
        IsBack,
    }

    [Fact]
    public async Task Whatever_one_is_in_the_middle_of_when_it_happens_nothing_is_lost()
    {
        var site = UntilTheyLeave(await RunningSite.StartKillableAsync());
        var ways = new List<IAsyncEnumerator<Server>>();
        foreach (var scripts in new[] { Scripts.Off, Scripts.On })
        {
            ways.Add(InTheMiddleOfTheChecklistAsync(await VisitorOfAsync(site, scripts)).GetAsyncEnumerator());
            ways.Add(PressingTheButtonMeanwhileAsync(await VisitorOfAsync(site, scripts)).GetAsyncEnumerator());
            ways.Add(BetweenReflectingAndSavingAsync(await VisitorOfAsync(site, scripts)).GetAsyncEnumerator());
            ways.Add(HavingSavedAsync(await VisitorOfAsync(site, scripts)).GetAsyncEnumerator());
        }

        ways.Add(LeavingInAHurryAsync(await VisitorAsync(address: site.Address)).GetAsyncEnumerator());
        ways.Add(PractisingAsync(await VisitorOfAsync(site, Scripts.On)).GetAsyncEnumerator());
        ways.Add(FinishingPracticeAsync(await VisitorOfAsync(site, Scripts.On)).GetAsyncEnumerator());
        await AllComeToAsync(Server.IsKilled, ways);

        await site.KillAsync();
        await AllComeToAsync(Server.IsBack, ways);
        await site.StartAgainAsync();

        await AllComeToAsync(null, ways);
    }

    private static async IAsyncEnumerable<Server> InTheMiddleOfTheChecklistAsync(Visitor visitor)
    {
        var checklist = await TickAsync(visitor);

        yield return Server.IsKilled;
        await checklist.DoNotNotice(Signs.DegradingHousing);

        yield return Server.IsBack;
        await IsTickedAsync(checklist);
        await Expect(checklist.NotNoticed(Signs.DegradingHousing)).ToBeCheckedAsync();
        var code = await (await (await checklist.Reflect()).Save()).WriteDownTheCode();
        var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
        await HasOneRoundAsync(remembered);
        await Expect(remembered.WhatIDidNotNotice).ToContainTextAsync(Signs.DegradingHousing.Title);
    }

    /// <summary>One who presses it in vain goes back to the same ticks.</summary>
    private static async IAsyncEnumerable<Server> PressingTheButtonMeanwhileAsync(Visitor visitor)
    {
        var checklist = await TickAsync(visitor);

        yield return Server.IsKilled;
        await checklist.PressReflect();
        await Expect(visitor.Page).ToHaveURLAsync(BrowsersOwnPage());

        yield return Server.IsBack;
        await visitor.GoBackAsync();
        await IsTickedAsync(checklist);
        var reflection = await checklist.Reflect();
        await Expect(ReflectionPage.Card(reflection.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
    }

    private static async IAsyncEnumerable<Server> BetweenReflectingAndSavingAsync(Visitor visitor)
    {
        var reflection = await (await TickAsync(visitor)).Reflect();

        yield return Server.IsKilled;
        await reflection.PlanTo(Plans.TalkAlone);

        yield return Server.IsBack;
        var code = await (await reflection.Save()).WriteDownTheCode();
        var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
        await HasOneRoundAsync(remembered);
        await Expect(remembered.WhatIPlanned).ToHaveTextAsync([Plans.TalkAlone.Title]);
    }

    /// <summary>What was saved is there, and saving it again gives the same code.</summary>
    private static async IAsyncEnumerable<Server> HavingSavedAsync(Visitor visitor)
    {
        var reflection = await (await TickAsync(visitor)).Reflect();
        var form = await visitor.Page.Locator("form").EvaluateAsync<string>("form => form.outerHTML");
        var code = await (await reflection.Save()).WriteDownTheCode();

        yield return Server.IsKilled;
        yield return Server.IsBack;
        await HasOneRoundAsync(await (await ComeBackPage.Open(visitor)).ComeBackWith(code));

        // As the browser sends it that never got the answer.
        await visitor.GoAsync(ChecklistPage.Address);
        await visitor.Page.Locator("form").EvaluateAsync("(now, then) => now.outerHTML = then", form);
        Assert.Equal(code, await (await new ReflectionPage(visitor.Page).Save()).WriteDownTheCode());
        await HasOneRoundAsync(await (await ComeBackPage.Open(visitor)).ComeBackWith(code));
    }

    private static async IAsyncEnumerable<Server> LeavingInAHurryAsync(Visitor visitor)
    {
        await visitor.MayLeaveAsync();
        await PagesAndStates.ReachAsync(visitor, "reflection on much");

        yield return Server.IsKilled;
        await new SitePage(visitor.Page).LeaveInAHurry();
        Assert.Equal(OtherSite.Title, await visitor.Page.TitleAsync());

        yield return Server.IsBack;
    }

    /// <summary>The server has forgotten the page, and one goes on with every tick.</summary>
    private static async IAsyncEnumerable<Server> PractisingAsync(Visitor visitor)
    {
        var practice = await PractiseAsync(visitor);
        await visitor.MarkPageAsync();

        yield return Server.IsKilled;
        await practice.Tick(Signs.DegradingHousing).CheckAsync();
        await Expect(practice.LostConnection).ToBeVisibleAsync();

        yield return Server.IsBack;
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.Gone)).ToBeVisibleAsync();
        await Expect(practice.Tick(Signs.DegradingHousing)).ToBeCheckedAsync();
        Assert.True(await visitor.IsMarkedPageAsync());
        await practice.ContinueButton.ClickAsync();
        await practice.AnswersAtOnce();
        Assert.False(await visitor.IsMarkedPageAsync());
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(3);
        await Expect(practice.ExplanationOf(Signs.DegradingHousing)).ToHaveCountAsync(3);
        await Expect(practice.LostConnection).ToBeHiddenAsync();
    }

    /// <summary>The server has forgotten the page, and its buttons work all the same.</summary>
    private static async IAsyncEnumerable<Server> FinishingPracticeAsync(Visitor visitor)
    {
        var practice = await PractiseAsync(visitor);

        yield return Server.IsKilled;
        yield return Server.IsBack;
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.Gone)).ToBeVisibleAsync();
        await practice.FinishButton.ClickAsync();
        await Expect(practice.Title).ToHaveTextAsync(Words.Edition.Practice.TakeAlong.Title);
        await Expect(practice.Tried).ToContainTextAsync(Cases.CarWash.Next.Text());
    }

    /// <summary>Tells of all who do not come there.</summary>
    /// <param name="place">What they are to wait for; null: each is to come to the end.</param>
    /// <param name="ways">Each from where it waits.</param>
    private static Task AllComeToAsync(Server? place, IEnumerable<IAsyncEnumerator<Server>> ways) =>
        Assert.MultipleAsync([.. ways.Select<IAsyncEnumerator<Server>, Func<Task>>(way => async () =>
            Assert.Equal(place, await way.MoveNextAsync() ? way.Current : null))]);

    private async Task<Visitor> VisitorOfAsync(RunningSite site, Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts, site.Address);
        // Browsers fetch icons last of all, and it may be then that the server dies.
        visitor.ExpectsError("net::ERR_");

        return visitor;
    }

    private static async Task<PracticePage> PractiseAsync(Visitor visitor)
    {
        visitor.ExpectsError("WebSocket");
        var practice = await PracticePage.Begin(visitor, Cases.CarWash);
        await practice.AnswersAtOnce();
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(3);

        return practice;
    }

    private static async Task<ChecklistPage> TickAsync(Visitor visitor)
    {
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        await checklist.BeUnsureOf(Signs.DistrustOfStaff);

        return checklist;
    }

    private static async Task IsTickedAsync(ChecklistPage checklist)
    {
        await Expect(checklist.Noticed(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(checklist.Unsure(Signs.DistrustOfStaff)).ToBeCheckedAsync();
    }

    private static async Task HasOneRoundAsync(RememberedPage remembered)
    {
        await Expect(remembered.WhatINoticed).ToHaveCountAsync(1);
        await Expect(ReflectionPage.Card(remembered.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
        await Expect(ReflectionPage.Card(remembered.WhatIWasUnsureOf, Signs.DistrustOfStaff)).ToBeVisibleAsync();
    }

    [GeneratedRegex("^chrome-error:")]
    private static partial Regex BrowsersOwnPage();
}
