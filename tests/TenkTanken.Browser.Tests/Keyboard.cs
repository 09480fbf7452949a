using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace TenkTanken.Browser.Tests;

/// <summary>Someone who uses no mouse and no touch: Tab, arrows, Space and Enter.</summary>
public sealed class Keyboard(IPage page)
{
    private const int TooManyTabs = 100;

    /// <summary>Where the keyboard is, as the one who sees the page can tell it.</summary>
    private const string Focus =
        """
        () => {
          const at = document.activeElement;
          // A link in a text may be broken over lines: its first line.
          const box = at.getClientRects()[0];
          const style = getComputedStyle(at);
          // Of what is larger than the screen, the part in sight.
          const middle = (start, end, screen) => (Math.max(start, 0) + Math.min(end, screen)) / 2;
          const over = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
          return {
            what: at.outerHTML.slice(0, 120),
            isMarked: at.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            isInSight: at.contains(over),
          };
        }
        """;

    /// <summary>Goes forward until the focus is there. On the way the focus can be seen at every stop.</summary>
    public async Task TabTo(ILocator target)
    {
        for (var tabs = 0; tabs < TooManyTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            await AssertFocusIsSeenAsync();

            // Looked for anew each time: a page that begins to answer at once replaces its controls.
            if (await target.EvaluateAsync<bool>("target => target === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{TooManyTabs} times Tab do not lead to {target}.");
    }

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public async Task AssertFocusIsSeenAsync()
    {
        var focus = await page.EvaluateAsync<JsonElement>(Focus);

        Assert.True(focus.GetProperty("isMarked").GetBoolean(), $"The focus does not show on {focus.GetProperty("what")}");
        Assert.True(focus.GetProperty("isInSight").GetBoolean(), $"The focus is out of sight, or something covers it: {focus.GetProperty("what")}");
    }
}
