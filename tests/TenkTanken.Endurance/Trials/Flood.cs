using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>One who saves as fast as the site can: others read and save as before, and a set limit is kept.</summary>
internal static class Flood
{
    private const int Cap = 20;

    private static readonly TimeSpan LongestReading = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestFilling = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMilliseconds(250);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions) =>
        [.. await UnderTheCapsAsync(conditions), await OverTheCapAsync()];

    private static async Task<IReadOnlyList<Finding>> UnderTheCapsAsync(Conditions conditions)
    {
        var time = conditions.Time(TimeSpan.FromSeconds(60));
        using var folders = new Folders();
        await using var site = await Site.StartAsync(folders);
        using var other = new Helper(site);
        var forms = new List<Form>();
        for (var i = 0; i < time / BetweenSaves; i++)
        {
            forms.Add(await other.ReflectAsync(conditions.Random));
        }

        var before = new Times();
        for (var i = 0; i < 200; i++)
        {
            await before.OfAsync(other.GetAsync(Helper.Reading));
            await Task.Delay(BetweenReadings);
        }

        using var enough = new CancellationTokenSource();
        using var flooding = new Helper(site);
        var (codes, refused) = (new List<string>(), 0);
        var flood = Enumerable.Range(0, 32).Select(async _ =>
        {
            while (!enough.IsCancellationRequested)
            {
                var code = (await flooding.SaveAtOnceAsync()).Code;
                lock (codes)
                {
                    refused += code is null ? 1 : 0;
                    codes.AddRange(code is null ? [] : [code]);
                }
            }
        }).ToList();
        var (reading, saving, unread) = (new Times(), new Times(), 0);
        var reader = Task.Run(async () =>
        {
            using var helper = new Helper(site);
            while (!enough.IsCancellationRequested)
            {
                unread += (await reading.OfAsync(helper.GetAsync(Helper.Reading))).Status == 200 ? 0 : 1;
                await Task.Delay(BetweenReadings);
            }
        });
        var others = new List<string>();
        foreach (var form in forms)
        {
            if ((await saving.OfAsync(other.SaveAsync(form))).Code is { } code)
            {
                others.Add(code);
            }

            await Task.Delay(BetweenSaves);
        }

        await enough.CancelAsync();
        await Task.WhenAll([.. flood, reader]);
        var memory = site.Process.Status("VmHWM");
        var missing = await other.MissingAsync(others.Concat(codes.TakeLast(200)));

        return
        [
            new(
                "flood",
                Times.Say($"one client saves as fast as it can for {time.TotalSeconds:0} s, 32 at a time (HTTP, one post a save)"),
                "told",
                Times.Say($"{codes.Count / time.TotalSeconds:0} saves a second, {refused} refused; most memory {memory / 1024} MiB"),
                IsHeld: true),
            new(
                "flood",
                $"pages read meanwhile ({reading.Count} readings)",
                "p99 ≤ 50 ms; all 200",
                Times.Say($"median {reading.Median:0.0} ms, p99 {reading.P99:0.0} ms; {unread} not 200; ")
                    + Times.Say($"a moment before: median {before.Median:0.0} ms, p99 {before.P99:0.0} ms"),
                reading.P99 <= LongestReading.TotalMilliseconds && unread == 0),
            new(
                "flood",
                $"{forms.Count} saves of another helper meanwhile; theirs and the last 200 of the flood opened",
                "0 refused; 0 missing",
                Times.Say($"{forms.Count - others.Count} refused, median {saving.Median:0} ms, longest {saving.Longest:0} ms; {missing} missing"),
                others.Count == forms.Count && missing == 0),
        ];
    }

    private static async Task<Finding> OverTheCapAsync()
    {
        using var folders = new Folders();
        var done = $"saves until the database is as large as `Data:MaxMegabytes` ({Cap}) allows (HTTP)";
        await using var site = Site.Begin(folders, new Dictionary<string, string> { ["Data__MaxMegabytes"] = $"{Cap}" });
        try
        {
            await site.ReadyAsync();
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains("is not a setting", StringComparison.Ordinal))
        {
            return new("flood", done, "refused as full", "there is no such setting", IsHeld: false);
        }

        using var helper = new Helper(site);
        var (codes, refused, begun) = (new List<string>(), 0, DateTime.UtcNow);
        while (refused < 50 && Size(folders) < 2 * Cap && DateTime.UtcNow - begun < LongestFilling)
        {
            foreach (var reply in await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => helper.SaveAtOnceAsync())))
            {
                refused += reply.IsHonestRefusal ? 1 : 0;
                codes.AddRange(reply.Code is { } code ? [code] : []);
            }
        }

        string[] loud = [" Warning ", " Error "];
        var warnings = site.Log.Where(line => loud.Any(word => line.Contains(word, StringComparison.Ordinal))).ToList();
        var page = await helper.GetAsync(Helper.Reading);
        var missing = await helper.MissingAsync(codes);
        if (refused == 0)
        {
            return new("flood", done, "refused as full", $"never refused, with {Size(folders)} MB: is there such a setting?", IsHeld: false);
        }

        return new(
            "flood",
            done,
            "refused in plain words, a line in the log, reading goes on, 0 lost",
            $"{codes.Count} saved in {Size(folders)} MB, then {refused} refused; {warnings.Count} lines in the log; a page is {page.Status}; {missing} lost",
            warnings.Count > 0 && page.Status == 200 && missing == 0 && Size(folders) <= Cap + 1);
    }

    private static long Size(Folders folders) => new FileInfo(folders.Database).Length / 1024 / 1024;
}
