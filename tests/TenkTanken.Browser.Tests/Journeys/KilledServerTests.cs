using System.Text.RegularExpressions;
using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>
/// The server is killed (SIGKILL) and started again while two people are in the middle of it, one without scripts and
/// one with.
/// </summary>
public sealed partial class KilledServerTests(TestBench bench) : Journey(bench)
{
    [Fact]
    public async Task In_the_middle_of_the_checklist_nothing_is_lost()
    {
        await using var site = await RunningSite.StartKillableAsync();
        var visitors = await TwoVisitorsAsync(site);
        foreach (var visitor in visitors)
        {
            await TickAsync(visitor);
        }

        await site.KillAsync();
        foreach (var visitor in visitors)
        {
            await new ChecklistPage(visitor.Page).DoNotNotice(Signs.DegradingHousing);
        }

        await site.StartAgainAsync();

        foreach (var visitor in visitors)
        {
            var checklist = new ChecklistPage(visitor.Page);
            await IsTickedAsync(checklist);
            await Expect(checklist.NotNoticed(Signs.DegradingHousing)).ToBeCheckedAsync();
            var code = await (await (await checklist.Reflect()).Save()).WriteDownTheCode();
            var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
            await HasOneRoundAsync(remembered);
            await Expect(remembered.WhatIDidNotNotice).ToContainTextAsync(Signs.DegradingHousing.Title);
        }
    }

    [Fact]
    public async Task One_who_pressed_the_button_meanwhile_goes_back_to_the_same_ticks()
    {
        await using var site = await RunningSite.StartKillableAsync();
        var visitors = await TwoVisitorsAsync(site);
        foreach (var visitor in visitors)
        {
            await TickAsync(visitor);
        }

        await site.KillAsync();
        foreach (var visitor in visitors)
        {
            await new ChecklistPage(visitor.Page).PressReflect();
            await Expect(visitor.Page).ToHaveURLAsync(BrowsersOwnPage());
        }

        await site.StartAgainAsync();

        foreach (var visitor in visitors)
        {
            await visitor.GoBackAsync();
            var checklist = new ChecklistPage(visitor.Page);
            await IsTickedAsync(checklist);
            var reflection = await checklist.Reflect();
            await Expect(ReflectionPage.Card(reflection.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Between_reflecting_and_saving_nothing_is_lost()
    {
        await using var site = await RunningSite.StartKillableAsync();
        var visitors = await TwoVisitorsAsync(site);
        foreach (var visitor in visitors)
        {
            await (await TickAsync(visitor)).Reflect();
        }

        await site.KillAsync();
        foreach (var visitor in visitors)
        {
            await new ReflectionPage(visitor.Page).PlanTo(Plans.TalkAlone);
        }

        await site.StartAgainAsync();

        foreach (var visitor in visitors)
        {
            var code = await (await new ReflectionPage(visitor.Page).Save()).WriteDownTheCode();
            var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
            await HasOneRoundAsync(remembered);
            await Expect(remembered.WhatIPlanned).ToHaveTextAsync([Plans.TalkAlone.Title]);
        }
    }

    [Fact]
    public async Task What_was_saved_is_there_and_saving_it_again_gives_the_same_code()
    {
        await using var site = await RunningSite.StartKillableAsync();
        var visitors = await TwoVisitorsAsync(site);
        var saved = new List<(Visitor Visitor, string Form, string Code)>();
        foreach (var visitor in visitors)
        {
            var reflection = await (await TickAsync(visitor)).Reflect();
            var form = await visitor.Page.Locator("form").EvaluateAsync<string>("form => form.outerHTML");
            saved.Add((visitor, form, await (await reflection.Save()).WriteDownTheCode()));
        }

        await site.KillAsync();
        await site.StartAgainAsync();

        foreach (var (visitor, form, code) in saved)
        {
            await HasOneRoundAsync(await (await ComeBackPage.Open(visitor)).ComeBackWith(code));

            // As the browser sends it that never got the answer.
            await visitor.GoAsync(ChecklistPage.Address);
            await visitor.Page.Locator("form").EvaluateAsync("(now, then) => now.outerHTML = then", form);
            Assert.Equal(code, await (await new ReflectionPage(visitor.Page).Save()).WriteDownTheCode());
            await HasOneRoundAsync(await (await ComeBackPage.Open(visitor)).ComeBackWith(code));
        }
    }

    private async Task<Visitor[]> TwoVisitorsAsync(RunningSite site)
    {
        var visitors = new[] { await VisitorAsync(Scripts.Off, site.Address), await VisitorAsync(Scripts.On, site.Address) };
        foreach (var visitor in visitors)
        {
            // Browsers fetch icons last of all, and it may be then that the server dies.
            visitor.ExpectsError("net::ERR_");
        }

        return visitors;
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
