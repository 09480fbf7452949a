using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace TenkTanken.Browser.Tests;

/// <summary>Someone who uses no mouse and no touch: Tab, arrows, Space and Enter.</summary>
public sealed class Keyboard(IPage page)
{
    private const int TooManyTabs = 100;

    /// <summary>Where the keyboard is, as the one who sees the page can tell it.</summary>
    private const string Look =
        """
        const look = at => {
          // A link in a text may be broken over lines: its first line.
          const box = at.getClientRects()[0];
          const style = getComputedStyle(at);
          // Of what is larger than the screen, the part in sight.
          const middle = (start, end, screen) => (Math.max(start, 0) + Math.min(end, screen)) / 2;
          const over = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
          const isMarked = at.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          const fault = !isMarked ? 'The focus does not show on' : !at.contains(over) ? 'The focus is out of sight, or something covers it:' : null;
          return fault && `${fault} ${at.outerHTML.slice(0, 120)}`;
        };
        """;

    private const string Here = $"target => {{ {Look} return {{ fault: look(document.activeElement), isThere: document.activeElement === target }}; }}";

    private const string Everywhere =
        $$"""
        () => {
          {{Look}}
          return [...document.querySelectorAll('a[href], button, summary, input, textarea, [tabindex="0"]')]
            .map(stop => { stop.focus(); return stop === document.activeElement ? look(stop) : null; })
            .filter(fault => fault);
        }
        """;

    /// <summary>Goes forward until the focus is there. On the way the focus can be seen at every stop.</summary>
    public async Task TabTo(ILocator target)
    {
        for (var tabs = 0; tabs < TooManyTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");

            // Looked for anew each time: a page that begins to answer at once replaces its controls.
            var focus = await target.EvaluateAsync<JsonElement>(Here);
            AssertSeen(focus);
            if (focus.GetProperty("isThere").GetBoolean())
            {
                return;
            }
        }

        Assert.Fail($"{TooManyTabs} times Tab do not lead to {target}.");
    }

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public async Task AssertFocusIsSeenAsync() => AssertSeen(await page.EvaluateAsync<JsonElement>(Here));

    /// <summary>
    /// What cannot be seen when the focus is on it. Without a press for each stop, which takes a hundred times as long; the
    /// browser marks the focus all the same, as long as a key was what was pressed last.
    /// </summary>
    public static async Task<IReadOnlyList<string>> UnseenStopsAsync(IPage page) => await page.EvaluateAsync<string[]>(Everywhere);

    private static void AssertSeen(JsonElement focus) => Assert.Null(focus.GetProperty("fault").GetString());
}
