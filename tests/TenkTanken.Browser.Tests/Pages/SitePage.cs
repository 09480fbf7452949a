using Microsoft.Playwright;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>What every page has around it.</summary>
public class SitePage(IPage page)
{
    protected IPage Page => page;

    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator LeaveLink => page.GetByRole(AriaRole.Link, new() { Name = Words.Texts.Frame.Leave, Exact = true });

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Footer => page.GetByRole(AriaRole.Contentinfo);

    public ILocator PrintButton => Button(Words.Texts.Frame.Print);

    /// <summary>That signs fit neither all who are exploited nor only them.</summary>
    public ILocator Caveat => page.GetByRole(AriaRole.Complementary, new() { Name = Words.Checklist.Caveat.Title, Exact = true });

    /// <summary>What stands under a heading.</summary>
    public ILocator Under(string heading) => page.Locator("section").Filter(new() { Has = HeadingCalled(heading) });

    public ILocator HeadingCalled(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public async Task LeaveInAHurry()
    {
        await LeaveLink.ClickAsync();
        await page.WaitForURLAsync(Words.LeaveAddress);
    }

    protected ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
