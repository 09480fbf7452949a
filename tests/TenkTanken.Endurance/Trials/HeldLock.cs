using System.Diagnostics;
using System.Globalization;
using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P32: another program has the write lock of the database for ten seconds while helpers save.</summary>
internal static class HeldLock
{
    private static readonly TimeSpan LongestReading = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestSave = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenPresses = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromMilliseconds(20);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        var (many, held) = (conditions.Count(200), conditions.Time(TimeSpan.FromSeconds(10)));
        using var folders = new Folders();
        await using var site = await Site.StartAsync(folders);
        using var helper = new Helper(site);
        var forms = new List<Form>();
        for (var i = 0; i < many; i++)
        {
            forms.Add(await helper.ReflectAsync(conditions.Random));
        }

        // One is there before, so that the reading is not of a site that compiles what it has never done.
        var first = (await helper.SaveAtOnceAsync()).Code!;
        var before = new Times();
        for (var i = 0; i < 200; i++)
        {
            await helper.GetAsync(Helper.Reading);
        }

        for (var i = 0; i < 200; i++)
        {
            await before.OfAsync(helper.GetAsync(Helper.Reading));
            await Task.Delay(BetweenReadings);
        }

        using var holder = Process.Start(Child.Start("holder", folders.Database, held.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)))!;
        await holder.StandardOutput.ReadLineAsync();
        var (reading, saving) = (new Times(), new Times());
        using var enough = new CancellationTokenSource();
        var reader = ReadAsync(site, reading, enough.Token);
        var saves = await Task.WhenAll(forms.Select((form, i) => SaveAsync(helper, form, held * i / many, saving)));
        await enough.CancelAsync();
        await reader;
        await holder.WaitForExitAsync();

        var codes = saves.Where(save => save.Code is not null).Select(save => save.Code!).ToList();
        var inTime = saves.Count(save => save.Code is not null && save.Took <= LongestSave);
        var atOnce = saves.Count(save => save is { Code: not null, Presses: 1 });
        await using var stored = await Stored.OpenAsync(folders);
        var (missing, twice) = (0, 0);
        foreach (var code in codes)
        {
            var session = await stored.OpenAsync(code);
            missing += session is null ? 1 : 0;
            twice += session?.Session.Rounds.Count > 1 ? 1 : 0;
        }

        var rows = Stored.Count(folders.Database);

        return
        [
            new(
                "P32",
                Times.Say($"another process holds the write lock {held.TotalSeconds:0.#} s; pages read meanwhile (HTTP, {reading.Count} readings)"),
                "p99 ≤ 50 ms",
                Times.Say($"median {reading.Median:0.0} ms, p99 {reading.P99:0.0} ms, longest {reading.Longest:0} ms; ")
                    + Times.Say($"a moment before: median {before.Median:0.0} ms, p99 {before.P99:0.0} ms"),
                reading.P99 <= LongestReading.TotalMilliseconds),
            new(
                "P32",
                $"{many} saves that come in meanwhile, one after the other; who is refused presses again after a second (HTTP)",
                "≥ 99 % saved within 15 s",
                Times.Say($"{inTime} of {many} within 15 s, {atOnce} at the first press; longest wait for an answer {saving.Longest / 1000:0.0} s"),
                inTime >= 0.99 * many),
            new(
                "P32",
                "what is stored afterwards",
                "each once",
                $"{rows} sessions for {codes.Distinct().Count() + 1} codes; {missing} missing; {twice} with two rounds",
                missing == 0 && twice == 0 && rows == codes.Distinct().Count() + 1 && first.Length > 0),
        ];
    }

    private static async Task<(string? Code, int Presses, TimeSpan Took)> SaveAsync(Helper helper, Form form, TimeSpan after, Times saving)
    {
        await Task.Delay(after);
        var begun = Stopwatch.GetTimestamp();
        for (var presses = 1; ; presses++)
        {
            var reply = await saving.OfAsync(helper.SaveAsync(form));
            var took = Stopwatch.GetElapsedTime(begun);
            if (reply.Code is not null || took > LongestSave)
            {
                return (reply.Code, presses, took);
            }

            await Task.Delay(BetweenPresses);
        }
    }

    private static async Task ReadAsync(Site site, Times reading, CancellationToken enough)
    {
        using var reader = new Helper(site);
        while (!enough.IsCancellationRequested)
        {
            var page = await reading.OfAsync(reader.GetAsync(Helper.Reading));
            if (page.Status != 200)
            {
                reading.Add(double.PositiveInfinity);
            }

            await Task.Delay(BetweenReadings, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
