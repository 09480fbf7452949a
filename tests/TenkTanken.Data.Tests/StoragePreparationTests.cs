using System.Data.Common;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace TenkTanken.Data.Tests;

public sealed class StoragePreparationTests
{
    [Fact]
    public async Task Folders_and_files_are_made_so_that_only_their_owner_can_look_into_them()
    {
        await using var storage = await TestStorage.StartAsync();
        using var reader = storage.Foreigner();

        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        string[] files = [.. Directory.GetFiles(storage.DataFolder), .. Directory.GetFiles(storage.KeyFolder)];
        Assert.Equal(
            ["2026-12.key", "tenktanken.db", "tenktanken.db-shm", "tenktanken.db-wal"],
            files.Select(Path.GetFileName).Order());
        Assert.All([.. files, storage.DataFolder, storage.KeyFolder], TestData.AssertOwnersOnly);
    }

    [Fact]
    public async Task Preparing_again_changes_nothing()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());

        var faults = await storage.PrepareAsync();

        Assert.Empty(faults);
        Assert.NotNull(await storage.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_named()
    {
        await using var storage = TestStorage.On(new());
        await File.WriteAllTextAsync(storage.DataFolder, "");
        await File.WriteAllTextAsync(storage.KeyFolder, "");

        var faults = await storage.PrepareAsync();

        Assert.Collection(
            faults,
            fault => Assert.StartsWith($"The folder {storage.DataFolder} cannot be used", fault),
            fault => Assert.StartsWith($"The folder {storage.KeyFolder} cannot be used", fault));
    }

    [Theory]
    [InlineData("/proc/self")] // can be looked into, but not even root can write there
    [InlineData("/proc/none")] // cannot be made
    public async Task A_folder_that_cannot_be_made_or_written_is_named(string folder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux's /proc.");
        await using var storage = TestStorage.On(new());
        File.CreateSymbolicLink(storage.KeyFolder, folder);

        var faults = await storage.PrepareAsync();

        Assert.StartsWith($"The folder {storage.KeyFolder} cannot be used", Assert.Single(faults));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_open_to_others_is_named_and_left_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        const UnixFileMode open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead;
        await using var storage = TestStorage.On(new());
        Directory.CreateDirectory(storage.DataFolder, open);

        var faults = await storage.PrepareAsync();

        Assert.Contains("chmod 700", Assert.Single(faults));
        Assert.Equal(open, File.GetUnixFileMode(storage.DataFolder));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Our_own_files_that_were_copied_here_open_are_closed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        await using var storage = await TestStorage.StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        string[] files = [storage.Database, .. Directory.GetFiles(storage.KeyFolder)];
        Array.ForEach(files, file => File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead));

        var faults = await storage.PrepareAsync();

        Assert.Empty(faults);
        Assert.All(files, TestData.AssertOwnersOnly);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_is_gone_or_empty_where_there_are_keys_is_a_fault_and_no_new_one_is_made(bool isEmpty)
    {
        var storage = await TestStorage.StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        await storage.StopAsync();
        File.Delete(storage.Database);
        if (isEmpty)
        {
            await File.WriteAllBytesAsync(storage.Database, []);
        }

        await using var restarted = TestStorage.On(storage.Folder);
        var fault = Assert.Single(await restarted.PrepareAsync());

        Assert.Contains(storage.Database, fault, StringComparison.Ordinal);
        Assert.Contains(storage.KeyFolder, fault, StringComparison.Ordinal);
        Assert.Equal(isEmpty, File.Exists(storage.Database));
        Assert.Equal(0, isEmpty ? new FileInfo(storage.Database).Length : 0);
        await restarted.Writer.StartAsync(CancellationToken.None);
        Assert.Equal(new NotSaved(NotSavedReason.Off), await restarted.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
    }

    [Fact]
    public async Task What_is_not_a_database_is_named_and_left_as_it_is()
    {
        await using var storage = TestStorage.On(new());
        storage.CreateDataFolder();
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is somebody's letter. ", 1000)));
        await File.WriteAllBytesAsync(storage.Database, content);

        var faults = await storage.PrepareAsync();

        Assert.Contains(storage.Database, Assert.Single(faults));
        Assert.Contains("not a database", faults[0]);
        Assert.Equal(content, await File.ReadAllBytesAsync(storage.Database));
    }

    [Fact]
    public async Task A_damaged_database_is_named_and_left_as_it_is()
    {
        byte[] damaged;
        await using (var storage = await TestStorage.StartAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round())));
            damaged = await File.ReadAllBytesAsync(storage.Database);
        }

        const int page = 65_536;
        Array.Fill(damaged, (byte)0xA5, (damaged.Length / page / 2) * page, page);
        await using var found = TestStorage.On(new());
        found.CreateDataFolder();
        await File.WriteAllBytesAsync(found.Database, damaged);

        var faults = await found.PrepareAsync();

        Assert.Contains("is damaged", Assert.Single(faults));
        Assert.Equal(damaged, await File.ReadAllBytesAsync(found.Database));
    }

    [Fact]
    [Trait(Property.Name, "P33")]
    public async Task A_date_that_is_none_is_a_fault_like_any_other()
    {
        await using var storage = await TestStorage.StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        await storage.StopAsync();
        using (var foreigner = storage.Foreigner())
        {
            using var spoil = foreigner.CreateCommand();
            spoil.CommandText = "UPDATE KeyCheck SET ForgottenAfter = '2026-1r-31'";
            Assert.Equal(1, spoil.ExecuteNonQuery());
        }

        var before = await File.ReadAllBytesAsync(storage.Database);
        await using var restarted = TestStorage.On(storage.Folder);

        Assert.Contains("cannot be used", Assert.Single(await restarted.PrepareAsync()));
        Assert.Equal(before, await File.ReadAllBytesAsync(storage.Database));
    }

    [Theory]
    [Trait(Property.Name, "P33")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Wherever_it_is_damaged_it_is_left_as_it_is_or_what_was_saved_opens(int seed)
    {
        var storage = await TestStorage.StartAsync();
        var codes = Enumerable.Range(0, 100).Select(_ => ReturnCode.Draw()).ToList();
        await Task.WhenAll(codes.Select(code => storage.Sessions.SaveAsync(code, TestData.Round())));
        await storage.StopAsync();
        var damaged = await File.ReadAllBytesAsync(storage.Database);
        var chance = new Random(seed);
        for (var i = 0; i < 64; i++)
        {
            damaged[chance.Next(damaged.Length)] ^= (byte)(1 << chance.Next(8));
        }

        await File.WriteAllBytesAsync(storage.Database, damaged);
        await using var restarted = TestStorage.On(storage.Folder);
        var faults = await restarted.PrepareAsync();

        if (faults.Count > 0)
        {
            Assert.Equal(damaged, await File.ReadAllBytesAsync(storage.Database));
            Assert.All(await Task.WhenAll(codes.Select(code => restarted.Sessions.OpenAsync(code))), Assert.Null);
            Assert.True(await restarted.Sessions.CannotTellAsync());
        }
        else
        {
            // What was hit is known by its seal, and opens as nothing rather than as something else.
            var opened = await Task.WhenAll(codes.Select(code => restarted.Sessions.OpenAsync(code)));
            Assert.InRange(opened.Count(session => session is not null), codes.Count - 64, codes.Count);
            Assert.All(opened.OfType<OpenedSession>(), session => Assert.Single(session.Session.Rounds));
        }
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_named()
    {
        var readOnly = new ReadOnly();
        await using var storage = await TestStorage.StartAsync(
            configure: services => services.ConfigureDbContext<StorageContext>(options => options.AddInterceptors(readOnly)));

        readOnly.IsOn = true;
        var faults = await storage.PrepareAsync();
        readOnly.IsOn = false;

        Assert.Contains("readonly", Assert.Single(faults));
        Assert.Empty(await storage.PrepareAsync());
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_named_and_left_as_it_is()
    {
        await using var storage = await TestStorage.StartAsync();
        Execute(storage, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')");

        var faults = await storage.PrepareAsync();

        Assert.Contains("newer version", Assert.Single(faults));
    }

    [Fact]
    public async Task A_damaged_key_file_is_named()
    {
        await using var storage = await TestStorage.StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        var keyFile = Assert.Single(Directory.GetFiles(storage.KeyFolder));
        await File.WriteAllBytesAsync(keyFile, new byte[31]);

        var faults = await storage.PrepareAsync();

        Assert.Contains(keyFile, Assert.Single(faults));
        Assert.Equal(31, new FileInfo(keyFile).Length);
    }

    [Fact]
    public async Task What_a_killed_process_left_in_the_key_folder_is_removed_and_the_key_is_kept()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());
        await File.WriteAllBytesAsync(Path.Combine(storage.KeyFolder, "2027-01.key.0123456789ABCDEF.unfinished"), new byte[7]);

        var faults = await storage.PrepareAsync();

        Assert.Empty(faults);
        Assert.Equal(["2026-12.key"], Directory.GetFiles(storage.KeyFolder).Select(Path.GetFileName));
        Assert.NotNull(await storage.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task Sessions_without_the_key_of_their_month_are_a_warning_and_no_fault()
    {
        await using var storage = await TestStorage.StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        File.Delete(Assert.Single(Directory.GetFiles(storage.KeyFolder)));

        var faults = await storage.PrepareAsync();

        Assert.Empty(faults);
        Assert.Contains(storage.KeyFolder, Assert.Single(storage.Log.Lines));
    }

    [Theory]
    [InlineData(61)] // seconds
    [InlineData(100_000)]
    [InlineData(-61)] // the clock has been set back since
    public async Task A_migration_lock_of_a_killed_process_does_not_stop_the_start(int age)
    {
        await using var storage = await WithMigrationLockAsync(age);

        var faults = await storage.PrepareAsync();

        Assert.Empty(faults);
        Assert.Contains("migration lock", Assert.Single(storage.Log.Lines));
        await storage.Writer.StartAsync(CancellationToken.None);
        Assert.IsType<Saved>(await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
    }

    [Fact]
    public async Task A_fresh_migration_lock_is_waited_for_and_then_removed()
    {
        await using var storage = await WithMigrationLockAsync(age: 20);

        var preparing = storage.PrepareAsync();
        for (var seconds = 0; seconds < 30; seconds++)
        {
            storage.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(preparing.IsCompleted);
        Assert.Empty(storage.Log.Lines);
        await Task.Run(() => SpinWait.SpinUntil(
            () =>
            {
                storage.Time.Advance(TimeSpan.FromSeconds(1));
                return preparing.IsCompleted;
            },
            TimeSpan.FromMinutes(1)));

        Assert.True(preparing.IsCompleted);
        Assert.Empty(await preparing);
        Assert.Contains("migration lock", Assert.Single(storage.Log.Lines));
    }

    [Fact]
    public async Task A_lock_left_behind_does_not_even_slow_a_start_with_nothing_to_migrate()
    {
        await using var storage = await TestStorage.StartAsync(DateTimeOffset.UtcNow);
        await TakeMigrationLockAsync(storage);

        var faults = await storage.PrepareAsync();

        Assert.Empty(faults);
        Assert.Empty(storage.Log.Lines);
    }

    /// <summary>An empty database with Entity Framework's own lock, as a process killed that many seconds ago leaves it.</summary>
    private static async Task<TestStorage> WithMigrationLockAsync(int age)
    {
        // Entity Framework asks no TimeProvider.
        var storage = TestStorage.On(new(), DateTimeOffset.UtcNow.AddSeconds(age));
        storage.CreateDataFolder();
        PrivateFiles.CreateOnce(storage.Database, []);
        await TakeMigrationLockAsync(storage);
        return storage;
    }

    private static async Task TakeMigrationLockAsync(TestStorage storage)
    {
        await using var context = storage.Context();
        _ = await context.GetService<IHistoryRepository>().AcquireDatabaseLockAsync(); // and never let go of
    }

    private static void Execute(TestStorage storage, string sql)
    {
        using var foreigner = storage.Foreigner();
        using var command = foreigner.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>SQLite's own switch, which answers as a file that may not be written does, also to root.</summary>
    private sealed class ReadOnly : DbConnectionInterceptor
    {
        public bool IsOn { get; set; }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA query_only={IsOn}";
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }
    }
}
