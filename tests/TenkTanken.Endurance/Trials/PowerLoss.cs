using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>
/// P30: what is told to be saved is there after a power cut. All that is asked of the disk is recorded; for each save that was acknowledged the disk is
/// made as it was certain to be in that moment, and every code told until then is opened on it.
/// </summary>
internal static class PowerLoss
{
    private const int Points = 1000;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        using var folders = new Folders();
        using var tools = new Folders();
        var recorder = (Library: Repository.Compile("recorded-disk.c", tools.Root), Log: Path.Combine(tools.Root, "recording"));
        var acknowledged = new List<WriterProcess.Acknowledged>();

        // One after the other first: nothing else is going on at the disk in the moment of an acknowledgement. Then after a new start eight at a time.
        foreach (var callers in new[] { 1, 8 })
        {
            await using var writer = new WriterProcess(folders, conditions.Count(Points) / 2, callers, recorder);
            await writer.EndAsync();
            acknowledged.AddRange(writer.All.Where(one => one.IsSaved).OrderBy(one => one.Recorded));
        }

        var log = await File.ReadAllBytesAsync(recorder.Log);
        Conditions.Tell($"{acknowledged.Count} acknowledged, {log.Length / 1024 / 1024} MiB recorded");
        var strict = await ReplayAsync(log, folders.Root, acknowledged, everyNth: 1, (_, _) => null);
        var torn = await ReplayAsync(log, folders.Root, acknowledged, everyNth: 1, (disk, next) =>
        {
            disk.GoTo(conditions.Random.NextInt64(disk.At, Math.Max(disk.At, next) + 1));

            return conditions.Random;
        });

        // From the middle on nobody flushes, as with «PRAGMA synchronous=OFF».
        var without = await ReplayAsync(log, folders.Root, acknowledged, everyNth: Math.Max(1, acknowledged.Count / 40), (_, _) => null, forgets: true);

        return
        [
            Say("only what was flushed", strict, acknowledged.Count),
            Say("and a part, by chance, of what was written and not flushed until a random moment before the next", torn, acknowledged.Count),
            new(
                "P30",
                $"proof that it would be seen: the same with no flush from the middle on, {without.Points} points",
                "rows are missing",
                $"missing {without.Missing}, unreadable {without.Unreadable}",
                without.Missing + without.Unreadable > 0),
        ];
    }

    private static Finding Say(string kept, Result result, int acknowledged) => new(
        "P30",
        $"power cut at {result.Points} acknowledgements, kept: {kept} (storage alone, {result.Flushes} flushes recorded)",
        "0 missing; 0 unreadable",
        $"{result.Missing} missing of {result.Opened} opened; {result.Unreadable} unreadable{result.Why}",
        result.Missing == 0 && result.Unreadable == 0 && result.Points == acknowledged && acknowledged > 0);

    /// <param name="cut">Where the power is cut, given the disk at an acknowledgement and where the next one is.</param>
    private static async Task<Result> ReplayAsync(
        byte[] log,
        string folder,
        List<WriterProcess.Acknowledged> acknowledged,
        int everyNth,
        Func<RecordedDisk, long, Random?> cut,
        bool forgets = false)
    {
        var disk = new RecordedDisk(log, folder);
        var result = new Result(0, 0, 0, 0, 0, "");
        for (var i = 0; i < acknowledged.Count; i++)
        {
            disk.GoTo(acknowledged[i].Recorded);
            disk.ForgetsFlushes = forgets && i >= acknowledged.Count / 2;
            if (i % everyNth != 0)
            {
                continue;
            }

            if (result.Points % 200 == 0)
            {
                Conditions.Tell($"{result.Points} power cuts, {result.Missing} missing, {result.Unreadable} unreadable");
            }

            var random = cut(disk, Next(log, acknowledged, i));

            // In memory: thousands of small copies that live for a moment.
            using var image = new Folders(Directory.Exists("/dev/shm") ? "/dev/shm" : null);
            disk.WriteTo(image.Root, random);
            var known = acknowledged.TakeWhile((one, at) => at <= i || one.Recorded <= acknowledged[i].Recorded).Select(one => one.Code).ToList();
            result = (await LookAsync(image, known, result)) with { Points = result.Points + 1, Flushes = disk.Flushes };
        }

        return result;
    }

    /// <summary>Where the recording has the next acknowledgement: until there nothing more has been told.</summary>
    private static long Next(byte[] log, List<WriterProcess.Acknowledged> acknowledged, int at) =>
        at + 1 < acknowledged.Count ? acknowledged[at + 1].Recorded : log.Length;

    private static async Task<Result> LookAsync(Folders image, List<string> known, Result before)
    {
        try
        {
            await using var stored = await Stored.OpenAsync(image);
            var fault = stored.Faults.Count > 0 ? string.Join(' ', stored.Faults) : Stored.Integrity(image.Database) is not "ok" and var damage ? damage : null;
            if (fault is not null)
            {
                return before with { Unreadable = before.Unreadable + 1, Why = $" ({fault.Replace(image.Root, "", StringComparison.Ordinal)})" };
            }

            return before with { Opened = before.Opened + known.Count, Missing = before.Missing + await stored.MissingAsync(known) };
        }
        catch (Exception exception) when (exception is IOException or Microsoft.Data.Sqlite.SqliteException or UnauthorizedAccessException)
        {
            return before with { Unreadable = before.Unreadable + 1, Why = $" ({exception.Message})" };
        }
    }

    private sealed record Result(int Points, long Opened, long Missing, int Unreadable, int Flushes, string Why);
}
