using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Hosting;

namespace TenkTanken.Browser.Tests;

/// <summary>
/// The real browser, one process for all journeys. What each has seen stays in a context of its own. Two makes of it: without
/// a window, as Playwright has it, in two thirds of the time; and the whole of it, which alone keeps pages for Back.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Another name of this machine, which browsers do not treat as kindly as localhost.</summary>
    public const string OtherHost = "tenktanken.example";

    private static readonly string?[] Whole = [Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser"];

    /// <summary>Where there is none without a window, the whole one does the same.</summary>
    private static readonly string?[] Windowless = [Whole[0], "/usr/bin/chromium-headless-shell", .. Whole];

    private static readonly string[] Arguments =
    [
        // In a container the sandbox cannot be made; the only sites ever visited are ours. Pages are drawn by the processor
        // in any case, and drawing them in a process of their own takes a sixth of all the time.
        "--no-sandbox", "--disable-gpu", "--in-process-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // A page lives for seconds: scripts are compiled plainly and at once, and not when they have been watched for a while.
        "--js-flags=--always-sparkplug --no-lazy-feedback-allocation",
    ];

    private readonly IPlaywright _playwright;
    private readonly OtherSite _otherSite;
    private readonly Lazy<Task<IBrowser>> _ordinary;
    private readonly Lazy<Task<IBrowser>> _remembering;

    private Chromium(IPlaywright playwright, OtherSite otherSite)
    {
        (_playwright, _otherSite) = (playwright, otherSite);
        _ordinary = new(() => LaunchAsync(Windowless, new()));
        // The whole of Playwright's own is a channel. It turns the back-forward cache off, people have it on.
        _remembering = new(() => LaunchAsync(Whole, new() { Channel = "chromium", IgnoreDefaultArgs = ["--disable-back-forward-cache"] }));
    }

    public static async Task<Chromium> StartAsync(OtherSite otherSite)
    {
        Assertions.SetDefaultExpectTimeout(10_000);

        return new Chromium(await Playwright.CreateAsync(), otherSite);
    }

    /// <param name="keepsPages">Whether pages one has gone on from are kept as they are, ready for Back.</param>
    public Task<IBrowser> BrowserAsync(bool keepsPages) => keepsPages ? _remembering.Value : _ordinary.Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in new[] { _ordinary, _remembering }.Where(browser => browser.IsValueCreated))
        {
            await (await browser.Value).DisposeAsync();
        }

        _playwright.Dispose();
    }

    /// <param name="makes">Where it may be installed. If it is nowhere, Playwright's own, which <c>tests/run</c> then installs.</param>
    /// <param name="options">What is different about this one.</param>
    private Task<IBrowser> LaunchAsync(IEnumerable<string?> makes, BrowserTypeLaunchOptions options)
    {
        options.ExecutablePath = makes.FirstOrDefault(File.Exists);
        options.Args = [.. Arguments, NobodyElse()];

        return _playwright.Chromium.LaunchAsync(options);
    }

    /// <summary>Whatever a page asks for, the browser finds nobody but this machine.</summary>
    private string NobodyElse() =>
        $"--host-resolver-rules=MAP {OtherHost} 127.0.0.1, MAP {new Uri(Words.LeaveAddress).Host} 127.0.0.1:{_otherSite.Port}, MAP * "
            + "~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";
}
