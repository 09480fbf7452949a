using System.Diagnostics;
using System.Globalization;
using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P35: killed at any moment of the start that brings an earlier database up to date, the next start does it, and what was saved opens.</summary>
internal static class Migration
{
    /// <summary>Times a usual start: what is left behind is not waited for.</summary>
    private const int Slowest = 3;

    private static readonly TimeSpan Within = TimeSpan.FromMilliseconds(150);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        var findings = new List<Finding>();
        foreach (var earlier in Directory.GetDirectories(Path.Combine(Repository.Root, "tests", "TenkTanken.Data.Tests", "Earlier")).Order())
        {
            findings.AddRange(await FromAsync(earlier, conditions));
        }

        return findings;
    }

    private static async Task<IEnumerable<Finding>> FromAsync(string earlier, Conditions conditions)
    {
        var name = Path.GetFileName(earlier);
        var clock = IsOver(name) ? FakeTime.At($"{name}-23 12:00:00") : null;
        var code = (await File.ReadAllTextAsync(Path.Combine(earlier, "code.txt"))).Trim();
        var usual = TimeSpan.Zero;
        using (var whole = Take(earlier))
        {
            await using var site = await Site.StartAsync(whole, clock);
            usual = site.ReadyAfter;
        }

        var (kills, again, failed, lost, ready) = (Math.Max(2, conditions.Count(50)), 0, 0, 0, new Times());
        for (var i = 0; i < kills; i++)
        {
            using var folders = Take(earlier);
            var begun = Stopwatch.GetTimestamp();
            await using (var site = Site.Begin(folders, clock))
            {
                await MomentAsync(folders, i % 2 == 0, usual, conditions.Random);
                await site.KillAsync();
            }

            again += Stopwatch.GetElapsedTime(begun) < usual ? 1 : 0;
            try
            {
                await using var site = await Site.StartAsync(folders, clock);
                ready.Add(site.ReadyAfter.TotalMilliseconds);
                using var helper = new Helper(site);
                lost += await helper.OpensAsync(code) ? 0 : 1;
                lost += (await helper.SaveAtOnceAsync()).Code is null ? 1 : 0;
            }
            catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
            {
                failed++;
                Conditions.Tell(exception.Message);
            }
        }

        return
        [
            new(
                "P35",
                $"kill -9 × {kills} while a site of {name} is brought up to date, {again} of them before its first page; then a usual start (HTTP)",
                "starts; its code opens; saves",
                $"{failed} did not start; {lost} did not open or save",
                failed == 0 && lost == 0),
            new(
                "P35",
                "those starts, to the first page",
                $"none takes {Slowest} times as long as a usual one",
                Times.Say($"a usual one {usual.TotalSeconds:0.0} s; median {ready.Median / 1000:0.0} s, longest {ready.Longest / 1000:0.0} s"),
                ready.Longest <= Slowest * usual.TotalMilliseconds),
        ];
    }

    /// <summary>What was saved in that month is kept to the end of the next.</summary>
    private static bool IsOver(string month) =>
        DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(2) <= DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Some moment of the whole start; or a moment in which the database is being written, which it is not before its log is there.</summary>
    private static async Task MomentAsync(Folders folders, bool whileWriting, TimeSpan usual, Random random)
    {
        if (!whileWriting)
        {
            await Task.Delay(usual * (0.25 + (0.8 * random.NextDouble())));
            return;
        }

        for (var begun = Stopwatch.GetTimestamp(); !File.Exists(folders.Database + "-wal") && Stopwatch.GetElapsedTime(begun) < 10 * usual;)
        {
            await Task.Delay(1);
        }

        await Task.Delay(Within * random.NextDouble());
    }

    private static Folders Take(string earlier)
    {
        var folders = new Folders();
        Folders.CopyFolder(Path.Combine(earlier, "keys"), folders.Keys);
        Folders.CopyFolder(earlier, folders.Data);
        Directory.Delete(Path.Combine(folders.Data, "keys"), recursive: true);
        File.Delete(Path.Combine(folders.Data, "code.txt"));

        return folders;
    }
}
