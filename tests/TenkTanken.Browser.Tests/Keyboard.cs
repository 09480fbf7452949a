using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace TenkTanken.Browser.Tests;

/// <summary>Someone who uses no mouse and no touch: Tab, arrows, Space and Enter.</summary>
public sealed class Keyboard(IPage page)
{
    private const int TooManyTabs = 100;
    private const int TabsAtATime = 20;

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

    /// <summary>From the top of the page. Each stop is looked at when the key is let go: by then the browser has scrolled to it.</summary>
    private const string Watch =
        $$"""
        () => {
          {{Look}}
          // Where the keyboard was last, it would go on from, though nothing has the focus.
          document.body.tabIndex = -1;
          document.body.focus();
          document.body.removeAttribute('tabindex');
          scrollTo(0, 0);
          window.stops = [];
          addEventListener('keyup', () => stops.push({ at: document.activeElement, fault: look(document.activeElement) }));
        }
        """;

    private const string Watched =
        """
        way => {
          let end = 0;
          const missed = way.filter(place => {
            const target = [...document.querySelectorAll(place)].filter(one => one.checkVisibility()).at(-1);
            const at = stops.findIndex((stop, index) => index >= end && stop.at === target);
            end = at < 0 ? end : at + 1;
            return at < 0;
          });
          return [missed, stops.slice(0, end).map(stop => stop.fault).filter(fault => fault)];
        }
        """;

    private const string Everywhere =
        $$"""
        () => {
          {{Look}}
          return [...document.querySelectorAll('a[href], button, summary, input, textarea, [tabindex="0"]')]
            .map(stop => { stop.focus(); return stop === document.activeElement ? look(stop) : null; })
            .filter(fault => fault);
        }
        """;

    /// <summary>Goes on until the focus is there. On the way the focus can be seen at every stop.</summary>
    /// <param name="key">Forward, or with Shift the way back.</param>
    public async Task TabTo(ILocator target, string key = "Tab")
    {
        for (var tabs = 0; tabs < TooManyTabs; tabs++)
        {
            await page.Keyboard.PressAsync(key);

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
    /// Goes from the top of the page past all these, each the last to be seen of what a selector finds, and says what was missed and what could not
    /// be seen on the way. The keys follow each other without a question in between, which takes most of the time.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FaultsOnTheWayAsync(IPage page, params string[] way)
    {
        await page.EvaluateAsync(Watch);
        var keys = await page.Context.NewCDPSessionAsync(page);
        string[] missed, unseen;
        var tabs = 0;
        do
        {
            await Task.WhenAll(Enumerable.Range(0, TabsAtATime).SelectMany(_ => new[] { Send("rawKeyDown"), Send("keyUp") }));
            var watched = await page.EvaluateAsync<string[][]>(Watched, way);
            (missed, unseen) = (watched[0], watched[1]);
        }
        while (missed.Length > 0 && (tabs += TabsAtATime) < TooManyTabs);

        await keys.DetachAsync();

        return [.. missed.Select(place => $"{tabs} times Tab do not lead to {place}"), .. unseen];

        Task Send(string type) => keys.SendAsync("Input.dispatchKeyEvent",
            new() { ["type"] = type, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 });
    }

    /// <summary>
    /// What cannot be seen when the focus is on it. Without a press for each stop, which takes a hundred times as long; the
    /// browser marks the focus all the same, as long as a key was what was pressed last.
    /// </summary>
    public static async Task<IReadOnlyList<string>> UnseenStopsAsync(IPage page) => await page.EvaluateAsync<string[]>(Everywhere);

    private static void AssertSeen(JsonElement focus) => Assert.Null(focus.GetProperty("fault").GetString());
}
