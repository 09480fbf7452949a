using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>What the answers are worth thinking about, what one plans, and the ways out.</summary>
public sealed class ReflectionPage(IPage page) : SitePage(page)
{
    private static ReflectionTexts Texts => Words.Texts.Reflection;

    public ILocator WhatINoticed => Under(Texts.Noticed);

    public ILocator WhatIAmUnsureOf => Under(Texts.Unsure);

    public ILocator NextSteps => Folded(Texts.Next);

    public ILocator WhatIDoNotKnow => Folded(Texts.Unknown);

    public ILocator WhatMattersInTheTalk => Folded(Texts.Matters);

    public ILocator PeopleToRing => Folded(Texts.Contacts);

    public ILocator SaveButton => Button(Texts.Save);

    public ILocator SaveRoundButton => Button(Words.Texts.Rounds.Save);

    public ILocator Steps => WhatMattersInTheTalk.Locator("details");

    public ILocator Plan(PlannedStep plan) =>
        Page.GetByRole(AriaRole.Group, new() { Name = Words.Checklist.PlansTitle, Exact = true })
            .GetByRole(AriaRole.Checkbox, new() { Name = plan.Title, Exact = true });

    /// <summary>What is said of all the answers together.</summary>
    public ILocator NoticeOf(Section what) => Page.GetByRole(AriaRole.Region, new() { Name = what.Title, Exact = true });

    /// <summary>The card of a sign, in one of the two lists.</summary>
    public static ILocator Card(ILocator list, Sign sign) => list.GetByRole(AriaRole.Article, new() { Name = sign.Title, Exact = true });

    public ILocator Step(Section step) => Steps.Filter(new() { Has = Page.GetByText(step.Title, new() { Exact = true }) });

    public async Task ReadStep(Section step)
    {
        await Unfold(WhatMattersInTheTalk);
        await Step(step).GetByText(step.Title, new() { Exact = true }).ClickAsync();
    }

    public Task ReadEverything() => OpenAll(Main.Locator("form details"));

    public async Task PlanTo(params IEnumerable<PlannedStep> plans)
    {
        foreach (var plan in plans)
        {
            await Plan(plan).CheckAsync();
        }
    }

    public async Task<SavedPage> Save()
    {
        await SaveButton.ClickAsync();
        var saved = new SavedPage(Page);
        await Assertions.Expect(saved.Title).ToHaveTextAsync(Words.Texts.Saved.Title);

        return saved;
    }

    /// <summary>Saves it beside the rounds there are.</summary>
    public async Task<RememberedPage> SaveRound()
    {
        await SaveRoundButton.ClickAsync();
        var remembered = new RememberedPage(Page);
        await Assertions.Expect(remembered.Title).ToHaveTextAsync(Words.Texts.Remembered.Title);

        return remembered;
    }

    public async Task<ChecklistPage> ChangeTheAnswers()
    {
        await Button(Texts.Change).ClickAsync();
        var checklist = new ChecklistPage(Page);
        await Assertions.Expect(checklist.Title).ToHaveTextAsync(Words.Edition.The(PageKind.Checklist).Title);

        return checklist;
    }
}
