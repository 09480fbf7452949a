using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P50: what no browser sends, a thousand times in a row: the site lives, and no answer tells of its inside.</summary>
internal static partial class OddRequests
{
    private const int Many = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        using var folders = new Folders();
        await using var site = await Site.StartAsync(folders);
        var (random, telling, failures, statuses) = (conditions.Random, new List<string>(), new List<string>(), new SortedDictionary<string, int>());
        string[] places = [Repository.Root, folders.Root];
        var many = Math.Max(100, conditions.Count(Many));
        for (var i = 0; i < many; i++)
        {
            var request = Request(site.Address, i, random);
            var answer = await SendAsync(site.Address, request);
            var status = answer.Split(' ') is ["HTTP/1.1" or "HTTP/1.0", var number, ..] ? number : answer.Length == 0 ? "closed" : "no HTTP";
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (Inside().IsMatch(answer) || places.Any(place => answer.Contains(place, StringComparison.Ordinal)))
            {
                telling.Add(Encoding.Latin1.GetString(request)[..Math.Min(80, request.Length)]);
            }

            if (status is "500" or "no HTTP")
            {
                failures.Add(Encoding.Latin1.GetString(request)[..Math.Min(80, request.Length)]);
            }
        }

        var lives = !site.Process.HasExited;
        using var helper = new Helper(site);
        var (page, saved) = (await helper.GetAsync(Helper.Reading), await helper.SaveAtOnceAsync());
        foreach (var told in telling.Concat(failures).Distinct().Take(10))
        {
            Conditions.Tell(told.ReplaceLineEndings("⏎"));
        }

        return
        [
            new(
                "P50",
                $"{many} odd requests one after the other (raw TCP), then a page and a save (HTTP)",
                "the process lives; no stack trace and no path in an answer; no 500",
                $"{(lives ? "lives" : "died")}; {telling.Count} tell; answers "
                    + $"{string.Join(", ", statuses.Select(status => $"{status.Key} × {status.Value}"))}; "
                    + $"then a page {page.Status} and {(saved.Code is null ? "no save" : "a save")}",
                lives && telling.Count == 0 && failures.Count == 0 && page.Status == 200 && saved.Code is not null),
        ];
    }

    private static byte[] Request(Uri site, int number, Random random)
    {
        var (host, junk) = (site.Authority, new byte[random.Next(1, 3000)]);
        random.NextBytes(junk);
        var noise = Encoding.Latin1.GetString(junk);
        var word = Convert.ToHexString(junk)[..Math.Min(2 * junk.Length, 200)];
        var all = new[]
        {
            "GET /nb/tegn HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n",
            "GET /nb/tegn HTTP/1.1\r\nHost: a..b\r\nConnection: close\r\n\r\n",
            "GET /nb/tegn HTTP/1.1\r\nHost: x:99999\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "HEAD /nb/tegn HTTP/1.1\r\nHost: a..b\r\nConnection: close\r\n\r\n",
            $"GET /nb/{word} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
            $"GET /nb/tegn?{word} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
            $"GET /{Uri.EscapeDataString(noise)[..Math.Min(600, noise.Length)]} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
            $"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
            $"GET /%00%ff%fe HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
            $"{word[..Math.Min(9, word.Length)]} /nb/tegn HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
            $"DELETE /nb/sjekkliste HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
            $"PUT /nb/sjekkliste HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {junk.Length}\r\n\r\n{noise}",
            Post(host, "/nb/sjekkliste", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"_handler\"\r\n\r\nchec"),
            Post(host, "/nb/sjekkliste", "multipart/form-data", "--b\r\n"),
            Post(host, "/nb/sjekkliste", "application/x-www-form-urlencoded; charset=utf-7", "_handler=checklist"),
            Post(host, "/nb/sjekkliste", "application/x-www-form-urlencoded", noise),
            Post(host, "/nb/sjekkliste", "application/x-www-form-urlencoded", $"_handler=checklist&do={word}&token={word}"),
            Post(host, "/nb/sjekkliste", "application/x-www-form-urlencoded", $"_handler={word}"),
            Post(host, "/nb/sjekkliste", "application/x-www-form-urlencoded", $"_handler=checklist&do=save&edition={word}&sign-fear-or-stress={word}"),
            Post(host, "/nb/sjekkliste", "application/json", $"{{\"{word}\": [[[["),
            Post(host, "/nb/kom-tilbake", "application/x-www-form-urlencoded", $"_handler=checklist&do=open&code={Uri.EscapeDataString(noise)}"),
            Post(host, "/nb/kom-tilbake", "application/x-www-form-urlencoded", $"_handler=checklist&do=forget&token={word}"),
            Post(host, "/nb/kom-tilbake", "application/x-www-form-urlencoded", string.Join('&', Enumerable.Repeat("a=b", 2000))),
            Post(host, "/_blazor/negotiate?negotiateVersion=1", "text/plain", noise),
            $"GET /_blazor?id={word} HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\n\r\n",
            $"GET /nb/tegn HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nRange: bytes={word}\r\nIf-None-Match: {word}\r\nAccept-Language: {word}\r\n\r\n",
            $"GET /nb/tegn HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nCookie: {word}\r\nX-Forwarded-For: {word}\r\nX-Forwarded-Proto: {word}\r\n\r\n",
            $"GET /nb/tegn HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nzz\r\n",
            $"GET /nb/tegn HTTP/9.9\r\nHost: {host}\r\n\r\n",
            $"GET {site}nb/tegn HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n",
            "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + noise,
            noise,
        };

        return Encoding.Latin1.GetBytes(all[number % all.Length]);
    }

    private static string Post(string host, string path, string type, string body) =>
        $"POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nOrigin: http://{host}\r\n"
        + $"Content-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    /// <summary>What comes until the site closes, or says nothing more. Empty when it closes at once.</summary>
    private static async Task<string> SendAsync(Uri site, byte[] request)
    {
        using var client = new TcpClient();
        using var enough = new CancellationTokenSource(LongestAnswer);
        var answer = new MemoryStream();
        try
        {
            await client.ConnectAsync(site.Host, site.Port, enough.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(request, enough.Token);
            var copying = stream.CopyToAsync(answer, enough.Token);
            if (await Task.WhenAny(copying, Task.Delay(Patience, enough.Token)) != copying)
            {
                // It waits for the rest of what was asked. There is none.
                client.Client.Shutdown(SocketShutdown.Send);
            }

            await copying;
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // What came until then is the answer.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    [GeneratedRegex(@"\bat (System|Microsoft|TenkTanken)\.|Exception|\.cs:line|/src/TenkTanken|\.dll\b")]
    private static partial Regex Inside();
}
