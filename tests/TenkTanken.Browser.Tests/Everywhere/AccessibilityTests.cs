using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Journeys;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Everywhere;

public sealed class AccessibilityTests(TestBench bench) : Journey(bench)
{
    /// <summary>
    /// Axe once in the page and then asked directly: its own wrapper for Playwright sends all of axe anew with each
    /// question, which takes four times as long.
    /// </summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Ask =
        """
        async () => {
          const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          return violations.flatMap(fault => fault.nodes.map(node => `${fault.id} at ${node.html} ${node.failureSummary}`));
        }
        """;

    [Theory]
    [MemberData(nameof(PagesAndStates.All), MemberType = typeof(PagesAndStates))]
    public async Task Axe_finds_nothing_all_fits_and_every_stop_of_the_keyboard_can_be_seen(string pageOrState)
    {
        var visitor = await VisitorAsync();
        await PagesAndStates.ReachAsync(visitor, pageOrState);

        // Without scripts the link is all there is.
        await Expect(new SitePage(visitor.Page).LeaveLink).ToBeVisibleAsync();
        await Expect(new SitePage(visitor.Page).LeaveLink).ToHaveAttributeAsync("href", "/ut");

        await visitor.Page.EvaluateAsync(Axe);
        var found = new List<string>();
        // Each size and each scheme once: what is laid out does not hang on the colours.
        foreach (var (screen, scheme) in new[] { (Screens.Phone, ColorScheme.Light), (Screens.Desk, ColorScheme.Dark) })
        {
            await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var faults = await visitor.Page.EvaluateAsync<string[]>(Ask);
            found.AddRange(faults.Select(fault => $"{screen.Width} px, {scheme}: {fault}"));
        }

        Found.Nothing(found);
        await NarrowScreenTests.FitsAsync(visitor.Page);
        await KeyboardTests.EveryStopCanBeSeenAsync(visitor);

        // As if the design system had not come through.
        await visitor.Page.EvaluateAsync("() => document.querySelectorAll('link[href*=\"/vendor/\"]').forEach(sheet => sheet.disabled = true)");
        await NarrowScreenTests.FitsAsync(visitor.Page);
    }

    /// <summary>What a language changes is words, their length and what is marked as another's: one look at each page is enough.</summary>
    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Axe_finds_nothing_and_all_fits_on_any_page_in_another_language(string code)
    {
        var visitor = await VisitorAsync();
        var found = new List<string>();
        foreach (var page in Words.Library.CurrentIn(Words.Library.Site.Language(code)!).Pages)
        {
            await visitor.Page.SetViewportSizeAsync(Screens.Phone.Width, Screens.Phone.Height);
            await visitor.GoAsync(page.Address);
            await visitor.Page.EvaluateAsync(Axe);
            var faults = await visitor.Page.EvaluateAsync<string[]>(Ask);
            found.AddRange(faults.Select(fault => $"{page.Address}: {fault}"));
            await NarrowScreenTests.FitsAsync(visitor.Page);
        }

        Found.Nothing(found);
    }

    [Fact]
    public async Task Axe_finds_nothing_while_shift_is_counted()
    {
        var visitor = await VisitorAsync();
        // The count is over after five seconds, and axe may take longer on a busy machine.
        await visitor.Page.AddInitScriptAsync("{ const wait = setTimeout; window.setTimeout = (act, time) => time === 5000 ? 0 : wait(act, time); }");
        await visitor.GoAsync("/nb/tegn");
        await visitor.Page.Keyboard.PressAsync("Shift");

        await visitor.Page.EvaluateAsync(Axe);
        var found = await visitor.Page.EvaluateAsync<string[]>(Ask);

        Found.Nothing(found);
        Assert.True(await new SitePage(visitor.Page).Presses.IsVisibleAsync());
    }

    [Fact]
    public async Task Axe_would_find_pale_words_and_a_picture_that_says_nothing()
    {
        var visitor = await VisitorAsync(equip: browser => browser.ColorScheme = ColorScheme.Dark);
        await visitor.GoAsync("/nb/tegn");
        await visitor.Page.GetByRole(AriaRole.Main).EvaluateAsync(
            "main => { main.innerHTML += '<p id=pale>pale</p><img src=/icon.svg>'; pale.style.color = '#333'; }");

        await visitor.Page.EvaluateAsync(Axe);
        var found = await visitor.Page.EvaluateAsync<string[]>(Ask);

        Assert.Equal(["color-contrast", "image-alt"], found.Select(fault => fault.Split(' ')[0]).Order());
    }
}
