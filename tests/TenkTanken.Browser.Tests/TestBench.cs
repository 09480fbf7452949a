using TenkTanken.Browser.Tests;
using TenkTanken.Browser.Tests.Everywhere;
using TenkTanken.Browser.Tests.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(TestBench))]

namespace TenkTanken.Browser.Tests;

/// <summary>One running site and one browser for all tests. A journey that kills a site starts one of its own.</summary>
public sealed class TestBench : IAsyncLifetime
{
    private readonly Lazy<Task<RunningSite>> _realSite = new(() => RunningSite.StartAsync("http://127.0.0.1:0", Folders.RealContent));
    private readonly Windows _windows = new();
    private readonly Lazy<Task<EditingSite>> _editingSite = new(EditingSite.StartNeglectedAndBrokenAsync);

    public RunningSite Site { get; private set; } = null!;

    public Chromium Chromium { get; private set; } = null!;

    public HtmlChecker Html { get; } = new();

    /// <summary>Where one who leaves in a hurry ends up.</summary>
    private OtherSite OtherSite { get; set; } = null!;

    /// <summary>The site with the words that readers get. Started for the first who asks.</summary>
    public Task<RunningSite> RealSiteAsync() => _realSite.Value;

    /// <summary>The site of an editor who has not checked facts in time, and whose last save is broken. Started for the first who asks.</summary>
    public async Task<RunningSite> EditingSiteAsync() => (await _editingSite.Value).Site;

    /// <summary>Windows at a site that is there to the end.</summary>
    /// <param name="address">Null: the one that all share.</param>
    internal Windows? WindowsAt(string? address) => address is null || address == Site.Address || IsRealSite(address) ? _windows : null;

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Folders.Evidence))
        {
            Directory.Delete(Folders.Evidence, recursive: true);
        }

        OtherSite = await OtherSite.StartAsync();
        Chromium = await Chromium.StartAsync(OtherSite);
        Site = await RunningSite.StartKillableAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Html.DisposeAsync();
        await Site.DisposeAsync();
        await OtherSite.DisposeAsync();
        if (_realSite.IsValueCreated)
        {
            await (await _realSite.Value).DisposeAsync();
        }

        if (_editingSite.IsValueCreated)
        {
            await (await _editingSite.Value).DisposeAsync();
        }
    }

    private bool IsRealSite(string address) =>
        _realSite is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { } real } } && address == real.Address;
}
