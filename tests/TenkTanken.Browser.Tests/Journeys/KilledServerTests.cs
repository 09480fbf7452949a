using System.Text.RegularExpressions;
using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>The server is killed (SIGKILL) and started again while somebody is in the middle of it.</summary>
public sealed partial class KilledServerTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task In_the_middle_of_the_checklist_nothing_is_lost(Scripts scripts)
    {
        await using var site = await RunningSite.StartKillableAsync();
        var visitor = await VisitorOfAsync(site, scripts);
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        await checklist.BeUnsureOf(Signs.DistrustOfStaff);

        await site.KillAsync();
        await checklist.DoNotNotice(Signs.DegradingHousing);
        await site.StartAgainAsync();

        await Expect(checklist.Noticed(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(checklist.Unsure(Signs.DistrustOfStaff)).ToBeCheckedAsync();
        await Expect(checklist.NotNoticed(Signs.DegradingHousing)).ToBeCheckedAsync();
        var code = await (await (await checklist.Reflect()).Save()).WriteDownTheCode();
        var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
        await Expect(ReflectionPage.Card(remembered.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
        await Expect(ReflectionPage.Card(remembered.WhatIWasUnsureOf, Signs.DistrustOfStaff)).ToBeVisibleAsync();
        await Expect(remembered.WhatIDidNotNotice).ToContainTextAsync(Signs.DegradingHousing.Title);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task One_who_pressed_the_button_meanwhile_goes_back_to_the_same_ticks(Scripts scripts)
    {
        await using var site = await RunningSite.StartKillableAsync();
        var visitor = await VisitorOfAsync(site, scripts);
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        await checklist.BeUnsureOf(Signs.DistrustOfStaff);

        await site.KillAsync();
        await checklist.PressReflect();
        await Expect(visitor.Page).ToHaveURLAsync(BrowsersOwnPage());
        await site.StartAgainAsync();
        await visitor.GoBackAsync();

        await Expect(checklist.Noticed(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(checklist.Unsure(Signs.DistrustOfStaff)).ToBeCheckedAsync();
        var reflection = await checklist.Reflect();
        await Expect(ReflectionPage.Card(reflection.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task Between_reflecting_and_saving_nothing_is_lost(Scripts scripts)
    {
        await using var site = await RunningSite.StartKillableAsync();
        var visitor = await VisitorOfAsync(site, scripts);
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        var reflection = await checklist.Reflect();

        await site.KillAsync();
        await reflection.PlanTo(Plans.TalkAlone);
        await site.StartAgainAsync();

        var code = await (await reflection.Save()).WriteDownTheCode();
        var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
        await Expect(ReflectionPage.Card(remembered.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
        await Expect(remembered.WhatIPlanned).ToHaveTextAsync([Plans.TalkAlone.Title]);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task What_was_saved_is_there_and_saving_it_again_gives_the_same_code(Scripts scripts)
    {
        await using var site = await RunningSite.StartKillableAsync();
        var visitor = await VisitorOfAsync(site, scripts);
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        await checklist.Reflect();
        var form = await visitor.Page.Locator("form").EvaluateAsync<string>("form => form.outerHTML");
        var first = await (await new ReflectionPage(visitor.Page).Save()).WriteDownTheCode();

        await site.KillAsync();
        await site.StartAgainAsync();
        await HasOneRoundAsync(await (await ComeBackPage.Open(visitor)).ComeBackWith(first));

        // As the browser sends it that never got the answer.
        await visitor.GoAsync(ChecklistPage.Address);
        await visitor.Page.Locator("form").EvaluateAsync("(now, then) => now.outerHTML = then", form);
        var again = await (await new ReflectionPage(visitor.Page).Save()).WriteDownTheCode();
        Assert.Equal(first, again);
        await HasOneRoundAsync(await (await ComeBackPage.Open(visitor)).ComeBackWith(first));
    }

    private static async Task HasOneRoundAsync(RememberedPage remembered)
    {
        await Expect(remembered.WhatINoticed).ToHaveCountAsync(1);
        await Expect(ReflectionPage.Card(remembered.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
    }

    private async Task<Visitor> VisitorOfAsync(RunningSite site, Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts, site.Address);
        // Browsers fetch the icon last of all, and it may be then that the server dies.
        visitor.ExpectsError("net::ERR_CONNECTION_");

        return visitor;
    }

    [GeneratedRegex("^chrome-error:")]
    private static partial Regex BrowsersOwnPage();
}
