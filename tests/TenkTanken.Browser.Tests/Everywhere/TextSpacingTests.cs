using Microsoft.Playwright;
using Xunit;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>
/// Readers who set more space between lines, words and letters lose no word (WCAG 1.4.12). Every page and state is asked in
/// <see cref="AccessibilityTests"/>, which goes to each of them once for all.
/// </summary>
public sealed class TextSpacingTests(TestBench bench) : Journey(bench)
{
    /// <summary>With the spacing of the criterion: what is cut off, what lies on top of something else, and whether the page scrolls sideways.</summary>
    private const string Lost =
        """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`
            * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
            p { margin-block-end: 2em !important; }`);
          document.adoptedStyleSheets.push(sheet);

          const found = [];
          const tell = (fault, element) => found.push(`${fault}: ${element.outerHTML.slice(0, 120)}`);
          // Words for those who listen are cut down to a dot on purpose.
          const isDot = element => element.clientWidth <= 1 && element.clientHeight <= 1;
          const cuts = overflow => overflow === 'hidden' || overflow === 'clip';

          for (const element of document.body.querySelectorAll('*')) {
            if (!element.checkVisibility({ visibilityProperty: true }) || !element.textContent.trim() || isDot(element)) continue;
            const style = getComputedStyle(element);
            if (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1) tell('cut off below', element);
            if (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) tell('cut off at the side', element);
          }

          // Each line of each piece of text. What is stuck to the screen lies over the page, and one can scroll.
          const lines = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const element = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
            let around = element;
            while (around && !isDot(around) && !['fixed', 'sticky'].includes(getComputedStyle(around).position)) around = around.parentElement;
            if (around) continue;
            const range = document.createRange();
            range.selectNodeContents(texts.currentNode);
            for (const box of range.getClientRects()) lines.push({ element, box });
          }
          lines.sort((one, other) => one.box.top - other.box.top);
          lines.forEach((one, index) => {
            for (let next = index + 1; next < lines.length && lines[next].box.top < one.box.bottom - 2; next++) {
              const other = lines[next];
              const shared = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
              if (other.element !== one.element && shared > 2) tell('words lie on words', other.element);
            }
          });

          if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push('the page scrolls sideways');
          document.adoptedStyleSheets.pop();
          return found;
        }
        """;

    [Fact]
    public async Task Words_that_get_lost_would_be_found()
    {
        var visitor = await VisitorAsync();

        var spoilt = await Spoiling.FindAsync(
            visitor.Page,
            () => visitor.GoAsync("/nb/tegn"),
            LostAsync,
            Narrow("block-size: 1.25rem; overflow: hidden", "cut off below"),
            Narrow("inline-size: 5rem; white-space: nowrap; overflow: clip", "cut off at the side"),
            Narrow("block-size: 1.25rem", "words lie on words"),
            Narrow("white-space: nowrap; inline-size: max-content", "the page scrolls sideways"));

        Assert.All(spoilt, page => Assert.Contains(page.Found, fault => fault.StartsWith(page.By.Finding, StringComparison.Ordinal)));

        static Spoiling Narrow(string style, string finding) => new(
            $$"""
            () => {
              document.querySelector('main').innerHTML += `<div id=narrow>${'so many words '.repeat(20)}</div><p>and more</p>`;
              narrow.style = '{{style}}';
            }
            """,
            finding);
    }

    internal static async Task<IReadOnlyList<string>> LostAsync(IPage page) => await page.EvaluateAsync<string[]>(Lost);
}
