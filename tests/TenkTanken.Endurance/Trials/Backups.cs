using System.Diagnostics;
using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P34: a backup taken while the site is saving can be restored, and has all that was acknowledged before it was begun.</summary>
internal static class Backups
{
    private const int PerSecond = 200;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        var tenk = Repository.Program("TenkTanken.Cli", "tenk");
        if ((await Processes.RunAsync("dotnet", "exec", tenk, "backup", "--help")) is not { Code: 0 } help
            || !help.Said.Contains("--data", StringComparison.Ordinal))
        {
            return [new("P34", "online backups by `tenk backup`", "0 of what was acknowledged before is missing", "there is no such command", IsHeld: false)];
        }

        using var folders = new Folders();
        using var backups = new Folders();
        await using var site = await Site.StartAsync(folders);
        using var helper = new Helper(site);
        using var enough = new CancellationTokenSource();
        var (codes, refused, begun) = (new List<string>(), 0, Stopwatch.GetTimestamp());
        var saving = Enumerable.Range(0, 8).Select(async worker =>
        {
            for (var i = worker; !enough.IsCancellationRequested; i += 8)
            {
                var wait = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(begun);
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
                var code = (await helper.SaveAtOnceAsync()).Code;
                lock (codes)
                {
                    refused += code is null ? 1 : 0;
                    codes.AddRange(code is null ? [] : [code]);
                }
            }
        }).ToList();
        var (count, failed, missing, opened, unsound, took) = (conditions.Count(20), new List<string>(), 0, 0, 0, new Times());
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(Between);
            string[] known;
            lock (codes)
            {
                known = [.. codes];
            }

            var file = Path.Combine(backups.Root, $"backup-{i}");
            var backup = await took.OfAsync(Processes.RunAsync("dotnet", "exec", tenk, "backup", file, "--data", folders.Data));
            using var restored = new Folders();
            Folders.CopyFolder(folders.Keys, restored.Keys);
            var restore = await Processes.RunAsync("dotnet", "exec", tenk, "restore", file, "--data", restored.Data, "--keys", restored.Keys);
            if (backup.Code != 0 || restore.Code != 0)
            {
                failed.Add((backup.Code != 0 ? backup.Said : restore.Said).Trim());
                continue;
            }

            unsound += Stored.Integrity(restored.Database) == "ok" ? 0 : 1;
            await using var stored = await Stored.OpenAsync(restored);
            unsound += stored.Faults.Count;
            missing += await stored.MissingAsync(known);
            opened += known.Length;
        }

        await enough.CancelAsync();
        await Task.WhenAll(saving);
        var rate = codes.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds;

        return
        [
            new(
                "P34",
                Times.Say($"{count} backups by `tenk backup` while {rate:0} are saved a second (HTTP), each restored by `tenk restore`"),
                "each sound; 0 of what was acknowledged before it is missing; no save refused",
                Times.Say($"{failed.Count} failed{(failed.Count > 0 ? $" ({failed[0]})" : "")}, {unsound} unsound, {missing} missing of {opened} opened; ")
                    + Times.Say($"{refused} saves refused; a backup took {took.Median / 1000:0.0} s (median)"),
                failed.Count == 0 && unsound == 0 && missing == 0 && refused == 0 && opened > 0),
        ];
    }
}
