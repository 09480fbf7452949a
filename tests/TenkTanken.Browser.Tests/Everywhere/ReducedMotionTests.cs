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

    [Fact]
    public async Task Something_that_moves_would_be_found()
    {
        var visitor = await VisitorAsync();

        var spoilt = await Spoiling.FindAsync(
            visitor.Page,
            () => visitor.GoAsync("/nb/tegn"),
            MovingAsync,
            Spoiling.Style("main { transition: color 0.2s }", "transition"),
            Spoiling.Style("main::before { content: 'x'; animation: 1s turn } @keyframes turn { to { rotate: 1turn } }", "animation"),
            Spoiling.Style("html { scroll-behavior: smooth }", "smooth scrolling"));

        Assert.All(spoilt, page => Assert.StartsWith(page.By.Finding, Assert.Single(page.Found), StringComparison.Ordinal));
    }

    internal static async Task<IReadOnlyList<string>> MovingAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        return await page.EvaluateAsync<string[]>(Moving);
    }
}
