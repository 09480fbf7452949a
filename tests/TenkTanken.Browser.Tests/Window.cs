using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TenkTanken.Browser.Tests;

/// <summary>
/// A browser's window, at the shared site. A new one costs as much as all that most journeys do in it, so one that has met nothing
/// unusual is handed on, as empty as a new one: without history, and with nothing kept but files.
/// </summary>
public sealed class Window(IBrowserContext context, IPage page)
{
    /// <summary>Where every new one is.</summary>
    private const string Nowhere = "about:blank";

    private ICDPSession? _history;

    public IBrowserContext Context => context;

    public IPage Page => page;

    /// <returns>False when it cannot be made as good as new.</returns>
    public async Task<bool> EmptyAsync(bool hasScripts)
    {
        if (context.Pages.Count > 1)
        {
            return false;
        }

        if (hasScripts)
        {
            await page.EvaluateAsync("() => { sessionStorage.clear(); name = ''; }");
        }

        await page.GotoAsync(Nowhere);
        _history ??= await context.NewCDPSessionAsync(page);
        await _history.SendAsync("Page.resetNavigationHistory");
        await page.EmulateMediaAsync(new()
        {
            Media = Media.Null,
            ColorScheme = ColorScheme.Null,
            ReducedMotion = ReducedMotion.Null,
            ForcedColors = ForcedColors.Null,
            Contrast = Contrast.Null,
        });
        await page.SetViewportSizeAsync(Screens.Phone.Width, Screens.Phone.Height);

        return true;
    }
}

/// <summary>Windows that wait for the next visitor, by where they are and what they can do.</summary>
public sealed class Windows
{
    private readonly ConcurrentDictionary<(string Address, Scripts Scripts), ConcurrentBag<Window>> _waiting = new();

    public Window? Take(string address, Scripts scripts) => Of(address, scripts).TryTake(out var window) ? window : null;

    public void HandOn(Window window, string address, Scripts scripts) => Of(address, scripts).Add(window);

    private ConcurrentBag<Window> Of(string address, Scripts scripts) => _waiting.GetOrAdd((address, scripts), _ => []);
}
