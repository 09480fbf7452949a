using System.Text.RegularExpressions;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>
/// With and without the cache in which browsers keep pages one has gone on from. On the checklist that is asked with scripts and without;
/// the pages behind it are of the same make.
/// </summary>
public sealed partial class BackAndForwardTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [InlineData(Scripts.Off, false)]
    [InlineData(Scripts.Off, true)]
    [InlineData(Scripts.On, false)]
    [InlineData(Scripts.On, true)]
    public async Task Looking_something_up_and_going_back_loses_no_tick_of_the_checklist(Scripts scripts, bool keepsPages)
    {
        var visitor = await VisitorAsync(scripts, keepsPages: keepsPages);
        var checklist = await TickAsync(visitor);
        await visitor.MarkPageAsync();
        await LookSomethingUpAndGoBackAsync(visitor);
        await IsTickedAsync(checklist);
        Assert.Equal(keepsPages, await visitor.IsMarkedPageAsync());
        await visitor.GoForwardAsync();
        await Expect(checklist.Title).ToHaveTextAsync(Words.Edition.Menu[^1].Title);
        await visitor.GoBackAsync();
        await IsTickedAsync(checklist);

        await checklist.Reflect();
        await visitor.GoBackAsync();
        await IsTickedAsync(checklist);
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(Scripts.Off, false)]
    [InlineData(Scripts.On, true)]
    public async Task Nor_is_one_lost_on_any_other_page_one_ticks_on(Scripts scripts, bool keepsPages)
    {
        var visitor = await VisitorAsync(scripts, keepsPages: keepsPages);
        var reflection = await (await TickAsync(visitor)).Reflect();
        await reflection.PlanTo(Plans.TalkAlone);
        await LookSomethingUpAndGoBackAsync(visitor);
        await Expect(reflection.Plan(Plans.TalkAlone)).ToBeCheckedAsync();

        var changed = await reflection.ChangeTheAnswers();
        await changed.Notice(Signs.FearOrStress);
        await LookSomethingUpAndGoBackAsync(visitor);
        await Expect(changed.Noticed(Signs.FearOrStress)).ToBeCheckedAsync();
        await Expect(changed.Unsure(Signs.DistrustOfStaff)).ToBeCheckedAsync();

        var code = await (await (await changed.Reflect()).Save()).WriteDownTheCode();
        var plans = await (await (await ComeBackPage.Open(visitor)).ComeBackWith(code)).MarkThePlans();
        await plans.Mark(Plans.TalkAlone, Words.Texts.Plans.Done).CheckAsync();
        await LookSomethingUpAndGoBackAsync(visitor);
        await Expect(plans.Mark(Plans.TalkAlone, Words.Texts.Plans.Done)).ToBeCheckedAsync();

        var round = await plans.FillInANewRound();
        await round.BeUnsureOf(Signs.DegradingHousing);
        await LookSomethingUpAndGoBackAsync(visitor);
        await Expect(round.Unsure(Signs.DegradingHousing)).ToBeCheckedAsync();
        var remembered = await (await round.Reflect()).SaveRound();
        await Expect(remembered.StateOf(Plans.TalkAlone)).ToHaveTextAsync(Words.Texts.Plans.Done);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task One_who_pressed_the_button_without_a_network_goes_back_to_the_same_ticks(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        visitor.ExpectsError("net::ERR_INTERNET_DISCONNECTED");
        var checklist = await TickAsync(visitor);

        await visitor.LoseNetworkAsync();
        await checklist.PressReflect();
        await Expect(visitor.Page).ToHaveURLAsync(BrowsersOwnPage());
        await visitor.LoseNetworkAsync(false);
        await visitor.GoBackAsync();

        await IsTickedAsync(checklist);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Back_to_a_code_or_to_what_is_saved_leads_to_where_a_code_is_typed(bool keepsPages)
    {
        var visitor = await VisitorAsync(keepsPages: keepsPages);
        var saved = await (await (await ChecklistPage.Open(visitor)).Reflect()).Save();
        var code = await saved.WriteDownTheCode();
        await saved.GoToLastInMenu();
        await visitor.GoBackAsync();

        var title = Words.Edition.The(PageKind.ComeBack).Title;
        await Expect(saved.Title).ToHaveTextAsync(title);
        await Expect(visitor.Page.GetByText(code)).ToHaveCountAsync(0);

        var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
        await remembered.GoToLastInMenu();
        await visitor.GoBackAsync();
        await Expect(remembered.Title).ToHaveTextAsync(title);
        await Expect(remembered.WhatINoticed).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_reloads_the_page_with_the_code_before_it_is_written_down_sees_it_again()
    {
        var visitor = await VisitorAsync();
        var saved = await (await (await ChecklistPage.Open(visitor)).Reflect()).Save();
        var code = await saved.WriteDownTheCode();

        await visitor.Page.ReloadAsync();

        Assert.Equal(code, await saved.WriteDownTheCode());
    }

    private static async Task LookSomethingUpAndGoBackAsync(Visitor visitor)
    {
        var here = visitor.Page.Url;
        await new SitePage(visitor.Page).GoToLastInMenu();
        await visitor.GoBackAsync();
        await Expect(visitor.Page).ToHaveURLAsync(here);
    }

    private static async Task<ChecklistPage> TickAsync(Visitor visitor)
    {
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        await checklist.BeUnsureOf(Signs.DistrustOfStaff);
        await checklist.DoNotNotice(Signs.DegradingHousing);

        return checklist;
    }

    private static async Task IsTickedAsync(ChecklistPage checklist)
    {
        await Expect(checklist.Noticed(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(checklist.Unsure(Signs.DistrustOfStaff)).ToBeCheckedAsync();
        await Expect(checklist.NotNoticed(Signs.DegradingHousing)).ToBeCheckedAsync();
        await Expect(checklist.NotConsidered(Signs.FearOrStress)).ToBeCheckedAsync();
    }

    [GeneratedRegex("^chrome-error:")]
    private static partial Regex BrowsersOwnPage();
}
