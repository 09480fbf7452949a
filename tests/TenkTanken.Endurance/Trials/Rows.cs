using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>A million sessions, or as many as one says: how large, how fast, and whether where they lie tells in which order they came.</summary>
internal static class Rows
{
    private const int Few = 1_000;
    private const int Opened = 500;
    private const string Forgotten = "What was due is forgotten";

    private static readonly TimeSpan LongestSave = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTidying = TimeSpan.FromMinutes(10);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        var many = conditions.Count(conditions.Sessions);
        using var folders = new Folders();
        var codes = new List<string>();
        await using (var writer = new WriterProcess(folders, Few))
        {
            await writer.EndAsync();
            codes.AddRange(writer.Codes);
        }

        var few = await ComeBackAsync(folders, codes, conditions.Random);
        var begun = DateTime.UtcNow;
        var refused = 0;
        long filling;
        await using (var writer = new WriterProcess(folders, callers: 256))
        {
            for (var told = 0; writer.Count < many - codes.Count && !writer.Process.HasExited; told++)
            {
                await Task.Delay(100);
                if (told % 300 == 0)
                {
                    Conditions.Tell($"{writer.Count} saved");
                }
            }

            filling = writer.Process.Status("VmHWM");
            await writer.KillAsync();
            refused = writer.All.Count(one => !one.IsSaved);
            codes.AddRange(writer.Codes);
        }

        var rate = (codes.Count - Few) / (DateTime.UtcNow - begun).TotalSeconds;

        // Before it is tidied. Only those that were saved since the last tidying show an order.
        var before = Correlation(folders, codes);
        var (waiting, notSaved, tidying) = await TidyingAsync(folders, codes);
        var size = new FileInfo(folders.Database).Length;
        var after = Correlation(folders, codes);
        var come = await ComeBackAsync(folders, codes, conditions.Random);
        var integrity = Stored.Integrity(folders.Database);
        await using var stored = await Stored.OpenAsync(folders);
        var missing = await stored.MissingAsync(codes);

        return
        [
            new(
                "rows",
                Times.Say($"{codes.Count} sessions saved (storage alone, 256 callers, {rate:0} a second)"),
                "all open; integrity_check ok",
                $"{missing} missing; {integrity}; {refused} refused",
                missing == 0 && integrity == "ok" && refused == 0),
            new(
                "rows",
                "size of the database; most memory of the process that saved, and of the one that tidied",
                "told",
                Times.Say($"{size / 1e9:0.00} GB, {(double)size / codes.Count:0} bytes a session; {filling / 1024} MiB; {tidying / 1024} MiB"),
                IsHeld: true),
            new(
                "rows",
                Times.Say($"saves while the hourly forgetting tidies (storage alone, 8 callers, {waiting.Count} saves)"),
                "none waits longer than 1 s; none refused",
                Times.Say($"median {waiting.Median:0.0} ms, longest {waiting.Longest / 1000:0.0} s; {notSaved} refused"),
                waiting.Longest <= LongestSave.TotalMilliseconds && notSaved == 0),
            new(
                "rows",
                $"coming back with a code among {Few} and among {codes.Count} (HTTP, {Opened} each)",
                "told",
                Times.Say($"median {few.Median:0.0} ms and {come.Median:0.0} ms, p99 {few.P99:0.0} ms and {come.P99:0.0} ms"),
                IsHeld: true),
            new(
                "rows",
                "rank correlation between the order of saving and the place in the file, after tidying "
                    + Times.Say($"(before it: {before:0.000})"),
                "< 0.05 either way",
                Times.Say($"{after:0.000}"),
                Math.Abs(after) < 0.05 && Math.Abs(before) < 0.05),
        ];
    }

    /// <summary>Those that are in the file: saves made while it was tidied come in later and are not asked about.</summary>
    private static double Correlation(Folders folders, List<string> codes) =>
        StoredRows.RankCorrelation([.. StoredRows.PlacesOf(folders, codes).Where(place => place > 0)]);

    /// <summary>A start forgets and tidies at once, as each hour does.</summary>
    private static async Task<(Times Waiting, int NotSaved, long Memory)> TidyingAsync(Folders folders, List<string> codes)
    {
        var waiting = new Times();
        await using var writer = new WriterProcess(folders, callers: 8);
        var (begun, longest) = (DateTime.UtcNow, TimeSpan.Zero);
        while (!writer.Log.Any(line => line.Contains(Forgotten, StringComparison.Ordinal)) && longest < LongestTidying)
        {
            await Task.Delay(50);
            longest = DateTime.UtcNow - begun;
        }

        Conditions.Tell($"tidied after {longest.TotalSeconds:0} s");
        var memory = writer.Process.Status("VmHWM");
        await writer.KillAsync();
        foreach (var one in writer.All)
        {
            waiting.Add(one.Took);
        }

        codes.AddRange(writer.Codes);

        return (waiting, writer.All.Count(one => !one.IsSaved), memory);
    }

    private static async Task<Times> ComeBackAsync(Folders folders, List<string> codes, Random random)
    {
        await using var site = await Site.StartAsync(folders);
        await site.SaysAsync(Forgotten, LongestTidying);
        using var helper = new Helper(site);
        var times = new Times();
        await helper.MissingAsync(codes.Take(50));
        for (var i = 0; i < Opened; i++)
        {
            if (!await times.OfAsync(helper.OpensAsync(codes[random.Next(codes.Count)])))
            {
                times.Add(double.PositiveInfinity);
            }
        }

        await site.StopAsync();

        return times;
    }
}
