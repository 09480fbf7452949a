using Microsoft.Playwright;
using Xunit;

namespace TenkTanken.Browser.Tests;

/// <summary>
/// A test with visitors. When it ends, every one of them must have met no broken promise; when it fails, pictures and
/// pages as they were lie in <c>TestResults/</c>.
/// </summary>
public abstract class Journey(TestBench bench) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];
    private readonly List<IAsyncDisposable> _owned = [];

    protected TestBench Bench => bench;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        var broken = new List<string>();
        foreach (var visitor in _visitors)
        {
            broken.AddRange(await visitor.BrokenPromisesAsync());
        }

        var failed = broken.Count > 0 || TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (number, visitor) in _visitors.Index())
        {
            if (failed)
            {
                await visitor.KeepEvidenceAsync($"{EvidenceName()} {number + 1}");
                await visitor.DisposeAsync();
            }
            else
            {
                await visitor.GoHomeAsync();
            }
        }

        foreach (var owned in _owned.AsEnumerable().Reverse())
        {
            await owned.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        Found.Nothing(broken);
    }

    /// <summary>A visitor of the site that all tests share, or of the one at the address.</summary>
    /// <param name="keepsPages">Whether the browser keeps pages one has gone on from, ready for Back.</param>
    /// <param name="equip">What is different about this visitor's browser.</param>
    protected async Task<Visitor> VisitorAsync(
        Scripts scripts = Scripts.On,
        string? address = null,
        bool keepsPages = false,
        Action<BrowserNewContextOptions>? equip = null)
    {
        var visitor = await Visitor.ArriveAsync(bench.Chromium, address ?? bench.Site.Address, scripts, keepsPages, equip, bench.WindowsAt(address));
        _visitors.Add(visitor);

        return visitor;
    }

    /// <summary>A visitor who has come to a page or a state, on the site that has it.</summary>
    protected async Task<Visitor> VisitorAtAsync(string pageOrState)
    {
        var visitor = await VisitorAsync(address: await PagesAndStates.SiteOfAsync(bench, pageOrState));
        await PagesAndStates.ReachAsync(visitor, pageOrState);

        return visitor;
    }

    /// <summary>A site or a proxy that is there until the visitors have left: a page that is still open would miss it.</summary>
    protected T UntilTheyLeave<T>(T owned)
        where T : IAsyncDisposable
    {
        _owned.Add(owned);

        return owned;
    }

    private static string EvidenceName()
    {
        var name = TestContext.Current.Test?.TestDisplayName ?? "unknown";

        return string.Concat(name.Replace("TenkTanken.Browser.Tests.", "", StringComparison.Ordinal)
            .Select(letter => Path.GetInvalidFileNameChars().Contains(letter) || letter is '"' ? '-' : letter));
    }
}
