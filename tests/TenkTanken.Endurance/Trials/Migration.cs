using System.Diagnostics;
using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P35: killed at any moment of the start that brings an earlier database up to date, the next start does it, and what was saved opens.</summary>
internal static class Migration
{
    private static readonly TimeSpan LongestUntilReady = TimeSpan.FromSeconds(2.5);

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
        var clock = FakeTime.At($"{name}-23 12:00:00");
        var code = (await File.ReadAllTextAsync(Path.Combine(earlier, "code.txt"))).Trim();
        var usual = TimeSpan.Zero;
        using (var whole = Take(earlier))
        {
            await using var site = await Site.StartAsync(whole, clock);
            usual = site.ReadyAfter;
        }

        var (kills, again, failed, lost, ready) = (conditions.Count(50), 0, 0, 0, new Times());
        for (var i = 0; i < kills; i++)
        {
            using var folders = Take(earlier);
            var begun = Stopwatch.GetTimestamp();
            await using (var site = Site.Begin(folders, clock))
            {
                await Task.Delay(usual * (0.25 + (0.8 * conditions.Random.NextDouble())));
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
                "p95 ≤ 2.5 s, as for any start",
                Times.Say($"median {ready.Median / 1000:0.0} s, p95 {ready.P95 / 1000:0.0} s, longest {ready.Longest / 1000:0.0} s"),
                ready.P95 <= LongestUntilReady.TotalMilliseconds),
        ];
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
