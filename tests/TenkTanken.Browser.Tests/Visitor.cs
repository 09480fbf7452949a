using System.Collections.Concurrent;
using System.Net;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Hosting;

namespace TenkTanken.Browser.Tests;

public enum Scripts
{
    Off,
    On,
}

/// <summary>
/// Somebody at a browser of their own. Everything that would break a promise of the site is written down on the way:
/// a cookie, something kept in the browser, a request to anybody else, an error, something the security policy stopped.
/// </summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>Files that came without a cookie, to whomever. A file is the same for all, and to ask it again of each takes a while.</summary>
    private static readonly ConcurrentDictionary<string, bool> FilesWithoutCookie = new();

    private readonly ConcurrentQueue<string> _broken = new();
    private readonly ConcurrentQueue<IResponse> _responses = new();
    private readonly List<HttpStatusCode> _expected = [];
    private readonly List<string> _expectedErrors = [];
    private readonly List<string> _expectedKept = [];
    private readonly Window _window;
    private readonly Windows? _windows;
    private readonly bool _hasScripts;
    private readonly bool _keepsPages;
    private bool _mayLeave;
    private bool _hasLeft;
    private bool _hasChangedWindow;

    private Visitor(Window window, Windows? windows, string address, bool hasScripts, bool keepsPages)
    {
        (_window, _windows, Address, _hasScripts, _keepsPages) = (window, windows, address, hasScripts, keepsPages);
        window.Context.Request += Note;
        window.Context.Response += Note;
        window.Context.Console += Note;
        window.Context.WebError += Note;
    }

    public IPage Page => _window.Page;

    /// <summary>The site as this visitor calls it, without a slash at the end.</summary>
    public string Address { get; }

    public Scripts Scripts => _hasScripts ? Scripts.On : Scripts.Off;

    /// <summary>A page that the browser has kept is there at once, and is not loaded again.</summary>
    private WaitUntilState Arrived => _keepsPages ? WaitUntilState.Commit : WaitUntilState.Load;

    /// <param name="windows">Where ordinary ones are taken from and handed on to. Null: this one is had by nobody else.</param>
    public static async Task<Visitor> ArriveAsync(
        Chromium chromium,
        string address,
        Scripts scripts,
        bool keepsPages = false,
        Action<BrowserNewContextOptions>? equip = null,
        Windows? windows = null)
    {
        windows = keepsPages || equip is not null ? null : windows;
        if (windows?.Take(address, scripts) is { } waiting)
        {
            return new Visitor(waiting, windows, address, scripts == Scripts.On, keepsPages);
        }

        var browser = await chromium.BrowserAsync(keepsPages);
        var options = new BrowserNewContextOptions
        {
            BaseURL = address,
            JavaScriptEnabled = scripts == Scripts.On,
            Locale = "nb-NO",
            ViewportSize = Screens.Phone,
            // The only one with a certificate is the one we play.
            IgnoreHTTPSErrors = true,
        };
        equip?.Invoke(options);
        var context = await browser.NewContextAsync(options);

        return new Visitor(new Window(context, await context.NewPageAsync()), windows, address, scripts == Scripts.On, keepsPages);
    }

    /// <summary>
    /// The page, to be given what stays with it however far one goes on: a clock, a route, a script for every page. Nobody gets this window
    /// afterwards.
    /// </summary>
    public IPage OwnPage()
    {
        _hasChangedWindow = true;

        return Page;
    }

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(path);

    public Task GoBackAsync() => Page.GoBackAsync(new() { WaitUntil = Arrived });

    public Task GoForwardAsync() => Page.GoForwardAsync(new() { WaitUntil = Arrived });

    /// <summary>An answer at or above 400 is a fault, unless the journey goes there on purpose. Then it must come.</summary>
    public void Expects(HttpStatusCode status) => _expected.Add(status);

    /// <summary>An error of a script or in the browser's console that the journey itself brings about.</summary>
    public void ExpectsError(string text) => _expectedErrors.Add(text);

    /// <summary>What the browser may keep until the tab is closed, as <c>docs/privacy.md</c> says. Then it must be there.</summary>
    public void ExpectsKept(string key) => _expectedKept.Add($"session storage {key}");

    /// <summary>Lets this visitor leave in a hurry, to <see cref="OtherSite"/>.</summary>
    /// <param name="arrives">Whether the other page comes. Otherwise the browser stays where it is, as if it were still waiting.</param>
    public async Task MayLeaveAsync(bool arrives = true)
    {
        _mayLeave = true;
        if (!arrives)
        {
            await OwnPage().Context.RouteAsync(Words.LeaveAddress, route => route.AbortAsync(RequestAbortErrorCode.Aborted));
        }
    }

    /// <summary>The HTML of the page as the server sent it, also where it answers a form.</summary>
    public Task<string> DocumentAsync() =>
        _responses.Last(response => response.Request.IsNavigationRequest && response.Frame == Page.MainFrame && response.Status is < 300 or >= 400).TextAsync();

    /// <summary>From the next page on, time passes only when the test says so.</summary>
    public async Task StopTheClockAsync()
    {
        await TakeTheClockAsync();
        await StopTheTakenClockAsync();
    }

    /// <summary>From the next page on, the clock can be stopped; until then it goes.</summary>
    public Task TakeTheClockAsync() => OwnPage().Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow });

    /// <summary>From now on, time passes only when the test says so.</summary>
    public Task StopTheTakenClockAsync() => Page.Clock.PauseAtAsync(DateTime.UtcNow.AddSeconds(1));

    /// <summary>As if the site had been built without npm, or the design system did not come through.</summary>
    public async Task LoseDesignSystemAsync()
    {
        await OwnPage().Context.RouteAsync("**/vendor/**", route => route.AbortAsync());
        ExpectsError("net::ERR_FAILED");
    }

    /// <summary>From the next page on, this is not in what the site answers.</summary>
    public Task TakeFromPageAsync(string markup) => OwnPage().RouteAsync($"{Address}/**", async route =>
    {
        if (!route.Request.IsNavigationRequest)
        {
            await route.ContinueAsync();
            return;
        }

        try
        {
            var answer = await route.FetchAsync();
            var page = await answer.TextAsync();
            await route.FulfillAsync(new() { Response = answer, Body = page.Replace(markup, "", StringComparison.Ordinal) });
        }
        catch (PlaywrightException)
        {
            // There is no network. Unanswered, the page would wait for ever.
            await route.AbortAsync();
        }
    });

    /// <summary>Nothing can be reached, until there is a network again.</summary>
    public Task LoseNetworkAsync(bool lost = true) => OwnPage().Context.SetOfflineAsync(lost);

    /// <summary>
    /// Another tab, a locked phone: nobody sees the page, until somebody does again. Playwright's pages always say that they are seen, so the
    /// page is told otherwise.
    /// </summary>
    public Task LookAwayAsync(bool away = true) => Page.EvaluateAsync(
        away
            ? "() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }"
            : "() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); }");

    /// <summary>Marks the page as it is now, so that it shows when another has taken its place.</summary>
    public Task MarkPageAsync() => Page.EvaluateAsync("() => window.isTheSamePage = true");

    public Task<bool> IsMarkedPageAsync() => Page.EvaluateAsync<bool>("() => window.isTheSamePage === true");

    /// <summary>The line of the next page's circuit, for the journey to cut. To be asked for before the page is opened.</summary>
    public async Task<CircuitLine> HoldCircuitAsync()
    {
        var line = new CircuitLine();
        await OwnPage().RouteWebSocketAsync("**/_blazor*", line.Take);

        return line;
    }

    public Task AllowClipboardAsync() => OwnPage().Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    /// <summary>Every promise that was broken on the way. Empty at the end of every journey.</summary>
    public async Task<IReadOnlyList<string>> BrokenPromisesAsync()
    {
        var broken = new List<string>(_broken);
        foreach (var response in _responses.Where(response => !FilesWithoutCookie.ContainsKey(response.Url)))
        {
            var cookies = await response.HeaderValuesAsync("set-cookie");
            broken.AddRange(cookies.Select(cookie => $"{response.Url} set a cookie: {cookie}"));
            if (cookies.Count == 0 && response.Request.ResourceType is "stylesheet" or "script" or "image")
            {
                FilesWithoutCookie.TryAdd(response.Url, true);
            }
        }

        var statuses = _responses.Select(response => (HttpStatusCode)response.Status).Where(status => (int)status >= 400).ToList();
        broken.AddRange(_expected.Except(statuses).Select(status => $"the journey was to meet {status}, and did not"));
        broken.AddRange((await _window.Context.CookiesAsync()).Select(cookie => $"cookie {cookie.Name}"));
        if (_hasScripts && Page.Url.StartsWith(Address, StringComparison.Ordinal))
        {
            var kept = await Page.EvaluateAsync<string[]>(
                """
                async () => [
                  ...Object.keys(localStorage).map(key => `local storage ${key}`),
                  ...Object.keys(sessionStorage).map(key => `session storage ${key}`),
                  ...(await indexedDB.databases()).map(database => `database ${database.name}`),
                ]
                """);
            // That one has left is remembered in the tab.
            broken.AddRange(kept.Except(_expectedKept).Where(key => !(_hasLeft && key == "session storage left")));
            broken.AddRange(_expectedKept.Except(kept).Select(key => $"the browser was to keep {key}, and did not"));
        }

        return broken;
    }

    /// <summary>
    /// A picture of what was seen last, and the page as it was. A trace of everything that was done on the way would take a tenth of all the time,
    /// of all who never need it.
    /// </summary>
    public async Task KeepEvidenceAsync(string name)
    {
        try
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Folders.Evidence, name + ".png"), FullPage = true });
            await File.WriteAllTextAsync(Path.Combine(Folders.Evidence, name + ".html"), await Page.ContentAsync());
        }
        catch (PlaywrightException)
        {
            // A browser that is no longer there cannot be pictured.
        }
    }

    /// <summary>Leaves the window to the next visitor, where all went well and nothing about it was changed for good.</summary>
    public async Task GoHomeAsync()
    {
        StopNoting();
        if (_windows is not null && !_hasChangedWindow && !_mayLeave && await _window.EmptyAsync(_hasScripts))
        {
            _windows.HandOn(_window, Address, Scripts);
        }
        else
        {
            await _window.Context.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        StopNoting();
        await _window.Context.DisposeAsync();
    }

    private void StopNoting()
    {
        _window.Context.Request -= Note;
        _window.Context.Response -= Note;
        _window.Context.Console -= Note;
        _window.Context.WebError -= Note;
    }

    private void Note(object? sender, IRequest request)
    {
        if (_mayLeave && request.Url == Words.LeaveAddress && request.IsNavigationRequest)
        {
            _hasLeft = true;
        }
        else if (new Uri(request.Url).GetLeftPart(UriPartial.Authority) != Address)
        {
            _broken.Enqueue($"request to somebody else: {request.Url}");
        }
    }

    private void Note(object? sender, IResponse response)
    {
        _responses.Enqueue(response);
        if (response.Status >= 400 && !_expected.Contains((HttpStatusCode)response.Status))
        {
            _broken.Enqueue($"{response.Request.Method} {response.Url} answered {response.Status}");
        }
    }

    private void Note(object? sender, IWebError error)
    {
        if (!IsExpected(error.Error))
        {
            _broken.Enqueue($"error in a script: {error.Error}");
        }
    }

    private void Note(object? sender, IConsoleMessage message)
    {
        // What the browser says of a status is already known from the answer itself.
        if (message.Type == "error"
            && !message.Text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal)
            && !IsExpected(message.Text))
        {
            _broken.Enqueue($"error in the console: {message.Text}");
        }
    }

    private bool IsExpected(string error) => _expectedErrors.Any(expected => error.Contains(expected, StringComparison.Ordinal));
}

/// <summary>Between a page and its circuit. Cut, it stays cut.</summary>
public sealed class CircuitLine
{
    private readonly List<IWebSocketRoute> _open = [];
    private bool _isCut;

    public async Task CutAsync()
    {
        _isCut = true;
        foreach (var socket in _open)
        {
            await socket.CloseAsync();
        }
    }

    /// <summary>Says something to the page as if the server had said it.</summary>
    public void Say(byte[] message) => _open[^1].Send(message);

    internal void Take(IWebSocketRoute socket)
    {
        if (_isCut)
        {
            _ = socket.CloseAsync();
            return;
        }

        socket.ConnectToServer();
        _open.Add(socket);
    }
}

/// <summary>Screens people have.</summary>
internal static class Screens
{
    public static ViewportSize Phone => new() { Width = 390, Height = 844 };

    /// <summary>An old phone, or a wide screen at 400 %.</summary>
    public static ViewportSize Narrow => new() { Width = 320, Height = 568 };

    /// <summary>What is left of an ordinary screen, 1280 by 1024, at 400 % (WCAG 1.4.10).</summary>
    public static ViewportSize Zoomed => new() { Width = 320, Height = 256 };

    public static ViewportSize Desk => new() { Width = 1440, Height = 900 };
}
