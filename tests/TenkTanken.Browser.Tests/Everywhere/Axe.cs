using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>
/// Axe, once in the page and then asked directly: its own wrapper for Playwright sends all of axe anew with each question,
/// which takes four times as long.
/// </summary>
internal static class Axe
{
    private static readonly string Script = $"{new BundledAxeScriptProvider().GetScript()};undefined";

    /// <summary>The rules of which the answer hangs on colours, and on where things are laid out.</summary>
    private static readonly string[] OfLook = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable", "css-orientation-lock"];

    private const string Ask =
        """
        async ([only, leaveOut]) => {
          scrollTo({ top: 0, behavior: 'instant' });
          // What sticks to the lower edge lies over what one can scroll to, which is not too small for that.
          const bars = [...document.querySelectorAll('.presenter__bar, .slides-bar')];
          bars.forEach(bar => bar.style.position = 'static');
          const { violations } = await axe.run(document, {
            runOnly: only.length > 0 ? only : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: Object.fromEntries(leaveOut.map(rule => [rule, { enabled: false }])),
            // Of what is well nobody asks, and looking for a selector of each takes a third of the time.
            resultTypes: ['violations'],
            selectors: false,
            preload: false,
          });
          bars.forEach(bar => bar.style.position = '');
          return violations.flatMap(fault => fault.nodes.map(node => `${fault.id} at ${node.html} ${node.failureSummary}`));
        }
        """;

    /// <summary>To be done once on each page. Past Playwright, which looks through half a megabyte before it sends it.</summary>
    public static async Task BringAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Runtime.evaluate", new() { ["expression"] = Script });
        await browser.DetachAsync();
    }

    /// <summary>
    /// Asks from the top of the page: what has been scrolled half under the header, which sticks to the screen, would be told
    /// of as too small to press.
    /// </summary>
    /// <param name="leaveOut">Rules not to go by.</param>
    public static Task<IReadOnlyList<string>> FaultsAsync(IPage page, params string[] leaveOut) => FaultsAsync(page, [], leaveOut);

    /// <summary>The same of colours and layout alone.</summary>
    public static Task<IReadOnlyList<string>> FaultsOfLookAsync(IPage page) => FaultsAsync(page, OfLook, []);

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string[] only, string[] leaveOut) =>
        await page.EvaluateAsync<string[]>(Ask, new[] { only, leaveOut });
}
