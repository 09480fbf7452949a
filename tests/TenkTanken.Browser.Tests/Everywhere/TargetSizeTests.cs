using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using Xunit;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>
/// On a phone there is room for a finger on what one presses to go on, to answer and to leave. Axe asks for 24 pixels of
/// everything (WCAG 2.5.8); of these we ask for the 44 of WCAG 2.5.5. Every page and state is asked in <see cref="AccessibilityTests"/>.
/// </summary>
public sealed class TargetSizeTests(TestBench bench) : Journey(bench)
{
    private const string TooLow =
        """
        () => [...document.querySelectorAll('button, label:has(input[type=radio], input[type=checkbox]), [data-leave], .doors a, .site-menu a')]
          .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
          .map(element => `${element.getBoundingClientRect().height} px high: ${element.outerHTML.slice(0, 120)}`)
        """;

    [Fact]
    public async Task Too_small_a_target_would_be_found()
    {
        var visitor = await VisitorAsync();
        string[] targets = ["button", ".choice", ".leave", ".site-menu a"];

        var spoilt = await Spoiling.FindAsync(
            visitor.Page,
            async () =>
            {
                await visitor.GoAsync("/nb/sjekkliste");
                await new SitePage(visitor.Page).MenuButton.ClickAsync();
            },
            TooLowAsync,
            targets.Select(target => new Spoiling(
                $$"""
                () => {
                  const target = document.querySelector('{{target}}');
                  target.style.minBlockSize = target.style.blockSize = '40px';
                  target.style.overflow = 'hidden';
                }
                """,
                "40 px high")));

        Assert.All(spoilt, page => Assert.StartsWith(page.By.Finding, Assert.Single(page.Found), StringComparison.Ordinal));
    }

    internal static async Task<IReadOnlyList<string>> TooLowAsync(IPage page) => await page.EvaluateAsync<string[]>(TooLow);
}
