using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P33: whatever has become of the database of a stopped site, the site starts, pages are read, and what is damaged is left as it is.</summary>
internal static class Damage
{
    private static readonly string[] Pages = ["/nb", Helper.Reading, Helper.Checklist, Helper.ComeBack];

    /// <summary>How the names of the database and of its log end.</summary>
    private static readonly string[] Files = ["", "-wal"];

    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(1);

    private static readonly (string Name, Action<Folders, Random> Do)[] Kinds =
    [
        ("one bit flipped", (folders, random) => Flip(folders.Database, random, 1)),
        ("a hundred bits flipped", (folders, random) => Flip(folders.Database, random, 100)),
        ("cut short", (folders, random) => Cut(folders.Database, random)),
        ("header zeroed", (folders, _) => Zero(folders.Database, 0, 100)),
        ("a page zeroed", (folders, random) => Zero(folders.Database, random.NextInt64(new FileInfo(folders.Database).Length / 4096) * 4096, 4096)),
        ("no database but a text", (folders, _) => File.WriteAllText(folders.Database, "This was a database.")),
        ("log cut short", (folders, random) => Cut(folders.Database + "-wal", random)),
        ("bits of the log flipped", (folders, random) => Flip(folders.Database + "-wal", random, 10)),
        ("database may not be written", (folders, _) => Processes.RunAsync("chattr", "+i", folders.Database).Wait()),
        ("empty", (folders, _) => File.WriteAllBytes(folders.Database, [])),
    ];

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        // In the one all is in the database, as it nearly always is; in the other a part is only in the log, since somebody was just reading.
        using var whole = new Folders();
        using var logged = new Folders();
        List<string>[] codes = [await PrepareAsync(whole, withLog: false), await PrepareAsync(logged, withLog: true)];
        var all = new List<Case>();
        for (var i = 0; i < Math.Max(Kinds.Length, conditions.Count(100)); i++)
        {
            var (name, harm) = Kinds[i % Kinds.Length];
            var withLog = name.Contains("log", StringComparison.Ordinal) || i / Kinds.Length % 3 == 2;
            all.Add(await TryAsync(withLog ? logged : whole, codes[withLog ? 1 : 0], name, harm, conditions.Random));
        }

        foreach (var kind in all.GroupBy(one => one.Kind))
        {
            Conditions.Tell($"{kind.Key}: {string.Join(" | ", kind.Select(one => one.Say()).Distinct())}");
        }

        var (refused, saved) = (all.Where(one => one.IsRefused).ToList(), all.Where(one => one.IsSaved).ToList());
        var own = saved.Where(one => one.Lost > 0 && one.Lost == one.LostByOwnBytes).ToList();
        var lost = saved.Where(one => one.Lost != one.LostByOwnBytes).ToList();

