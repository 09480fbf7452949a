using System.Globalization;

namespace TenkTanken.Endurance.Running;

/// <summary>A clock that is wrong for a whole process: libfaketime, which <c>tests/endurance</c> installs.</summary>
internal static class FakeTime
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 3 };

    private static readonly string[] Places =
        [.. new[] { "/usr/lib", "/usr/lib64", "/usr/local/lib" }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "libfaketimeMT.so.1", Below))];

    public static bool IsThere => Places.Length > 0;

    /// <summary>The clock says that at the start, and goes on.</summary>
    public static IReadOnlyDictionary<string, string> At(string moment) => Settings("@" + moment);

    public static IReadOnlyDictionary<string, string> At(DateTime moment) =>
        At(moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    private static Dictionary<string, string> Settings(string time) => new()
    {
        ["LD_PRELOAD"] = Places.FirstOrDefault() ?? throw new InvalidOperationException("There is no libfaketime. Install faketime."),
        ["FAKETIME"] = time,
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["TZ"] = "UTC",
    };
}
