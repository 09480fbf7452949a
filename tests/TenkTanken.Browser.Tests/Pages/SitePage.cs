using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Hosting;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>What every page has around it.</summary>
public class SitePage(IPage page)
{
    protected IPage Page => page;

    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Where scripts run, it goes on to say that Shift does the same.</summary>
    public ILocator FilterField => Page.Locator("#word-filter");

    /// <summary>What is said of how much is left.</summary>
    public ILocator FilterTold => Page.Locator(".word-filter [role=status]");

    /// <summary>Of the conversation, while one is shown.</summary>
    public ILocator LargePhrase => Page.Locator(".large-phrase");

    public ILocator LeaveLink => page.GetByRole(AriaRole.Link, new() { Name = Words.Texts.Frame.Leave });

    /// <summary>What is read out while Shift is counted.</summary>
    public ILocator ToldOfLeaving => page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Status);

    /// <summary>The dots that show how often Shift was pressed.</summary>
    public ILocator Presses => page.Locator("[data-leave-presses]");

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Footer => page.GetByRole(AriaRole.Contentinfo);

    /// <summary>When the facts on the page were checked, and by whom.</summary>
    public ILocator Facts => page.GetByRole(AriaRole.Region, new() { Name = Words.Texts.Facts.Sources });

    /// <param name="code">Of the language it leads to.</param>
    public ILocator LanguageLink(string code) => page.Locator($"nav a[hreflang={code}]");

    /// <summary>What answers the one who has just sent something. It has the focus.</summary>
    public ILocator Message => page.Locator("#message:focus");

    /// <summary>Opens the menu on a narrow screen.</summary>
    public ILocator MenuButton => Button(Words.Texts.Frame.Menu);

    public ILocator Menu => page.GetByRole(AriaRole.Navigation, new() { Name = Words.Texts.Frame.Menu, Exact = true });

    public ILocator PrintButton => Button(Words.Texts.Frame.Print);

    /// <summary>That signs fit neither all who are exploited nor only them.</summary>
    public ILocator Caveat => page.GetByRole(AriaRole.Complementary, new() { Name = Words.Checklist.Caveat.Title, Exact = true });

    /// <summary>What stands under a heading.</summary>
    public ILocator Under(string heading) => page.Locator("section").Filter(new() { Has = HeadingCalled(heading) });

    /// <summary>What is folded away under a heading.</summary>
    public ILocator Folded(string heading) => page.Locator("details:has(> summary > .heading)").Filter(new() { Has = HeadingCalled(heading) });

    public static Task Unfold(ILocator folded) => folded.Locator("> summary").ClickAsync();

    public ILocator HeadingCalled(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    /// <summary>All at once: to look of each whether a finger would hit it takes a tenth of a second.</summary>
    public static Task OpenAll(ILocator folded) => folded.Locator("> summary").EvaluateAllAsync<object?>("all => all.forEach(one => one.click())");

    public async Task LeaveInAHurry()
    {
        await LeaveLink.ClickAsync();
        await HasLeftAsync();
    }

    /// <summary>
    /// The other page is there, by its address and its title. Not by its loading: of a page as small as that, Playwright now and then
    /// does not hear, and would wait for ever.
    /// </summary>
    public async Task HasLeftAsync()
    {
        await Assertions.Expect(page).ToHaveURLAsync(Words.LeaveAddress);
        await Assertions.Expect(page).ToHaveTitleAsync(OtherSite.Title);
    }

    /// <summary>Goes to the last of the pages the menu begins with, as one does on a phone.</summary>
    public async Task GoToLastInMenu()
    {
        // A page that was kept for Back has it open still.
        if (!await Menu.IsVisibleAsync())
        {
            await MenuButton.ClickAsync();
        }

        await Menu.GetByRole(AriaRole.Link, new() { Name = Words.Edition.Menu[^1].Title, Exact = true }).ClickAsync();
        await Assertions.Expect(Title).ToHaveTextAsync(Words.Edition.Menu[^1].Title);
    }

    protected ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
