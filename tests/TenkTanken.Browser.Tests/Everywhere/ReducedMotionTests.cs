using Microsoft.Playwright;
using Xunit;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>
/// Nothing moves for those who have asked for less motion. Every page and state is asked in <see cref="AccessibilityTests"/>,
/// which goes to each of them once for all.
/// </summary>
public sealed class ReducedMotionTests(TestBench bench) : Journey(bench)
{
    /// <summary>Also what would only move later: a hundredth of a second is what stylesheets say for "at once, but do tell of the end".</summary>
    private const string Moving =
        """
        () => {
          const seconds = times => Math.max(...times.split(',').map(parseFloat));
          const found = [];
          for (const element of document.querySelectorAll('*')) {
            for (const part of ['', '::before', '::after']) {
              const style = getComputedStyle(element, part);
              const tell = what => found.push(`${what}: ${element.outerHTML.slice(0, 120)} ${part}`);
              if (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01) tell('animation');
              if (style.transitionProperty !== 'none' && seconds(style.transitionDuration) > 0.01) tell('transition');
              if (style.scrollBehavior === 'smooth') tell('smooth scrolling');
            }
          }
          return found;
        }
        """;

    [Theory]
    [InlineData("main { transition: color 0.2s }", "transition")]
    [InlineData("main::before { content: 'x'; animation: 1s turn } @keyframes turn { to { rotate: 1turn } }", "animation")]
    [InlineData("html { scroll-behavior: smooth }", "smooth scrolling")]
    public async Task Something_that_moves_would_be_found(string css, string finding)
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync("/nb/tegn");
        Assert.Empty(await MovingAsync(visitor.Page));
        await visitor.Page.EvaluateAsync("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet); }", css);

        var found = await MovingAsync(visitor.Page);

        Assert.StartsWith(finding, Assert.Single(found), StringComparison.Ordinal);
    }

    internal static async Task<IReadOnlyList<string>> MovingAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        return await page.EvaluateAsync<string[]>(Moving);
    }
}
