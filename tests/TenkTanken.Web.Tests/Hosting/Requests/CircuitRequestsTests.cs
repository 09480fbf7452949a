using System.Net;
using System.Net.WebSockets;
using System.Text;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Requests;

/// <summary>Nobody but a page of ours gets a circuit, by whatever way.</summary>
public sealed class CircuitRequestsTests(TestSite site)
{
    private const string Elsewhere = "https://evil.example";

    [Theory]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", HttpStatusCode.OK)]
    [InlineData("GET", "/_blazor/initializers", HttpStatusCode.OK)]
    [InlineData("GET", "/_blazor?id=unknown", HttpStatusCode.NotFound)]
    [InlineData("POST", "/_blazor?id=unknown", HttpStatusCode.NotFound)]
    public async Task A_request_of_a_circuit_is_answered_when_it_is_our_own(string method, string path, HttpStatusCode answered)
    {
        Assert.Equal(answered, await StatusAsync(method, path, ("Origin", site.Address)));
        Assert.Equal(answered, await StatusAsync(method, path, ("Sec-Fetch-Site", "same-origin")));
    }

    [Theory]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("POST", "/_BLAZOR/negotiate?negotiateVersion=1")]
    [InlineData("GET", "/_blazor/initializers")]
    [InlineData("GET", "/_blazor?id=unknown")]
    [InlineData("POST", "/_blazor?id=unknown")]
    [InlineData("DELETE", "/_blazor?id=unknown")]
    [InlineData("POST", "/_blazor/disconnect")]
    public async Task And_refused_when_it_is_another_sites(string method, string path)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(method, path, ("Origin", Elsewhere)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(method, path, ("Origin", "null")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(method, path, ("Sec-Fetch-Site", "cross-site"), ("Origin", site.Address)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(method, path, ("Sec-Fetch-Site", "same-site"), ("Origin", site.Address)));
    }

    [Fact]
    public async Task A_post_that_does_not_say_where_it_comes_from_is_refused_and_a_plain_get_is_not()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("POST", "/_blazor/negotiate?negotiateVersion=1"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("POST", "/_blazor/disconnect"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("GET", "/_blazor?id=unknown"));
    }

    [Fact]
    public async Task A_websocket_of_our_own_is_greeted()
    {
        using var socket = await ConnectAsync(site.Address);

        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text,
            endOfMessage: true, CancellationToken.None);
        var answer = new byte[16];
        var received = await socket.ReceiveAsync(answer, CancellationToken.None);

        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(answer, 0, received.Count));
    }

    [Theory]
    [InlineData(Elsewhere)]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_websocket_from_anywhere_else_is_refused(string? origin)
    {
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(origin));

        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> StatusAsync(string method, string path, params (string, string)[] headers) =>
        (await site.SendAsync(new HttpMethod(method), path, headers)).StatusCode;

    private async Task<ClientWebSocket> ConnectAsync(string? origin)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(site.Address.Replace("http:", "ws:", StringComparison.Ordinal) + "/_blazor"), CancellationToken.None);

        return socket;
    }
}
