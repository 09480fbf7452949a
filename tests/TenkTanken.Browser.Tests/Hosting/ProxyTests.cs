using System.Net.WebSockets;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>The proxy does what the journeys that need it take for granted.</summary>
public sealed class ProxyTests(TestBench bench) : Journey(bench)
{
    [Fact]
    public async Task A_journey_passes_through_it_as_if_it_were_not_there()
    {
        await using var proxy = Proxy.Before(Bench.Site);
        var visitor = await VisitorAsync(address: proxy.Address);

        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        var reflection = await checklist.Reflect();

        await Expect(ReflectionPage.Card(reflection.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
        Assert.Equal((0, 0), (proxy.DroppedAnswers, proxy.StoppedWebSockets));
    }

    [Fact]
    public async Task An_answer_it_drops_was_given_by_the_site_and_reaches_nobody()
    {
        await using var proxy = Proxy.Before(Bench.Site);
        var visitor = await VisitorAsync(address: proxy.Address);
        visitor.ExpectsError("net::ERR_");
        var reflection = await (await ChecklistPage.Open(visitor)).Reflect();

        proxy.Traffic = Traffic.DropsAnswersToPosts;
        await reflection.SaveButton.ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync("chrome-error://chromewebdata/");

        Assert.InRange(proxy.DroppedAnswers, 1, int.MaxValue);
    }

    [Fact]
    public async Task A_cut_line_breaks_what_is_open_and_lets_nothing_through_until_it_is_mended()
    {
        await using var proxy = Proxy.Before(Bench.Site);
        using var client = new HttpClient { BaseAddress = new Uri(proxy.Address) };

        proxy.Traffic = Traffic.IsCut;
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/nb/"));
        proxy.Traffic = Traffic.Passes;

        Assert.True((await client.GetAsync("/nb/")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_websocket_can_be_refused()
    {
        await using var proxy = Proxy.Before(Bench.Site, Traffic.RefusesWebSockets);
        using var socket = new ClientWebSocket();

        var refusal = await Assert.ThrowsAsync<WebSocketException>(() =>
            socket.ConnectAsync(new Uri(proxy.Address.Replace("http", "ws", StringComparison.Ordinal) + "/_blazor"), CancellationToken.None));

        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, proxy.StoppedWebSockets);
    }
}
