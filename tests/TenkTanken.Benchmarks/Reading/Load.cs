using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TenkTanken.Benchmarks.Reading;

/// <summary>What wrk found: how many answers a second, and in which time 99 of 100 came.</summary>
/// <param name="P99">Milliseconds.</param>
internal sealed partial record Load(double PerSecond, double P99)
{
    private const string Core = "1";

    public static Load Of(Uri address, IReadOnlyList<string> headers, int seconds)
    {
        string[] arguments =
        [
            "-c", Core, "wrk", "-t1", "-c64", $"-d{seconds}s", "--latency", .. headers.SelectMany(header => new[] { "-H", header }), $"{address}",
        ];
        using var wrk = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        var said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        if (wrk.ExitCode != 0 || said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"wrk did not get its pages:\n{said}");
        }

        var p99 = P99Line().Match(said);

        return new(
            double.Parse(PerSecondLine().Match(said).Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(p99.Groups[1].Value, CultureInfo.InvariantCulture) * p99.Groups[2].Value switch { "us" => 0.001, "s" => 1000, _ => 1 });
    }

    public static Load MedianOf(IReadOnlyList<Load> loads) => new(Median(loads.Select(load => load.PerSecond)), Median(loads.Select(load => load.P99)));

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecondLine();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99Line();
}
