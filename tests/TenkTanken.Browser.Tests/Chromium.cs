using Microsoft.Playwright;

namespace TenkTanken.Browser.Tests;

/// <summary>The real browser, one process for all journeys. What each has seen stays in a context of its own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Another name of this machine, which browsers do not treat as kindly as localhost.</summary>
    public const string OtherHost = "tenktanken.example";

    private static readonly string[] Arguments =
    [
        // In a container the sandbox cannot be made; the only site ever visited is our own. Pages are drawn by the processor
        // in any case, and drawing them in a process of their own takes a sixth of all the time.
        "--no-sandbox", "--disable-gpu", "--in-process-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        $"--host-resolver-rules=MAP {OtherHost} 127.0.0.1",
    ];

    private readonly IPlaywright _playwright;
    private readonly Lazy<Task<IBrowser>> _ordinary;
    private readonly Lazy<Task<IBrowser>> _remembering;

    private Chromium(IPlaywright playwright)
    {
        _playwright = playwright;
        _ordinary = new(() => LaunchAsync());
        // Playwright turns the back-forward cache off, people have it on.
        _remembering = new(() => LaunchAsync("--disable-back-forward-cache"));
    }

    public static async Task<Chromium> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(10_000);

        return new Chromium(await Playwright.CreateAsync());
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

    private Task<IBrowser> LaunchAsync(params string[] without) => _playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Installed(),
        Args = Arguments,
        IgnoreDefaultArgs = without,
    });

    /// <summary>Null: Playwright's own, which <c>tests/run</c> installs where there is no other.</summary>
    private static string? Installed() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }
            .FirstOrDefault(File.Exists);
}
