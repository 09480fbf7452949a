using System.Globalization;
using System.Text.RegularExpressions;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>
/// How many may be connected at once, and how many of them for long. Each connection takes one of the handles that the system gives a process, and
/// a server that has none left stops answering, or ends (measured). So whoever comes when it is full is turned away, and there is always room for
/// somebody who only reads.
/// </summary>
/// <param name="All">Connections of any kind.</param>
/// <param name="Streams">Those by which a page follows something.</param>
/// <param name="Circuits">Those by which a page answers at once.</param>
public sealed partial record ConnectionLimits(int All, int Streams, int Circuits)
{
    /// <summary>Handles for everything else: programs, files, databases, the log. A site at rest has 340 (measured).</summary>
    private const int Kept = 512;

    /// <summary>Each of so many takes some 20 KiB, and the machine has work for no more.</summary>
    private const int Most = 40_000;

    /// <param name="handles">How many a process may have; null: as many as it likes.</param>
    public static ConnectionLimits For(int? handles)
    {
        // Where they are too few for all that, some still answer the most readers.
        var all = handles is { } few ? Math.Min(Math.Max(few - Kept, Math.Max(4, few / 8)), Most) : Most;

        return new(all, all / 2, all / 4);
    }

    /// <summary>Where the system says how many handles there are (Linux). What was allowed at the start of the process is all there will be.</summary>
    public static ConnectionLimits OfThisProcess()
    {
        const string told = "/proc/self/limits";

        return For(File.Exists(told) ? Read(File.ReadAllText(told)) : null);
    }

    /// <summary>Null where there is no limit, or none that we know of.</summary>
    internal static int? Read(string limits) =>
        OpenFiles().Match(limits) is { Success: true } found
        && int.TryParse(found.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var handles) ? handles : null;

    [GeneratedRegex(@"^Max open files +(\S+)", RegexOptions.Multiline)]
    private static partial Regex OpenFiles();
}
