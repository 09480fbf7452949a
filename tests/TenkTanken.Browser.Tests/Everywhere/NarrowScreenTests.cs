using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Everywhere;

public sealed class NarrowScreenTests(TestBench bench) : Journey(bench)
{
    /// <summary>
    /// What reaches beyond the right edge, whether the page then scrolls or hides it. A table may be wider than its own
    /// box, which scrolls and can be scrolled from the keyboard (WCAG 1.4.10 excepts tables); the box may not. What is for listeners
    /// only is cut to a point.
    /// </summary>
    private const string TooWide =
        """
        () => {
          const wide = [...document.querySelectorAll('body *')].filter(element =>
            element.checkVisibility() && !element.parentElement.closest('section[tabindex="0"], .visually-hidden')
            && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
          const scrolls = document.documentElement.scrollWidth > document.documentElement.clientWidth;
          return wide.map(element => element.outerHTML.slice(0, 120)).concat(scrolls ? ['the page scrolls sideways'] : []);
        }
        """;

    [Theory]
    [InlineData("/nb/")]
    [InlineData("checklist with guidance open")]
    [InlineData("practice without its connection")]
    public async Task Without_the_design_system_everything_is_there_and_fits(string pageOrState)
    {
        var visitor = await VisitorAsync();
        await visitor.LoseDesignSystemAsync();

        await PagesAndStates.ReachAsync(visitor, pageOrState);

        await IsThereAndFitsAsync(visitor.Page);
    }

    [Fact]
    public async Task Without_the_design_system_ticks_still_open_their_guidance()
    {
        var visitor = await VisitorAsync();
        await visitor.LoseDesignSystemAsync();
        var checklist = await ChecklistPage.Open(visitor);
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(0);

        await checklist.Notice(Signs.ControlledByOthers);

        await Expect(checklist.GuidanceOf(Signs.ControlledByOthers)).ToBeVisibleAsync();
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Something_too_wide_would_be_found()
    {
        var visitor = await VisitorAsync();
        string[] overflows = ["visible", "hidden"];

        var spoilt = await Spoiling.FindAsync(
            visitor.Page,
            () => visitor.GoAsync("/nb/tegn"),
            page => TooWideAsync(page, Screens.Phone),
            overflows.Select(overflow => new Spoiling(
                $$"""
                () => {
                  const main = document.querySelector('main');
                  main.innerHTML += '<pre>wide</pre>';
                  main.lastChild.style.inlineSize = '500px';
                  document.body.style.overflowX = '{{overflow}}';
                }
                """,
                "<pre")));

        Assert.All(spoilt, page => Assert.Contains(page.Found, element => element.Contains(page.By.Finding, StringComparison.Ordinal)));
    }

    /// <summary>
    /// What is asked of a page on its own stylesheet. Every page and state is asked in <see cref="AccessibilityTests"/>, which
    /// goes to each of them once for all and takes the design system away; here it never comes.
    /// </summary>
    /// <param name="page">As it stands.</param>
    /// <param name="hasFrame">Whether the footer of the site is below.</param>
    internal static async Task IsThereAndFitsAsync(IPage page, bool hasFrame = true)
    {
        var site = new SitePage(page);
        await page.SetViewportSizeAsync(Screens.Phone.Width, Screens.Phone.Height);
        await Expect(site.Title).ToBeVisibleAsync();
        await Expect(site.LeaveLink).ToBeInViewportAsync();
        await Expect(site.Footer).ToBeVisibleAsync(new() { Visible = hasFrame });
        Found.Nothing(await TooWideAsync(page, Screens.Phone, Screens.Narrow));
    }

    /// <summary>As if the design system had not come through.</summary>
    internal static async Task IsThereAndFitsWithoutDesignSystemAsync(IPage page, bool hasFrame = true)
    {
        await page.EvaluateAsync("() => document.querySelectorAll('link[href*=\"/vendor/\"]').forEach(sheet => sheet.disabled = true)");
        await IsThereAndFitsAsync(page, hasFrame);
    }

    internal static async Task<IReadOnlyList<string>> TooWideAsync(IPage page, params ViewportSize[] screens)
    {
        var found = new List<string>();
        foreach (var screen in screens)
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            var wide = await page.EvaluateAsync<string[]>(TooWide);
            found.AddRange(wide.Select(element => $"{screen.Width} px: {element}"));
        }

        return found;
    }
}
