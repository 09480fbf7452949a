using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>Coming back, and seeing what changed.</summary>
public sealed class RoundsTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task From_coming_back_by_what_became_of_the_plans_and_a_new_round_to_what_is_different(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var code = await SaveFirstRoundAsync(visitor);

        var plans = await (await (await ComeBackPage.Open(visitor)).ComeBackWith(code)).MarkThePlans();
        await plans.Mark(Plans.TalkAlone, Words.Texts.Plans.Done).CheckAsync();
        var checklist = await plans.FillInANewRound();
        await Expect(checklist.NotConsidered(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await checklist.DoNotNotice(Signs.ControlledByOthers);
        await checklist.Notice(Signs.DistrustOfStaff, Signs.DegradingHousing);
        var reflection = await checklist.Reflect();
        await reflection.PlanTo(Plans.Interpreter);
        var remembered = await reflection.SaveRound();

        var changes = Words.Texts.Changes;
        await Expect(remembered.Different(changes.New)).ToHaveTextAsync([Signs.DegradingHousing.Title]);
        await Expect(remembered.Different(changes.NoLonger)).ToHaveTextAsync([Signs.ControlledByOthers.Title]);
        await Expect(remembered.Different(changes.NowKnown)).ToHaveTextAsync([$"{Signs.DistrustOfStaff.Title} ({Words.Texts.Checklist.Noticed})"]);
        await Expect(remembered.Rounds).ToHaveTextAsync([Round(1), Round(2)]);
        await Expect(remembered.StateOf(Plans.TalkAlone)).ToHaveTextAsync(Words.Texts.Plans.Done);
        await Expect(remembered.StateOf(Plans.Interpreter)).ToHaveTextAsync(Words.Texts.Plans.Planned);
        await Expect(ReflectionPage.Card(remembered.WhatINoticed, Signs.DegradingHousing)).ToContainTextAsync(Signs.DegradingHousing.Ordinary.Text());

        // The same code opens all of it.
        var later = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
        await Expect(later.Rounds).ToHaveTextAsync([Round(1), Round(2)]);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task A_save_whose_answer_was_lost_is_sent_again_and_kept_once(Scripts scripts)
    {
        await using var proxy = Proxy.Before(Bench.Site);
        var visitor = await VisitorAsync(scripts, proxy.Address);
        visitor.ExpectsError("net::ERR_");
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        var reflection = await checklist.Reflect();

        await LoseTheAnswerAsync(visitor, proxy, () => reflection.SaveButton.ClickAsync());
        var code = await (await reflection.Save()).WriteDownTheCode();
        var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
        await Expect(ReflectionPage.Card(remembered.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
        await Expect(remembered.Rounds).ToHaveCountAsync(0);

        checklist = await remembered.FillInANewRound();
        await checklist.Notice(Signs.DegradingHousing);
        reflection = await checklist.Reflect();
        await LoseTheAnswerAsync(visitor, proxy, () => reflection.SaveRoundButton.ClickAsync());
        remembered = await reflection.SaveRound();
        await Expect(remembered.Rounds).ToHaveTextAsync([Round(1), Round(2)]);
    }

    private static async Task LoseTheAnswerAsync(Visitor visitor, Proxy proxy, Func<Task> send)
    {
        var dropped = proxy.DroppedAnswers;
        proxy.Traffic = Traffic.DropsAnswersToPosts;
        await send();
        await Expect(visitor.Page).ToHaveURLAsync("chrome-error://chromewebdata/");
        Assert.True(proxy.DroppedAnswers > dropped);

        proxy.Traffic = Traffic.Passes;
        await visitor.GoBackAsync();
    }

    private static string Round(int number) => Words.Texts.Rounds.Round.With(("number", $"{number}"));

    private static async Task<string> SaveFirstRoundAsync(Visitor visitor)
    {
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        await checklist.BeUnsureOf(Signs.DistrustOfStaff);
        var reflection = await checklist.Reflect();
        await reflection.PlanTo(Plans.TalkAlone);

        return await (await reflection.Save()).WriteDownTheCode();
    }
}
