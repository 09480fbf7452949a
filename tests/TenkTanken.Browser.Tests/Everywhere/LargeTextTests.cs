using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>
/// Readers who need large text lose neither words nor the way to leave: text at 200 %, as phones and some browsers make it
/// without zooming (WCAG 1.4.4), and what is left of a screen at 400 % (1.4.10). Every page and state is asked in
/// <see cref="AccessibilityTests"/>, which goes to each of them once for all.
/// </summary>
public sealed class LargeTextTests(TestBench bench) : Journey(bench)
{
    /// <summary>
    /// Whether the way to leave is whole and on top of everything, with the page at its beginning and at its end, and what sticks to
    /// the screen leaves the page the most of it.
    /// </summary>
    private const string NoWayOut =
        """
        mayScrollAway => {
          const link = document.querySelector('[data-leave]');
          const bars = [...document.querySelectorAll('.site-header, .slides-bar, .presenter__top, .presenter__bar')];
          const found = [];
          for (const [where, top] of [['begins', 0], ['ends', document.documentElement.scrollHeight]]) {
            scrollTo({ top, behavior: 'instant' });
            const box = link.getBoundingClientRect();
            const over = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
            const isOnScreen = box.left >= 0 && box.top >= 0 && box.right <= document.documentElement.clientWidth && box.bottom <= innerHeight;
            if (!(isOnScreen && link.contains(over)) && !(top > 0 && mayScrollAway)) found.push(`the way to leave is out of sight where the page ${where}`);
            if (link.scrollWidth > link.clientWidth + 1) found.push('the way to leave is cut off');
          }
          scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
          for (const bar of bars.filter(bar => getComputedStyle(bar).position === 'sticky')) {
            const { top, bottom } = bar.getBoundingClientRect();
            if (Math.min(bottom, innerHeight) - Math.max(top, 0) > innerHeight / 3) found.push('the bar takes the screen');
          }
          return found;
        }
        """;

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task The_way_to_leave_stays_in_the_largest_text_and_on_the_smallest_screen(string language)
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync($"/{language}/");

        var found = new List<string>();
        foreach (var screen in new[] { Screens.Phone, Screens.Narrow, Screens.Desk })
        {
            await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var percent in new[] { 100, 130, 150, 200, 250, 300, 400 })
            {
                await EnlargeAsync(visitor.Page, percent);
                var faults = await visitor.Page.EvaluateAsync<string[]>(NoWayOut, percent > 200);
                found.AddRange(faults.Select(fault => $"{screen.Width} px, {percent} %: {fault}"));
            }
        }

        Found.Nothing(found);
    }

    [Fact]
    public async Task Zoomed_in_the_way_to_leave_stays_and_the_bar_goes()
    {
        var visitor = await VisitorAsync(equip: browser => browser.ViewportSize = Screens.Zoomed);
        await visitor.MayLeaveAsync();
        await visitor.GoAsync("/nb/tegn");
        var page = new SitePage(visitor.Page);

        await visitor.Page.EvaluateAsync("() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
        await Expect(visitor.Page.Locator(".site-name")).Not.ToBeInViewportAsync();
        await Expect(page.LeaveLink).ToBeInViewportAsync(new() { Ratio = 1 });

        await page.LeaveInAHurry();
    }

    [Fact]
    public async Task What_large_text_would_lose_would_be_found()
    {
        var visitor = await VisitorAsync();

        var spoilt = await Spoiling.FindAsync(
            visitor.Page,
            () => visitor.GoAsync("/nb/tegn"),
            LostAsync,
            Spoiling.Style(".site-header__bar { flex-wrap: nowrap } .leave { flex: none; white-space: nowrap }", "out of sight where the page begins"),
            Spoiling.Style(".site-header { position: static }", "out of sight where the page ends"),
            Spoiling.Style(".site-header { min-block-size: 40vh }", "the bar takes the screen"),
            Spoiling.Style(".leave { flex: none; inline-size: 3rem; white-space: nowrap; overflow: hidden }", "cut off"),
            Spoiling.Style("main p { white-space: nowrap }", "the page scrolls sideways"));

        Assert.All(spoilt, page => Assert.Contains(page.Found, fault => fault.Contains(page.By.Finding, StringComparison.Ordinal)));
    }

    internal static async Task<IReadOnlyList<string>> LostAsync(IPage page)
    {
        var found = new List<string>();
        await page.SetViewportSizeAsync(Screens.Zoomed.Width, Screens.Zoomed.Height);
        found.AddRange((await page.EvaluateAsync<string[]>(NoWayOut, false)).Select(fault => $"zoomed in: {fault}"));

        return [.. found, .. await LostOnAsync(page, Screens.Narrow, Screens.Phone)];
    }

    /// <summary>With text at 200 %.</summary>
    internal static async Task<IReadOnlyList<string>> LostOnAsync(IPage page, params ViewportSize[] screens)
    {
        var found = new List<string>();
        await EnlargeAsync(page, 200);
        foreach (var screen in screens)
        {
            var wide = await NarrowScreenTests.TooWideAsync(page, screen);
            var faults = await page.EvaluateAsync<string[]>(NoWayOut, false);
            found.AddRange(wide.Concat(faults).Select(fault => $"200 %: {fault}"));
        }

        await EnlargeAsync(page, 100);

        return found;
    }

    /// <summary>The reader's own size of text, and everything that is measured by it.</summary>
    internal static Task EnlargeAsync(IPage page, int percent) =>
        page.EvaluateAsync("percent => document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`", percent);
}
