using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>What became of each plan.</summary>
public sealed class PlanMarksPage(IPage page) : SitePage(page)
{
    private static PlanTexts Texts => Words.Texts.Plans;

    public ILocator Mark(PlannedStep plan, string state) =>
        Page.GetByRole(AriaRole.Group, new() { Name = plan.Title, Exact = true }).GetByRole(AriaRole.Radio, new() { Name = state, Exact = true });

    public async Task<RememberedPage> Save()
    {
        await Button(Texts.Save).ClickAsync();
        var remembered = new RememberedPage(Page);
        await Assertions.Expect(remembered.Title).ToHaveTextAsync(Words.Texts.Remembered.Title);

        return remembered;
    }

    public Task<ChecklistPage> FillInANewRound() => new RememberedPage(Page).FillInANewRound();
}
