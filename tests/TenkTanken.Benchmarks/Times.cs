using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TenkTanken.Benchmarks;

/// <summary>How long something took, many times.</summary>
public sealed class Times
{
    private readonly ConcurrentQueue<double> _milliseconds = new();

    public double Median => Percentile(0.5);

    /// <summary>Of a hundred, ninety-nine took no longer.</summary>
    public double P99 => Percentile(0.99);

    public void Add(TimeSpan took) => _milliseconds.Enqueue(took.TotalMilliseconds);

    public async Task<T> OfAsync<T>(Task<T> work)
    {
        var begun = Stopwatch.GetTimestamp();
        var done = await work;
        Add(Stopwatch.GetElapsedTime(begun));

        return done;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Median,8:0.0} {P99,8:0.0} {Percentile(1),8:0.0}   {_milliseconds.Count,6}");

    private double Percentile(double part)
    {
        var sorted = _milliseconds.Order().ToList();

        return sorted.Count == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }
}
