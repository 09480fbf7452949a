using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace TenkTanken.Benchmarks.Rooms;

/// <summary>Phones that lie on the tables: each holds a stream open, and asks for its page when it is told that something is new.</summary>
internal sealed partial class Followers(Uri site, string phone) : IDisposable
{
    private const int AtATime = 100;

    private readonly HttpClient _streams = Client(site, int.MaxValue);
    private readonly HttpClient _pages = Client(site, 256);
    private readonly ConcurrentBag<Task> _following = [];
    private int _refused;
    private int _upToDate;
    private long _asked;

    public int Following => _following.Count;

    public int Refused => _refused;

    /// <summary>Those who have got their page since something was asked.</summary>
    public int UpToDate => _upToDate;

    /// <summary>From a press of the trainer until a phone was told.</summary>
    public Times Told { get; } = new();

    /// <summary>The same until it had its page.</summary>
    public Times Shown { get; } = new();

    public async Task ComeAsync(int count)
    {
        foreach (var some in Enumerable.Range(0, count).Chunk(AtATime))
        {
            await Task.WhenAll(some.Select(_ => OpenAsync()));
        }
    }

    /// <summary>To be said before the trainer presses.</summary>
    public void IsAskedNow() => _asked = Stopwatch.GetTimestamp();

    public void Dispose()
    {
        _streams.Dispose();
        _pages.Dispose();
    }

    private async Task OpenAsync()
    {
        HttpResponseMessage? answer = null;
        try
        {
            answer = await _streams.GetAsync($"/rom/{phone.Split('/')[^1]}", HttpCompletionOption.ResponseHeadersRead);
        }
        catch (HttpRequestException)
        {
            // There was no connection left.
        }

        if (answer?.StatusCode == HttpStatusCode.OK)
        {
            _following.Add(ReadAsync(new StreamReader(await answer.Content.ReadAsStreamAsync())));
        }
        else
        {
            Interlocked.Increment(ref _refused);
        }
    }

    private async Task ReadAsync(StreamReader lines)
    {
        try
        {
            while (await lines.ReadLineAsync() is { } line)
            {
                if (_asked != 0 && Spread().Match(line) is { Success: true } spread)
                {
                    Told.Add(Stopwatch.GetElapsedTime(_asked));
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * int.Parse(spread.Groups[1].Value)));
                    _ = await _pages.GetStringAsync(phone);
                    Shown.Add(Stopwatch.GetElapsedTime(_asked));
                    Interlocked.Increment(ref _upToDate);
                }
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // They have gone home.
        }
    }

    private static HttpClient Client(Uri site, int connections) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false, UseProxy = false })
        {
            BaseAddress = site,
            Timeout = Timeout.InfiniteTimeSpan,
        };

    [GeneratedRegex("\"spread\":(\\d+)")]
    private static partial Regex Spread();
}
