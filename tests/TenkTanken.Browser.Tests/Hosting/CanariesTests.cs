using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Xunit;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>
/// What a browser tells of somebody, and what somebody answers, is nowhere to be found afterwards: not in what the site says, its data, its keys or its folder
/// for what is temporary. Neither when all goes well, nor on any way it can go wrong.
/// </summary>
public sealed class CanariesTests : IDisposable
{
    private const string Canary = "canary7f3a";
    private const string Machine = "203.0.113.77";
    private const string Sign = "sign-controlled-by-others";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenktanken-");

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("Property", "P4")]
    public async Task Nothing_of_anybody_is_kept_whatever_goes_wrong()
    {
        var temporary = _folder.CreateSubdirectory("temporary").FullName;
        await using var site = SiteProcess.Start(new Dictionary<string, string>
        {
            ["Data__Folder"] = Data,
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["TMPDIR"] = temporary,
        });
        var address = new Uri(await site.AddressAsync());
        using var client = new SavingClient(
            address.GetLeftPart(UriPartial.Authority),
            ("User-Agent", $"{Canary}/7"),
            ("Referer", $"http://{Canary}.example/from"),
            ("X-Forwarded-For", Machine),
            ("Accept-Language", $"nb, {Canary}"),
            ("Cookie", $"who={Canary}"));

        var codes = await AllGoesWellAsync(client);
        var statuses = await AllGoesWrongAsync(client, address);
        Assert.Equal(0, await site.StopAsync());

        string[] traces = [Canary, Machine, .. codes, .. codes.Select(code => code.Replace("-", "", StringComparison.Ordinal))];
        Assert.Equal([400, 404, 405, 413, 422, 429, 431, 503], statuses.Distinct().Order());
        Assert.Contains(site.Lines, line => line.Contains(" Error ", StringComparison.Ordinal));
        Assert.DoesNotContain(traces, trace => Found(Encoding.UTF8.GetBytes(string.Join('\n', site.Lines)), trace));
        var files = _folder.GetFiles("*", SearchOption.AllDirectories)
            .Where(file => !file.FullName.Contains("last-good-content", StringComparison.Ordinal)) // words of editors
            .ToList();
        Assert.Contains(files, file => file.Name.StartsWith("tenktanken.db", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Extension == ".key");
        Assert.All(files, file => Assert.DoesNotContain(traces, trace => Found(File.ReadAllBytes(file.FullName), trace)));
    }

    [Theory]
    [InlineData("as it is")]
    [InlineData("in two bytes each")]
    [InlineData("in hexadecimals")]
    [InlineData("in base 64")]
    public void What_was_kept_would_be_found(string how)
    {
        byte[] kept = how switch
        {
            "as it is" => Encoding.UTF8.GetBytes(Canary),
            "in two bytes each" => Encoding.Unicode.GetBytes(Canary),
            "in hexadecimals" => Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(Canary))),
            _ => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"x{Canary}"))),
        };

        Assert.True(Found([1, 2, .. kept, 3], Canary));
        Assert.False(Found([1, 2, .. kept[..^4], 3], Canary));
    }

    /// <summary>Reads, saves and comes back. Gives the codes.</summary>
    private static async Task<List<string>> AllGoesWellAsync(SavingClient client)
    {
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(HttpMethod.Get, $"/nb/tegn?{Canary}={Canary}")).StatusCode);
        var codes = (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.SaveAsync()))).OfType<string>().ToList();
        Assert.Equal(3, codes.Count);
        Assert.True(await client.OpensAsync(codes[0]));

        return codes;
    }

    /// <summary>Gives the statuses that were met.</summary>
    private async Task<List<int>> AllGoesWrongAsync(SavingClient client, Uri address)
    {
        var statuses = new List<int>
        {
            await SendAsync(address, $"{Canary} {Canary} {Canary}\r\n"),
            await SendAsync(address, $"GET /nb/tegn HTTP/1.1\r\nHost: {Canary}..b\r\n"),
            await SendAsync(address, $"GET /nb/tegn HTTP/1.1\r\nHost: x\r\nX-{Canary}: {new string('a', 40_000)}\r\n"),
            await SendAsync(address, $"POST /nb/sjekkliste HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: multipart/form-data; boundary={Canary}\r\n"
                + "Content-Length: 24\r\n", $"--{Canary}\r\n{Canary}"),
            await SendAsync(address, $"POST /nb/sjekkliste HTTP/1.1\r\nHost: x\r\nOrigin: http://{Canary}.example\r\nContent-Length: 0\r\n"),
            (int)(await client.PostAsync("sjekkliste", (Canary, Canary), (Sign, Canary), ("do", Canary))).StatusCode,
            (int)(await client.SendAsync(HttpMethod.Get, $"/nb/{Canary}")).StatusCode,
            (int)(await client.SendAsync(HttpMethod.Put, $"/nb/tegn?{Canary}")).StatusCode,
            (int)(await client.PostAsync("sjekkliste", (Canary, new string('a', 70_000)))).StatusCode,
        };
        statuses.AddRange(await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
            (int)(await client.PostAsync("kom-tilbake", ("code", "0000-0000-0000-0000"), (Canary, Canary))).StatusCode)));

        await SpeakNonsenseToTheHubAsync(address);
        await SpoilTheKeyAsync();
        statuses.Add((int)(await client.PostAsync("sjekkliste", (Sign, "noticed"), ("do", "save"))).StatusCode);
        MoveTheDatabase();
        statuses.Add((int)(await client.PostAsync("sjekkliste", (Sign, "noticed"), ("do", "save"))).StatusCode);

        return statuses;
    }

    private static async Task SpeakNonsenseToTheHubAsync(Uri address)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        socket.Options.SetRequestHeader("User-Agent", Canary);
        using var patience = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor" }.Uri, patience.Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Binary, true, patience.Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Canary, 10_000))), WebSocketMessageType.Binary, true, patience.Token);
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut off, as it may be.
        }
    }

    private async Task SpoilTheKeyAsync()
    {
        foreach (var key in Directory.GetFiles(Data + "-keys", "*.key"))
        {
            await File.WriteAllBytesAsync(key, [1, 2, 3]);
        }
    }

    private void MoveTheDatabase() => File.Move(Path.Combine(Data, "tenktanken.db"), Path.Combine(Data, "tenktanken.db.moved"));

    /// <summary>Gives the status of what no client would send.</summary>
    private static async Task<int> SendAsync(Uri address, string head, string body = "")
    {
        using var line = new TcpClient();
        await line.ConnectAsync(address.Host, address.Port);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}User-Agent: {Canary}\r\nX-Forwarded-For: {Machine}\r\nConnection: close\r\n\r\n{body}"));
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync().WaitAsync(Patience);

        return int.Parse(status!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>As it is, in two bytes each, in hexadecimals of either case, and in base 64 wherever in a text it begins.</summary>
    private static bool Found(byte[] bytes, string trace)
    {
        var plain = Encoding.UTF8.GetBytes(trace);
        var hex = Convert.ToHexString(plain);
        IEnumerable<byte[]> ways =
        [
            plain, Encoding.Unicode.GetBytes(trace), Encoding.BigEndianUnicode.GetBytes(trace),
            Encoding.ASCII.GetBytes(hex), Encoding.ASCII.GetBytes(hex.ToLowerInvariant()),
            .. Enumerable.Range(0, 3).Select(shift => InBase64(plain, shift)),
        ];

        return ways.Any(way => bytes.AsSpan().IndexOf(way) >= 0);
    }

    /// <summary>The symbols that are the same whatever stands before and behind.</summary>
    private static byte[] InBase64(byte[] plain, int shift)
    {
        var whole = Convert.ToBase64String([.. new byte[shift], .. plain]);

        return Encoding.ASCII.GetBytes(whole[(shift == 0 ? 0 : shift + 1)..(whole.TrimEnd('=').Length - 1)]);
    }
}
