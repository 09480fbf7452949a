using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>A site that may have few files and connections open, as some systems have it.</summary>
public sealed partial class FewHandlesTests : IDisposable
{
    private const int Handles = 640;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("tenktanken-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task However_many_follow_and_connect_somebody_who_reads_is_answered_and_nothing_ends()
    {
        await using var site = SiteProcess.Start(
            new Dictionary<string, string> { ["Data__Folder"] = Path.Combine(_data.FullName, "data"), ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
            handles: Handles);
        var address = new Uri(await site.AddressAsync());
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var stream = await StreamOfARoomAsync(client);
        var following = new List<HttpResponseMessage>();
        HttpResponseMessage one;
        while ((one = await client.GetAsync(stream, HttpCompletionOption.ResponseHeadersRead)).StatusCode == HttpStatusCode.OK)
        {
            following.Add(one);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, one.StatusCode);
        Assert.InRange(following.Count, 20, Handles / 4);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/nb/tegn")).StatusCode);

        // More than it lets in: the next is turned away, and those who are there are not.
        var connected = new List<Socket>();
        while (await AnswersAsync(address, connected))
        {
            Assert.InRange(connected.Count, 1, Handles);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/nb/samtale")).StatusCode);
        connected.ForEach(connection => connection.Dispose());
        following.ForEach(follower => follower.Dispose());
        Assert.Equal(0, await site.StopAsync());
    }

    private static async Task<string> StreamOfARoomAsync(HttpClient client)
    {
        using var open = new HttpRequestMessage(HttpMethod.Post, "/nb/presentasjon")
        {
            Content = new FormUrlEncodedContent([new("_handler", "open-room"), new("adresse", "http://tenktanken.example")]),
        };
        open.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var opened = await client.SendAsync(open);

        return Stream().Match(await client.GetStringAsync(opened.Headers.Location)).Value;
    }

    /// <summary>Asks on a connection of its own, and keeps it.</summary>
    private static async Task<bool> AnswersAsync(Uri address, List<Socket> connected)
    {
        var connection = new Socket(SocketType.Stream, ProtocolType.Tcp);
        connected.Add(connection);
        try
        {
            await connection.ConnectAsync(address.Host, address.Port);
            await connection.SendAsync(Encoding.ASCII.GetBytes($"HEAD /icon.svg HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"));

            // A server without handles does not even turn one away.
            return await connection.ReceiveAsync(new byte[4096]).WaitAsync(Patience) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex("/rom/[\\w-]{20,}")]
    private static partial Regex Stream();
}
