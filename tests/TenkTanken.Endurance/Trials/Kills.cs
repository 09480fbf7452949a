using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P29: killed at random moments while it saves, nothing acknowledged is lost and reading is back soon.</summary>
internal static class Kills
{
    private const int PerFolder = 20;
    private const int Writes = 200_000;
    private const int All = 200;

    private static readonly TimeSpan LongestUntilReady = TimeSpan.FromSeconds(2.5);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        var starts = new Starts(new(), new());

        return [await StorageAsync(conditions, starts), await SiteAsync(conditions, starts), Ready(starts)];
    }

    /// <summary>A new folder now and then, so that checking does not take longer each time. After the last kill in each the site is started on it.</summary>
    private static async Task<Finding> StorageAsync(Conditions conditions, Starts starts)
    {
        var (kills, writes, lost, faults) = (0, 0, 0, new List<string>());
        for (var left = conditions.Count(All); left > 0; left -= PerFolder)
        {
            using var folders = new Folders();
            var codes = new List<string>();
            for (var i = 0; i < Math.Min(PerFolder, left); i++, kills++)
            {
                string[] now;
                await using (var writer = new WriterProcess(folders))
                {
                    await writer.WaitForAsync(conditions.Random.Next(2 * Writes / All * 12 / 10));
                    await Task.Delay(conditions.Random.Next(30));
                    await writer.KillAsync();
                    now = [.. writer.Codes];
                }

                codes.AddRange(now);
                if (Stored.Integrity(folders.Database) is not "ok" and var fault)
                {
                    faults.Add(fault);
                }

                await using var stored = await Stored.OpenAsync(folders);
                faults.AddRange(stored.Faults);
                lost += await stored.MissingAsync(now);
            }

            await using (var site = await Site.StartAsync(folders))
            {
                starts.Add(site);
                using var helper = new Helper(site);
                lost += await helper.MissingAsync(codes.TakeLast(20));
                await site.KillAsync();
            }

            await using var all = await Stored.OpenAsync(folders);
            lost += await all.MissingAsync(codes);
            writes += codes.Count;
            Conditions.Tell($"{kills} kills, {writes} writes, {lost} lost");
        }

        return new(
            "P29",
            $"kill -9 × {kills} at random moments in {writes} acknowledged writes (storage alone, 64 callers)",
            "0 lost; integrity_check ok",
            $"{lost} lost; {(faults.Count == 0 ? "ok each time" : string.Join("; ", faults.Distinct().Take(3)))}",
            lost == 0 && faults.Count == 0 && (conditions.IsQuick || writes >= Writes));
    }

    private static async Task<Finding> SiteAsync(Conditions conditions, Starts starts)
    {
        using var folders = new Folders();
        var (codes, kills, missing) = (new List<string>(), conditions.Count(20), 0);
        for (var i = 0; i < kills; i++)
        {
            await using var site = await Site.StartAsync(folders);
            starts.Add(site);
            using var helper = new Helper(site);
            missing += await helper.MissingAsync(codes.TakeLast(200));
            var now = new List<string>();
            var saving = Enumerable.Range(0, 8).Select(async _ =>
            {
                while (await helper.SaveAtOnceAsync() is { Status: not Helper.Reply.None } reply)
                {
                    if (reply.Code is { } code)
                    {
                        lock (now)
                        {
                            now.Add(code);
                        }
                    }
                }
            }).ToList();
            await Task.Delay(conditions.Random.Next(300, 2000));
            await site.KillAsync();
            await Task.WhenAll(saving);
            codes.AddRange(now);
        }

        var integrity = Stored.Integrity(folders.Database);
        await using var stored = await Stored.OpenAsync(folders);
        missing += await stored.MissingAsync(codes);

        return new(
            "P29",
            $"kill -9 × {kills} of the whole site in {codes.Count} acknowledged saves (HTTP)",
            "0 lost; integrity_check ok",
            $"{missing} lost; {integrity}",
            missing == 0 && integrity == "ok" && codes.Count > 0);
    }

    private static Finding Ready(Starts starts) => new(
        "P29",
        $"{starts.Ready.Count} starts of the site after a kill, to the first page (HTTP)",
        "p95 ≤ 2.5 s",
        Times.Say($"median {starts.Ready.Median / 1000:0.0} s, p95 {starts.Ready.P95 / 1000:0.0} s, longest {starts.Ready.Longest / 1000:0.0} s; ")
            + Times.Say($"the processor worked {starts.Worked.Median / 1000:0.0} s (median)"),
        starts.Ready.P95 <= LongestUntilReady.TotalMilliseconds);

    private sealed record Starts(Times Ready, Times Worked)
    {
        public void Add(Site site)
        {
            Ready.Add(site.ReadyAfter.TotalMilliseconds);
            Worked.Add(site.WorkedUntilReady.TotalMilliseconds);
        }
    }
}
