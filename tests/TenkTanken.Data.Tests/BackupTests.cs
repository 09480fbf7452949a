using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>A backup is whole, has neither keys nor what was forgotten, and is never put over anything.</summary>
public sealed class BackupTests
{
    /// <summary>The month in which what is saved in November is forgotten.</summary>
    private static readonly DateOnly December = new(2026, 12, 31);

    [Fact]
    public async Task P34_Backups_taken_while_something_is_being_saved_are_whole_and_hold_all_that_was_acknowledged_before()
    {
        await using var storage = await TestStorage.StartAsync();
        using var stop = new CancellationTokenSource(TestStorage.HangsAfter);
        var acknowledged = new ConcurrentQueue<ReturnCode>();
        var saving = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                acknowledged.Enqueue(await SaveAsync(storage));
            }
        })).ToList();

        var backups = new List<(string File, List<ReturnCode> Before)>();
        var duringBackups = 0;
        while (backups.Count < 5 || duringBackups == 0)
        {
            Assert.False(stop.IsCancellationRequested);
            var (file, before) = (In(storage.Folder, $"{backups.Count}.db"), acknowledged.ToList());
            Assert.Null(Backup.Make(file, storage.DataFolder));
            backups.Add((file, before));
            duringBackups += acknowledged.Count - before.Count;
        }

        await stop.CancelAsync();
        await Task.WhenAll(saving);

        Assert.NotEmpty(backups[^1].Before);
        foreach (var (file, before) in backups)
        {
            Assert.Equal("ok", Ask(file, "PRAGMA integrity_check"));
            await using var restored = await RestoredAsync(file, storage.KeyFolder);
            foreach (var code in before)
            {
                Assert.NotNull(await restored.Sessions.OpenAsync(code));
            }
        }
    }

    [Fact]
    public async Task P34_No_key_is_in_a_backup()
    {
        await using var storage = await TestStorage.StartAsync();
        await SaveAsync(storage);
        var key = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(storage.KeyFolder, "*.key")));

        var backup = await BytesOfBackupAsync(storage);

        Assert.False(backup.Has(key));
        Assert.False(backup.Has(key[..8]));
        Assert.True(backup.Has(Assert.Single(storage.Keys.Of(December)).Check));
        Assert.True(new[] { backup, key }.SelectMany(bytes => bytes).ToArray().Has(key[..8]));
    }

    [Fact]
    public async Task P34_Nothing_of_what_was_deleted_is_in_a_backup()
    {
        await using var storage = await TestStorage.StartAsync();
        await SaveAsync(storage, 20);
        var rows = await storage.RowsAsync();
        using (var foreigner = storage.Foreigner())
        {
            // Not as the site deletes, which leaves nothing that could come along.
            Run(foreigner, "PRAGMA secure_delete=OFF");
            rows[..10].ForEach(row => Run(foreigner, $"DELETE FROM SealedSession WHERE Lookup = x'{Convert.ToHexString(row.Lookup)}'"));
        }

        var (before, backup) = (storage.RawBytes(), await BytesOfBackupAsync(storage));

        Assert.Contains(rows[..10], row => before.Has(row.Blob[^32..]));
        Assert.DoesNotContain(rows[..10], row => backup.Has(row.Blob[^32..]));
        Assert.All(rows[10..], row => Assert.True(backup.Has(row.Blob[^32..])));
    }

    [Fact]
    public async Task P34_A_backup_has_no_order_of_saving()
    {
        await using var storage = await TestStorage.StartAsync();
        await using var savedInAnotherOrder = await TestStorage.StartAsync();
        for (var saved = 0; saved < 50; saved++)
        {
            await SaveAsync(storage);
        }

        var rows = await storage.RowsAsync();
        using (var foreigner = savedInAnotherOrder.Foreigner())
        {
            foreach (var row in rows.OrderByDescending(row => Convert.ToHexString(row.Lookup)))
            {
                Run(foreigner, $"INSERT INTO SealedSession VALUES (x'{Convert.ToHexString(row.Lookup)}', x'{Convert.ToHexString(row.Blob)}', '2026-12-31')");
            }
        }

        Assert.NotEqual(ByPlace(rows, storage.RawBytes()), ByPlace(rows, savedInAnotherOrder.RawBytes()));
        Assert.Equal(ByPlace(rows, await BytesOfBackupAsync(storage)), ByPlace(rows, await BytesOfBackupAsync(savedInAnotherOrder)));
    }

    [Fact]
    public async Task What_a_killed_site_has_only_in_its_log_comes_along_and_its_files_are_left_as_they_are()
    {
        await using var storage = await TestStorage.StartAsync();
        using var reader = storage.Foreigner();
        using var reading = reader.BeginTransaction(deferred: true);
        Run(reader, "SELECT count(*) FROM SealedSession");
        var code = await SaveAsync(storage);
        var killed = Directory.CreateDirectory(In(storage.Folder, "killed")).FullName;
        string[] names = ["tenktanken.db", "tenktanken.db-wal"];
        Array.ForEach(names, name => File.Copy(Path.Combine(storage.DataFolder, name), Path.Combine(killed, name)));
        var before = names.Select(name => File.ReadAllBytes(Path.Combine(killed, name))).ToList();
        Assert.NotEmpty(before[1]);

        var fault = Backup.Make(In(storage.Folder, "backup.db"), killed);
        await using var restored = await RestoredAsync(In(storage.Folder, "backup.db"), storage.KeyFolder);
        await using var fromItsFiles = await RestoredAsync(Path.Combine(killed, names[0]), storage.KeyFolder);

        Assert.Null(fault);
        Assert.Equal(before, names.Select(name => File.ReadAllBytes(Path.Combine(killed, name))));
        Assert.NotNull(await restored.Sessions.OpenAsync(code));
        Assert.NotNull(await fromItsFiles.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task Of_many_who_make_the_same_backup_one_does_and_nobody_writes_over_it()
    {
        await using var storage = await TestStorage.StartAsync();
        await SaveAsync(storage);
        var backups = Directory.CreateDirectory(In(storage.Folder, "backups")).FullName;
        var file = Path.Combine(backups, "backup.db");

        var faults = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Backup.Make(file, storage.DataFolder))));

        Assert.Single(faults, fault => fault is null);
        Assert.All(faults.OfType<BackupFault>(), fault => Assert.Equal(new(BackupFaultKind.Exists, file), fault));
        Assert.Equal([file], Directory.GetFiles(backups));
        Assert.Equal("ok", Ask(file, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Whatever_is_there_is_never_written_over_by_a_backup()
    {
        await using var storage = await TestStorage.StartAsync();
        var backups = Directory.CreateDirectory(In(storage.Folder, "backups")).FullName;
        string[] there = [Path.Combine(backups, "file"), Path.Combine(backups, "empty"), Path.Combine(backups, "folder"), Path.Combine(backups, "link")];
        await File.WriteAllTextAsync(there[0], "last week's");
        await File.WriteAllTextAsync(there[1], "");
        Directory.CreateDirectory(there[2]);
        File.CreateSymbolicLink(there[3], Path.Combine(backups, "nowhere"));

        Assert.All(there, path => Assert.Equal(new(BackupFaultKind.Exists, path), Backup.Make(path, storage.DataFolder)));

        Assert.Equal(there.Order(), Directory.GetFileSystemEntries(backups).Order());
        Assert.Equal(("last week's", ""), (await File.ReadAllTextAsync(there[0]), await File.ReadAllTextAsync(there[1])));
    }

    [Theory]
    [InlineData("data", BackupFaultKind.InData)]
    [InlineData("data/last-good-content", BackupFaultKind.InData)]
    [InlineData("link", BackupFaultKind.InData)]
    [InlineData("data-keys", BackupFaultKind.WithKeys)]
    [InlineData("data-keys/tokens", BackupFaultKind.WithKeys)]
    [InlineData("keys", BackupFaultKind.WithKeys)]
    public async Task A_backup_lies_neither_in_the_data_nor_with_keys(string folder, BackupFaultKind expected)
    {
        await using var storage = await TestStorage.StartAsync();
        await SaveAsync(storage);
        Directory.CreateDirectory(In(storage.Folder, "data/last-good-content"));
        Directory.CreateDirectory(In(storage.Folder, "data-keys/tokens"));
        Directory.CreateSymbolicLink(In(storage.Folder, "link"), storage.DataFolder);
        var before = Directory.GetFileSystemEntries(In(storage.Folder, folder));

        var fault = Backup.Make(In(storage.Folder, $"{folder}/.backup.db"), storage.DataFolder);

        Assert.Equal(new(expected, In(storage.Folder, folder)), fault);
        Assert.Equal(before.Order(), Directory.GetFileSystemEntries(In(storage.Folder, folder)).Order());
    }

    [Fact]
    public async Task A_backup_needs_a_folder_that_is_there()
    {
        await using var storage = await TestStorage.StartAsync();
        await File.WriteAllTextAsync(In(storage.Folder, "file"), "no folder");

        Assert.Equal(new(BackupFaultKind.NoFolder, In(storage.Folder, "none")), Backup.Make(In(storage.Folder, "none/backup.db"), storage.DataFolder));
        Assert.Contains(Backup.Make(In(storage.Folder, "file/backup.db"), storage.DataFolder)!.Kind,
            new[] { BackupFaultKind.NoFolder, BackupFaultKind.NotWritable });
        Assert.False(Path.Exists(In(storage.Folder, "none")));
    }

    [Theory]
    [InlineData("gone", BackupFaultKind.Missing)]
    [InlineData("empty", BackupFaultKind.NotOurs)]
    [InlineData("a letter", BackupFaultKind.NotOurs)]
    [InlineData("another's", BackupFaultKind.NotOurs)]
    [InlineData("newer", BackupFaultKind.Newer)]
    [InlineData("damaged", BackupFaultKind.Damaged)]
    [InlineData("cut off", BackupFaultKind.Damaged)]
    public async Task What_is_no_whole_database_of_ours_is_neither_backed_up_nor_restored_and_nothing_is_written(string what, BackupFaultKind expected)
    {
        await using var storage = await TestStorage.StartAsync();
        await SaveAsync(storage, 20);
        await storage.StopAsync();
        Spoil(storage.Database, what);
        var backups = Directory.CreateDirectory(In(storage.Folder, "backups")).FullName;
        var before = File.Exists(storage.Database) ? await File.ReadAllBytesAsync(storage.Database) : null;

        var fault = Backup.Make(Path.Combine(backups, "backup.db"), storage.DataFolder);
        var restored = Backup.Restore(storage.Database, In(storage.Folder, "restored"), KeyFolders.Named(storage.KeyFolder), storage.Time);

        Assert.Equal((expected, storage.Database), (fault!.Kind, fault.Path));
        Assert.Equal(fault, Assert.IsType<NotRestored>(restored).Fault);
        Assert.Empty(Directory.GetFileSystemEntries(backups));
        Assert.False(Path.Exists(In(storage.Folder, "restored")));
        Assert.Equal(before, File.Exists(storage.Database) ? await File.ReadAllBytesAsync(storage.Database) : null);
    }

    [Theory]
    [InlineData("tenktanken.db")]
    [InlineData("tenktanken.db-wal")]
    [InlineData("tenktanken.db-shm")]
    [InlineData("tenktanken.db-journal")]
    public async Task Nothing_is_restored_over_a_database_or_beside_what_is_left_of_one(string name)
    {
        await using var storage = await TestStorage.StartAsync();
        var backup = await BackupAsync(storage);
        var folder = Directory.CreateDirectory(In(storage.Folder, "there")).FullName;
        var there = Path.Combine(folder, name);
        await File.WriteAllTextAsync(there, "");

        var restored = Backup.Restore(backup, folder, KeyFolders.Named(storage.KeyFolder), storage.Time);

        Assert.Equal(new NotRestored(new(BackupFaultKind.DatabaseThere, there)), restored);
        Assert.Equal([there], Directory.GetFileSystemEntries(folder));
        Assert.Empty(await File.ReadAllBytesAsync(there));
    }

    [Fact]
    public async Task Of_many_who_restore_one_does()
    {
        await using var storage = await TestStorage.StartAsync();
        var backup = await BackupAsync(storage);
        var (folder, keys) = (In(storage.Folder, "restored"), KeyFolders.Named(storage.KeyFolder));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Backup.Restore(backup, folder, keys, storage.Time))));

        Assert.Single(results.OfType<Restored>());
        Assert.Equal([Path.Combine(folder, "tenktanken.db")], Directory.GetFileSystemEntries(folder));
        Assert.Equal("ok", Ask(Path.Combine(folder, "tenktanken.db"), "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Backups_and_what_is_restored_are_closed_to_others()
    {
        await using var storage = await TestStorage.StartAsync();
        var backup = await BackupAsync(storage);
        var folder = In(storage.Folder, "restored");

        var restored = Backup.Restore(backup, folder, KeyFolders.Named(storage.KeyFolder), storage.Time);

        Assert.Equal(Path.Combine(folder, "tenktanken.db"), Assert.IsType<Restored>(restored).Database);
        Assert.All(new[] { backup, folder, Path.Combine(folder, "tenktanken.db") }, TestData.AssertOwnersOnly);
    }

    [Fact]
    public async Task What_a_killed_one_left_is_taken_away_by_the_next_restore()
    {
        await using var storage = await TestStorage.StartAsync();
        var backup = await BackupAsync(storage);
        var folder = Directory.CreateDirectory(In(storage.Folder, "restored")).FullName;
        var left = PrivateFiles.WriteUnfinished(Path.Combine(folder, "tenktanken.db"), await File.ReadAllBytesAsync(backup));
        await File.WriteAllTextAsync(left + "-journal", "");

        Backup.Restore(backup, folder, KeyFolders.Named(storage.KeyFolder), storage.Time);

        Assert.Equal([Path.Combine(folder, "tenktanken.db")], Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("there", MonthState.HasKey)]
    [InlineData("gone", MonthState.LacksKey)]
    [InlineData("no folder", MonthState.LacksKey)]
    [InlineData("another", MonthState.LacksKey)]
    [InlineData("damaged", MonthState.LacksKey)]
    public async Task P34_A_restore_says_at_once_whether_the_keys_are_there(string key, MonthState expected)
    {
        await using var storage = await TestStorage.StartAsync();
        var code = await SaveAsync(storage);
        var backup = await BackupAsync(storage);
        var keys = In(storage.Folder, "other-keys");
        if (key is not "no folder")
        {
            PrivateFiles.CreateFolder(keys);
            var right = Assert.Single(Directory.GetFiles(storage.KeyFolder, "*.key"));
            var bytes = await File.ReadAllBytesAsync(right);
            await File.WriteAllBytesAsync(
                Path.Combine(keys, key is "gone" ? "another-file" : Path.GetFileName(right)),
                key switch { "another" => RandomNumberGenerator.GetBytes(bytes.Length), "damaged" => bytes[1..], _ => bytes });
        }

        var files = Directory.Exists(keys) ? Directory.GetFiles(keys) : [];
        await using var restored = TestStorage.On(new(), keys: KeyFolders.Named(keys));

        var result = Backup.Restore(backup, restored.DataFolder, KeyFolders.Named(keys), storage.Time);

        Assert.Equal([new(December, expected)], Assert.IsType<Restored>(result).Months);
        Assert.Equal(files, Directory.Exists(keys) ? Directory.GetFiles(keys) : []);
        if (key is not "damaged")
        {
            // What was said is what the site does.
            Assert.Empty(await restored.PrepareAsync());
            Assert.Equal(expected is MonthState.LacksKey, await restored.Sessions.CannotTellAsync());
            Assert.Equal(expected is MonthState.HasKey, await restored.Sessions.OpenAsync(code) is not null);
        }
    }

    [Fact]
    public async Task Of_each_month_it_is_said_whether_it_is_over()
    {
        await using var storage = await TestStorage.StartAsync();
        await SaveAsync(storage);
        storage.Time.SetUtcNow(TestStorage.At(2026, 12, 20));
        await SaveAsync(storage);
        var backup = await BackupAsync(storage);

        var january = new FakeTimeProvider(TestStorage.At(2027, 1, 1, hour: 0));
        var restored = Backup.Restore(backup, In(storage.Folder, "restored"), KeyFolders.Named(storage.KeyFolder), january);

        Assert.Equal(
            [new(December, MonthState.IsOver), new(new(2027, 1, 31), MonthState.HasKey)],
            Assert.IsType<Restored>(restored).Months);
    }

    [Theory]
    [InlineData(true, MonthState.HasKey)]
    [InlineData(false, MonthState.LacksKey)]
    public void A_backup_from_before_keys_were_known_by_anything_is_restored_too(bool withKey, MonthState expected)
    {
        using var folder = new TemporaryFolder();
        var earlier = Path.Combine(AppContext.BaseDirectory, "Earlier", "2026-11");
        var keys = KeyFolders.Named(withKey ? Path.Combine(earlier, "keys") : In(folder, "keys"));
        Directory.CreateDirectory(In(folder, "earlier"));
        File.Copy(Path.Combine(earlier, "tenktanken.db"), In(folder, "earlier/tenktanken.db"));

        Assert.Null(Backup.Make(In(folder, "backup.db"), In(folder, "earlier")));
        var restored = Backup.Restore(In(folder, "backup.db"), In(folder, "data"), keys, new FakeTimeProvider(TestStorage.At(2026, 11, 29)));

        Assert.Equal([new(December, expected)], Assert.IsType<Restored>(restored).Months);
    }

    [Fact]
    public async Task What_was_forgotten_since_the_backup_is_there_again_until_its_month_is_over()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = await SaveAsync(storage);
        var backup = await BackupAsync(storage);
        Assert.Equal(ForgetResult.Gone, await storage.Sessions.ForgetAsync(code));

        await using var restored = await RestoredAsync(backup, storage.KeyFolder);

        Assert.NotNull(await restored.Sessions.OpenAsync(code));
        restored.HasRunToday();
        restored.RunUntil(TestStorage.At(2027, 1, 1));
        Assert.Null(await restored.Sessions.OpenAsync(code));
        Assert.True(await restored.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        Assert.Empty(await restored.RowsAsync());
    }

    [Fact]
    public async Task A_running_site_whose_database_was_moved_away_goes_on_with_the_restored_one()
    {
        var storage = await TestStorage.StartAsync();
        var before = await SaveAsync(storage);
        var backup = await BackupAsync(storage);
        var since = await SaveAsync(storage);
        Directory.Move(storage.DataFolder, storage.DataFolder + "-away");

        Assert.IsType<Restored>(Backup.Restore(backup, storage.DataFolder, KeyFolders.Named(storage.KeyFolder), storage.Time));
        Assert.IsType<NotSaved>(await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
        storage.Time.Advance(TimeSpan.FromSeconds(5));
        var after = await SaveAsync(storage);

        await using var restarted = await storage.RestartAsync(storage.Time.GetUtcNow());
        Assert.NotNull(await restarted.Sessions.OpenAsync(before));
        Assert.NotNull(await restarted.Sessions.OpenAsync(after));
        Assert.Null(await restarted.Sessions.OpenAsync(since));
    }

    private static string In(TemporaryFolder folder, string name) => Path.Combine(folder.Path, name);

    private static async Task<ReturnCode> SaveAsync(TestStorage storage)
    {
        var code = ReturnCode.Draw();
        Assert.IsType<Saved>(await storage.Sessions.SaveAsync(code, TestData.Round("fear-or-stress")));

        return code;
    }

    private static Task<ReturnCode[]> SaveAsync(TestStorage storage, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => SaveAsync(storage)));

    /// <summary>Of a storage in which something was saved.</summary>
    private static async Task<string> BackupAsync(TestStorage storage)
    {
        if ((await storage.RowsAsync()).Count == 0)
        {
            await SaveAsync(storage);
        }

        var file = In(storage.Folder, "backup.db");
        Assert.Null(Backup.Make(file, storage.DataFolder));

        return file;
    }

    private static async Task<byte[]> BytesOfBackupAsync(TestStorage storage) => await File.ReadAllBytesAsync(await BackupAsync(storage));

    /// <summary>The lookups, in the order in which the ends of their blobs stand in the bytes.</summary>
    private static List<string> ByPlace(List<SealedSession> rows, byte[] bytes)
    {
        Assert.All(rows, row => Assert.True(bytes.Has(row.Blob[^32..])));

        return [.. rows.OrderBy(row => bytes.AsSpan().IndexOf(row.Blob.AsSpan(^32..))).Select(row => Convert.ToHexString(row.Lookup))];
    }

    /// <summary>Another site, on what was restored and the same keys.</summary>
    private static async Task<TestStorage> RestoredAsync(string backup, string keyFolder)
    {
        var keys = KeyFolders.Named(keyFolder);
        var storage = TestStorage.On(new(), keys: keys);
        var restored = Assert.IsType<Restored>(Backup.Restore(backup, storage.DataFolder, keys, storage.Time));
        Assert.All(restored.Months, month => Assert.Equal(MonthState.HasKey, month.State));
        Assert.Empty(await storage.PrepareAsync());
        await storage.Writer.StartAsync(CancellationToken.None);

        return storage;
    }

    private static void Spoil(string database, string how)
    {
        switch (how)
        {
            case "gone":
                File.Delete(database);
                break;
            case "empty":
                File.WriteAllBytes(database, []);
                break;
            case "a letter":
                File.WriteAllText(database, string.Concat(Enumerable.Repeat("Dear all, ", 5000)));
                break;
            case "another's":
                File.Delete(database);
                Run(database, "CREATE TABLE SealedSession (Lookup BLOB)");
                break;
            case "newer":
                Run(database, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99.0.0')");
                break;
            case "damaged":
                using (var file = File.OpenWrite(database))
                {
                    file.Position = file.Length / 2;
                    file.Write(new byte[file.Length / 4]);
                }

                break;
            case "cut off":
                using (var file = File.OpenWrite(database))
                {
                    file.SetLength(file.Length / 2);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(how), how, null);
        }
    }

    private static string Ask(string file, string sql)
    {
        using var connection = Connection(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        return (string)command.ExecuteScalar()!;
    }

    private static void Run(string file, string sql)
    {
        using var connection = Connection(file);
        Run(connection, sql);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Connection(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();

        return connection;
    }
}
