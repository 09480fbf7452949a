using System.Net;
using System.Net.NetworkInformation;
using Xunit;

namespace TenkTanken.Browser.Tests.Hosting;

public sealed class AddressTests
{
    private static readonly HttpClient Client = new();

    [Fact]
    public async Task It_listens_where_it_is_told_to()
    {
        var address = $"http://127.0.0.1:{RunningSite.PortOfOurOwn()}";

        await using var site = await RunningSite.StartAsync(address);

        Assert.Equal(address, site.Address);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
    }

    [Fact]
    public async Task Told_nothing_it_listens_on_this_machine_alone_at_5080()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == 5080);
        Assert.False(taken, "Port 5080 is taken, most likely by a site that you have running. Stop it, and run this test again.");

        await using var site = await RunningSite.StartAsync(address: null);

        Assert.Equal("http://localhost:5080", site.Address);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("http://localhost:5080"));
        Assert.All(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == 5080),
            listener => Assert.True(IPAddress.IsLoopback(listener.Address)));
    }

    [Fact]
    public async Task It_says_in_one_line_what_it_has_loaded_and_where_it_listens()
    {
        await using var site = await RunningSite.StartAsync();

        var line = Assert.Single(site.Lines, line => line.EndsWith($"Listening on {site.Address}", StringComparison.Ordinal));

        Assert.Contains($"edition {Words.Library.Current.Id} ({string.Join(", ", Words.Library.Current.ByLanguage.Keys)})", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_stop_it_stops_in_order()
    {
        await using var site = await RunningSite.StartAsync();

        var code = await site.StopAsync();

        Assert.Equal(0, code);
        Assert.DoesNotContain(site.Lines, line => line.Contains(" Error ", StringComparison.Ordinal) || line.Contains(" Fatal ", StringComparison.Ordinal));
    }

    private static async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await Client.GetAsync($"{address}/nb/tegn");

        return answer.StatusCode;
    }
}
