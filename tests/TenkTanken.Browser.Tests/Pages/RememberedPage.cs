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

    public ILocator WhatIPlanned => Under(Texts.Plans).GetByRole(AriaRole.Listitem);

    public Task ThinkOfForgetting() => Page.GetByText(Texts.Forget, new() { Exact = true }).ClickAsync();

    public async Task ForgetEverything()
    {
        await ThinkOfForgetting();
        await PressForget();
        await Assertions.Expect(Title).ToHaveTextAsync(Texts.ForgottenTitle);
    }

    public Task PressForget() => Button(Texts.ForgetNow).ClickAsync();
}
