using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P9: a clock that is wrong destroys nothing, and on days that are odd nothing is forgotten early or late.</summary>
internal static class Clocks
{
    private const int Saved = 20;

    /// <summary>As long as forgetting takes at a start.</summary>
    private static readonly TimeSpan Forgets = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        if (!FakeTime.IsThere)
        {
            return [new("P9", "a wrong clock", "nothing is deleted before its day", "there is no libfaketime", IsHeld: false)];
        }

        var now = DateTime.UtcNow;
        return
        [
            await WrongAsync("a start 400 days ahead", now, now.AddDays(400)),
            await WrongAsync("a start 400 days behind", now, now.AddDays(-400)),
            await WrongAsync("two starts with different wrong clocks, 400 days and then 4 000 days ahead", now, now.AddDays(400), now.AddDays(4000)),
            await WrongAsync("two starts with different wrong clocks, 400 days ahead and then 400 behind", now, now.AddDays(400), now.AddDays(-400)),
            await WrongAsync("a start in February 2038", now, new DateTime(2038, 2, 1, 12, 0, 0, DateTimeKind.Utc)),
            await KeptAsync("29 February 2028", new(2028, 2, 29, 12, 0, 0, DateTimeKind.Utc), new(2028, 3, 31, 23, 50, 0, DateTimeKind.Utc)),
            await KeptAsync(
                "1 February 2038, after the seconds of 32 bits are over",
                new(2038, 2, 1, 12, 0, 0, DateTimeKind.Utc),
                new(2038, 3, 31, 23, 50, 0, DateTimeKind.Utc)),
            await KeptAsync("31 December 2026", new(2026, 12, 31, 12, 0, 0, DateTimeKind.Utc), new(2027, 1, 31, 23, 50, 0, DateTimeKind.Utc)),
        ];
    }

    /// <summary>Saved with the right clock, then started with wrong ones and saved in there too, then right again.</summary>
    private static async Task<Finding> WrongAsync(string what, DateTime right, params DateTime[] wrong)
    {
        using var folders = new Folders();
        var before = await RunAsync(folders, right, save: true);
        var meanwhile = new List<string>();
        foreach (var moment in wrong)
        {
            meanwhile.AddRange(await RunAsync(folders, moment, save: true));
        }

        await RunAsync(folders, right.AddHours(1), save: false);
        var (missing, missingNew) = await RightAgainAsync(folders, right.AddHours(1), before, meanwhile);

        return new(
            "P9",
            $"{what}, each with {Saved} saves, and then the right clock again (HTTP)",
            "all open that were saved before, and all that were saved meanwhile",
            $"before: {missing} of {before.Count} missing; meanwhile: {missingNew} of {meanwhile.Count} missing",
            missing == 0 && missingNew == 0 && meanwhile.Count == Saved * wrong.Length);
    }

    private static async Task<(int Before, int Meanwhile)> RightAgainAsync(Folders folders, DateTime right, List<string> before, List<string> meanwhile)
    {
        await using var site = await Site.StartAsync(folders, FakeTime.At(right));
        using var helper = new Helper(site);

        return (await helper.MissingAsync(before), await helper.MissingAsync(meanwhile));
    }

    /// <summary>Saved on a day, started every few days as a site that runs, and opened on the last day one can, and on the day after.</summary>
    private static async Task<Finding> KeptAsync(string what, DateTime day, DateTime last)
    {
        using var folders = new Folders();
        var codes = await RunAsync(folders, day, save: true);
        for (var later = day.AddDays(5); later < last; later = later.AddDays(5))
        {
            await RunAsync(folders, later, save: false);
        }

        var (missing, _) = await RightAgainAsync(folders, last, codes, []);
        var (gone, _) = await RightAgainAsync(folders, last.AddHours(1), codes, []);
        await RunAsync(folders, last.AddHours(2), save: false);
        var (left, keys) = (Stored.Count(folders.Database), Directory.GetFiles(folders.Keys, "*.key").Length);

        return new(
            "P9",
            $"{codes.Count} saved on {what}; opened ten minutes before the end of next month and an hour later (HTTP)",
            "all open; none opens, and rows and key are gone",
            $"{codes.Count - missing} of {codes.Count} open; {codes.Count - gone} open an hour later, {left} rows and {keys} keys left",
            missing == 0 && gone == codes.Count && left == 0 && keys == 0 && codes.Count == Saved);
    }

    private static async Task<List<string>> RunAsync(Folders folders, DateTime clock, bool save)
    {
        await using var site = await Site.StartAsync(folders, FakeTime.At(clock));
        using var helper = new Helper(site);
        var codes = new List<string>();
        for (var i = 0; save && i < Saved; i++)
        {
            if ((await helper.SaveAtOnceAsync()).Code is { } code)
            {
                codes.Add(code);
            }
        }

        await Task.Delay(Forgets);
        await site.StopAsync();

        return codes;
    }
}
