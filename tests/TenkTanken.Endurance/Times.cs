using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TenkTanken.Endurance;

/// <summary>How long something took, many times.</summary>
internal sealed class Times
{
    private readonly ConcurrentQueue<double> _milliseconds = new();

    public int Count => _milliseconds.Count;

    public double Median => Percentile(0.5);

    public double P95 => Percentile(0.95);

    public double P99 => Percentile(0.99);

    public double Longest => Percentile(1);

    public void Add(double milliseconds) => _milliseconds.Enqueue(milliseconds);

    public async Task<T> OfAsync<T>(Task<T> work)
    {
        var begun = Stopwatch.GetTimestamp();
        var done = await work;
        Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);

        return done;
    }

    private double Percentile(double part)
    {
        var sorted = _milliseconds.Order().ToList();

        return sorted.Count == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }

    public static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
