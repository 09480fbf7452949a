using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>What one noticed last time, and forgetting it.</summary>
public sealed class RememberedPage(IPage page) : SitePage(page)
{
    private static RememberedTexts Texts => Words.Texts.Remembered;

    public ILocator WhatINoticed => Under(Texts.Noticed);

    public ILocator WhatIWasUnsureOf => Under(Texts.Unsure);

    public ILocator WhatIDidNotNotice => Under(Texts.NotNoticed);

    public ILocator WhatIPlanned => Under(Texts.Plans).Locator("li > span:first-child");

    /// <summary>What is different since last time, by the name of the change.</summary>
    public ILocator Different(string change) =>
        Page.GetByRole(AriaRole.Region, new() { Name = Words.Texts.Changes.Title, Exact = true })
            .Locator("div", new() { Has = HeadingCalled(change) }).GetByRole(AriaRole.Listitem);

    public ILocator Rounds => Page.Locator("table.rounds thead").GetByRole(AriaRole.Columnheader);

    public ILocator NewRoundButton => Button(Words.Texts.Rounds.New);

    /// <summary>What became of a plan.</summary>
    public ILocator StateOf(PlannedStep plan) =>
        Under(Texts.Plans).GetByRole(AriaRole.Listitem).Filter(new() { HasText = plan.Title }).Locator(".tag");

    public async Task<PlanMarksPage> MarkThePlans()
    {
        await Button(Words.Texts.Plans.Mark).ClickAsync();
        var plans = new PlanMarksPage(Page);
        await Assertions.Expect(plans.Title).ToHaveTextAsync(Words.Texts.Plans.Title);

        return plans;
    }

    public async Task<ChecklistPage> FillInANewRound()
    {
        await NewRoundButton.ClickAsync();
        var checklist = new ChecklistPage(Page);
        await Assertions.Expect(checklist.Title).ToHaveTextAsync(Words.Edition.The(PageKind.Checklist).Title);

        return checklist;
    }

    public Task ThinkOfForgetting() => Page.GetByText(Texts.Forget, new() { Exact = true }).ClickAsync();

    public async Task ForgetEverything()
    {
        await ThinkOfForgetting();
        await PressForget();
        await Assertions.Expect(Title).ToHaveTextAsync(Texts.ForgottenTitle);
    }

    public Task PressForget() => Button(Texts.ForgetNow).ClickAsync();
}