        return
        [
            new(
                "P33",
                $"{all.Count} damages to the database or its log of a stopped site ({Kinds.Length} kinds), each with a start (HTTP)",
                "starts; pages are read",
                $"{all.Count(one => one.IsRead)} of {all.Count}{Kind(all.Where(one => !one.IsRead), " did not")}",
                all.TrueForAll(one => one.IsRead)),
            new(
                "P33",
                "a save on it",
                "refused in plain words, or goes well and is found again",
                $"{refused.Count} refused so, {saved.Count} saved and found, {all.Count - refused.Count - saved.Count} neither"
                    + Kind(all.Where(one => !one.IsRefused && !one.IsSaved)),
                refused.Count + saved.Count == all.Count),
            new(
                "P33",
                $"the {codes[0].Count} or {codes[1].Count} codes acknowledged before, where saving goes on",
                "all open, but those whose own stored bytes were damaged",
                $"all in {saved.Count - own.Count - lost.Count} of {saved.Count}; only damaged ones missing in {own.Count}{Kind(own)}; "
                    + $"others missing in {lost.Count}{Kind(lost)}",
                lost.Count == 0),
            new(
                "P33",
                "the bytes of database and log where saving was refused, before the start and after the end",
                "equal",
                $"equal in {refused.Count(one => one.IsLeft)} of {refused.Count}{Kind(refused.Where(one => !one.IsLeft))}",
                refused.TrueForAll(one => one.IsLeft)),
        ];
    }

    private static string Kind(IEnumerable<Case> cases, string what = "") =>
        string.Join(", ", cases.GroupBy(one => one.Kind).Select(kind => $"{kind.Count()} × {kind.Key}")) is { Length: > 0 } said ? $" ({said}{what})" : "";

    /// <summary>Killed while somebody reads, so that a part of what was saved is only in the log.</summary>
    private static async Task<List<string>> PrepareAsync(Folders folders, bool withLog)
    {
        var codes = new List<string>();
        await using (var first = new WriterProcess(folders, count: 40))
        {
            await first.EndAsync();
            codes.AddRange(first.Codes);
        }

        if (!withLog)
        {
            return codes;
        }

        // Its snapshot keeps the log from being emptied.
        await using var reader = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folders.Database, Pooling = false }.ToString());
        await reader.OpenAsync();
        await using var reading = reader.BeginTransaction(deferred: true);
        await using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM SealedSession";
        await command.ExecuteScalarAsync();
        await using var second = new WriterProcess(folders, callers: 1);
        await second.WaitForAsync(5);
        await second.KillAsync();
        codes.AddRange(second.Codes);

        // The copy is taken here: closing the last connection would bring the log into the database.
        using var copy = folders.Copy();
        await reading.DisposeAsync();
        await reader.CloseAsync();
        Directory.Delete(folders.Data, recursive: true);
        Folders.CopyFolder(copy.Data, folders.Data);
        File.Delete(folders.Database + "-shm");

        return codes;
    }

    private static async Task<Case> TryAsync(Folders whole, List<string> codes, string name, Action<Folders, Random> harm, Random random)
    {
        using var folders = whole.Copy();
        try
        {
            harm(folders, random);
            var damaged = folders.Copy();
            var before = Bytes(folders);
            await using var site = Site.Begin(folders);
            try
            {
                await site.ReadyAsync();
            }
            catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
            {
                Conditions.Tell($"{name}: {string.Join(Environment.NewLine, [exception.Message, .. site.Log])}");
                damaged.Dispose();

                return new(name, IsRead: false, IsRefused: false, IsSaved: false, IsLeft: before == Bytes(folders), codes.Count, 0);
            }

            using var helper = new Helper(site);
            var isRead = true;
            foreach (var page in Pages)
            {
                isRead &= (await helper.GetAsync(page)).Status is 200 or 308 or 301 or 302;
            }

            var reply = await helper.SaveAsync(await helper.ReflectAsync(random));
            await Task.Delay(Settles);
            var isFound = reply.Code is { } code && await helper.OpensAsync(code);
            var lost = new List<string>();
            foreach (var known in codes)
            {
                if (!await helper.OpensAsync(known))
                {
                    lost.Add(known);
                }
            }

            await site.StopAsync();
            var isLeft = before == Bytes(folders);
            using (damaged)
            {
                var own = reply.Code is null ? 0 : StoredRows.DamagedOf(whole, damaged, lost);

                return new(name, isRead, reply.IsHonestRefusal, isFound, isLeft, lost.Count, own);
            }
        }
        finally
        {
            await Processes.RunAsync("chattr", "-i", folders.Database);
        }
    }

    private static string Bytes(Folders folders) => string.Join(' ', Files
        .Select(end => folders.Database + end)
        .Select(path => File.Exists(path) && new FileInfo(path).Length > 0 ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))) : "none"));

    private static void Flip(string path, Random random, int bits)
    {
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < bits; i++)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        File.WriteAllBytes(path, bytes);
    }

    private static void Cut(string path, Random random)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(random.NextInt64(1, file.Length));
    }

    private static void Zero(string path, long from, int length)
    {
        using var file = File.OpenWrite(path);
        file.Position = from;
        file.Write(new byte[length]);
    }

    private sealed record Case(string Kind, bool IsRead, bool IsRefused, bool IsSaved, bool IsLeft, int Lost, int LostByOwnBytes)
    {
        public string Say()
        {
            var save = IsRefused ? "refused" : IsSaved ? "saved" : "NEITHER";

            return $"{(IsRead ? "" : "NOT READ, ")}{save}{(IsRefused && !IsLeft ? ", BYTES CHANGED" : "")}, {Lost} lost";
        }
    }
}
