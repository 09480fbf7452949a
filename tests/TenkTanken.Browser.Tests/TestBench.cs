using TenkTanken.Browser.Tests;
using TenkTanken.Browser.Tests.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(TestBench))]

namespace TenkTanken.Browser.Tests;

/// <summary>One running site and one browser for all tests. A journey that kills a site starts one of its own.</summary>
public sealed class TestBench : IAsyncLifetime
{
    public RunningSite Site { get; private set; } = null!;

    public Chromium Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Folders.Evidence))
        {
            Directory.Delete(Folders.Evidence, recursive: true);
        }

        Chromium = await Chromium.StartAsync();
        Site = await RunningSite.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Site.DisposeAsync();
    }
}
