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
        target => {
          const at = document.activeElement;
          // A link in a text may be broken over lines: its first line.
          const box = at.getClientRects()[0];
          const style = getComputedStyle(at);
          const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return {
            what: at.outerHTML.slice(0, 120),
            isMarked: at.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            isInSight: at.contains(over),
            isThere: at === target,
          };
        }
        """;

    /// <summary>Goes forward until the focus is there. On the way the focus can be seen at every stop.</summary>
    public async Task TabTo(ILocator target)
    {
        var element = await target.ElementHandleAsync();
        for (var tabs = 0; tabs < TooManyTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await AssertFocusIsSeenAsync(element))
            {
                return;
            }
        }

        Assert.Fail($"{TooManyTabs} times Tab do not lead to {target}.");
    }

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public Task AssertFocusIsSeenAsync() => AssertFocusIsSeenAsync(null);

    /// <summary>Whether the focus is on the target.</summary>
    private async Task<bool> AssertFocusIsSeenAsync(IElementHandle? target)
    {
        var focus = await page.EvaluateAsync<JsonElement>(Focus, target);

        Assert.True(focus.GetProperty("isMarked").GetBoolean(), $"The focus does not show on {focus.GetProperty("what")}");
        Assert.True(focus.GetProperty("isInSight").GetBoolean(), $"The focus is out of sight, or something covers it: {focus.GetProperty("what")}");

        return focus.GetProperty("isThere").GetBoolean();
    }
}
