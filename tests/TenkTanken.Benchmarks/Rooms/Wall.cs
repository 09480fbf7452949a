using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TenkTanken.Benchmarks.Rooms;

/// <summary>Follows a room as the wall does, and remembers when it showed how many answers.</summary>
internal sealed partial class Wall(Uri site, string address) : IDisposable
{
    private readonly Browser _browser = new(site);
    private readonly Browser _stream = new(site);
    private readonly ConcurrentQueue<(long At, int Answers)> _shown = new();

    public int Answers => _shown.LastOrDefault().Answers;

    public Task FollowAsync() => _stream.FollowAsync($"/rom/{address.Split('/')[^1]}", async () =>
    {
        var page = await _browser.GetAsync(address);
        if (Answered().Match(page) is { Success: true } answered)
        {
            _shown.Enqueue((Stopwatch.GetTimestamp(), int.Parse(answered.Groups[1].Value)));
        }
    });

    /// <summary>From when each answer was acknowledged until the wall showed as many.</summary>
    /// <param name="acknowledged">Timestamps.</param>
    public Times Behind(IEnumerable<long> acknowledged)
    {
        var times = new Times();
        foreach (var (place, at) in acknowledged.Order().Index())
        {
            var shown = _shown.FirstOrDefault(shown => shown.Answers > place);
            times.Add(shown == default ? TimeSpan.MaxValue : TimeSpan.FromTicks(Math.Max(0, Stopwatch.GetElapsedTime(at, shown.At).Ticks)));
        }

        return times;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _browser.Dispose();
    }

    [GeneratedRegex(@"(\d+) av \d+ har svart")]
    private static partial Regex Answered();
}
