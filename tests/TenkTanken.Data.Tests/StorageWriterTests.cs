using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace TenkTanken.Data.Tests;

public sealed class StorageWriterTests
{
    [Fact]
    public async Task While_another_process_writes_reading_goes_on_and_saves_wait_their_turn()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());
        using var foreigner = storage.Foreigner();
        var writing = foreigner.BeginTransaction();

        var saves = Enumerable.Range(0, 200).Select(_ => storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round())).ToList();
        for (var i = 0; i < 100; i++)
        {
            Assert.NotNull(await storage.Sessions.OpenAsync(code));
        }

        Assert.DoesNotContain(saves, save => save.IsCompleted);
        writing.Dispose();
        Assert.All(await Task.WhenAll(saves), result => Assert.IsType<Saved>(result));
        Assert.Equal(201, (await storage.RowsAsync()).Count);
    }

    [Fact]
    public async Task A_lock_held_too_long_is_told_and_what_was_told_as_not_saved_is_never_saved()
    {
        await using var storage = await TestStorage.StartAsync();
        using var foreigner = storage.Foreigner();
        var writing = foreigner.BeginTransaction();

        var saves = Enumerable.Range(0, 20).Select(_ => storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round())).ToList();
        var forget = storage.Sessions.ForgetAsync(ReturnCode.Draw());
        storage.Time.Advance(StorageWriter<StorageContext>.Patience);
        var results = await Task.WhenAll(saves);
        var forgotten = await forget;
        writing.Dispose();
        var next = await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        Assert.All(results, result => Assert.Equal(new NotSaved(NotSavedReason.Busy), result));
        Assert.Equal(ForgetResult.NotForgotten, forgotten);
        Assert.IsType<Saved>(next);
        Assert.Single(await storage.RowsAsync());
        Assert.Contains("had to be given up", Assert.Single(storage.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_waited_in_vain_for_a_lock_is_tried_again_whole()
    {
        var attempts = new Attempts();
        await using var storage = await TestStorage.StartAsync(
            configure: services => services.ConfigureDbContext<StorageContext>(options => options.AddInterceptors(attempts)));
        using var foreigner = storage.Foreigner();
        var writing = foreigner.BeginTransaction();

        var saves = Enumerable.Range(0, 20).Select(_ => storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round())).ToList();
        await attempts.ThirdBegins.Task.WaitAsync(TestStorage.HangsAfter);
        writing.Dispose();

        Assert.All(await Task.WhenAll(saves).WaitAsync(TestStorage.HangsAfter), result => Assert.IsType<Saved>(result));
        Assert.Equal(20, (await storage.RowsAsync()).Count);
        Assert.Empty(storage.Log.Lines);
    }

    [Fact]
    public async Task A_caller_who_leaves_in_the_middle_of_writing_is_told_that_it_may_be_saved()
    {
        await using var storage = await TestStorage.StartAsync();
        using var first = new Gate();
        using var second = new Gate();
        var code = ReturnCode.Draw();

        // The first gate holds the writer until the save and the second gate wait together; they are then one batch.
        var blocked = storage.Writer.WriteAsync(first.Pass, CancellationToken.None);
        first.WaitUntilReached();
        var save = storage.Sessions.SaveAsync(code, TestData.Round());
        var forget = storage.Sessions.ForgetAsync(ReturnCode.Draw());
        var committing = storage.Writer.WriteAsync(second.Pass, CancellationToken.None);
        first.Open();
        second.WaitUntilReached();
        storage.Time.Advance(StorageWriter<StorageContext>.Patience);
        var (saved, forgotten) = (await save, await forget);
        second.Open();
        await storage.Writer.WriteAsync(_ => 0, CancellationToken.None);

        Assert.Equal(new Unconfirmed(), saved);
        Assert.Equal(ForgetResult.Unconfirmed, forgotten);
        Assert.NotNull(await storage.Sessions.OpenAsync(code));
        Assert.Equal(WriteEnd.Written, (await blocked).End);
        Assert.Equal(WriteEnd.Unconfirmed, (await committing).End);
    }

    [Fact]
    public async Task A_cancelled_save_that_has_not_begun_is_not_saved()
    {
        await using var storage = await TestStorage.StartAsync();
        using var gate = new Gate();
        using var cancellation = new CancellationTokenSource();

        var blocked = storage.Writer.WriteAsync(gate.Pass, CancellationToken.None);
        gate.WaitUntilReached();
        var save = storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round(), cancellation.Token);
        await cancellation.CancelAsync();
        gate.Open();
        await blocked;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => save);
        await storage.Writer.WriteAsync(_ => 0, CancellationToken.None);
        Assert.Empty(await storage.RowsAsync());
    }

    [Fact]
    [Trait(Property.Name, "P31")]
    public async Task A_full_disk_is_told_reading_goes_on_and_saving_works_again_when_there_is_room()
    {
        var disk = new SmallDisk();
        await using var storage = await TestStorage.StartAsync(
            configure: services => services.ConfigureDbContext<StorageContext>(options => options.AddInterceptors(disk)));
        var before = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(before, TestData.Round());
        var during = Enumerable.Range(0, 50).Select(_ => ReturnCode.Draw()).ToList();

        // The last page has room for some, and then there is no other.
        disk.IsFull = true;
        var results = new List<SaveResult>();
        foreach (var code in during)
        {
            results.Add(await storage.Sessions.SaveAsync(code, TestData.Round()));
        }

        var opened = await storage.Sessions.OpenAsync(before);
        disk.IsFull = false;
        var again = await Task.WhenAll(during.Select(code => storage.Sessions.SaveAsync(code, TestData.Round())));

        Assert.Equal(new NotSaved(NotSavedReason.Full), results[^1]);
        Assert.All(results, result => Assert.True(result is Saved or NotSaved { Reason: NotSavedReason.Full }));
        Assert.NotNull(opened);
        Assert.All(again, result => Assert.IsType<Saved>(result));
        Assert.All(await Task.WhenAll(during.Select(code => storage.Sessions.OpenAsync(code))), Assert.NotNull);
    }

    [Fact]
    public async Task A_write_that_fails_spoils_no_other_in_its_batch_and_leaves_nothing_of_itself()
    {
        await using var storage = await TestStorage.StartAsync();
        using var gate = new Gate();
        var (deleted, code) = (ReturnCode.Draw(), ReturnCode.Draw());
        await storage.Sessions.SaveAsync(deleted, TestData.Round());

        var blocked = storage.Writer.WriteAsync(gate.Pass, CancellationToken.None);
        gate.WaitUntilReached();
        var failing = storage.Writer.WriteAsync<int>(
            context =>
            {
                context.SealedSessions.ExecuteDelete();
                throw new InvalidDataException("a damaged key, say");
            },
            CancellationToken.None);
        var save = storage.Sessions.SaveAsync(code, TestData.Round());
        gate.Open();
        await blocked;

        Assert.Equal(WriteEnd.Failed, (await failing).End);
        Assert.IsType<Saved>(await save);
        Assert.NotNull(await storage.Sessions.OpenAsync(deleted));
        Assert.NotNull(await storage.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task A_disk_that_is_full_when_a_key_is_made_is_told_as_a_full_disk()
    {
        const int noSpace = 28;
        await using var storage = await TestStorage.StartAsync();

        var outcome = await storage.Writer.WriteAsync<bool>(_ => throw new IOException("No space left on device", noSpace), CancellationToken.None);

        Assert.Equal(WriteEnd.Full, outcome.End);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_told_and_logged_and_works_again_when_mended()
    {
        await using var storage = await TestStorage.StartAsync();
        using var foreigner = storage.Foreigner();
        Execute(foreigner, "ALTER TABLE SealedSession RENAME TO Away");

        var failed = await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        Execute(foreigner, "ALTER TABLE Away RENAME TO SealedSession");
        var saved = await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        Assert.Equal(new NotSaved(NotSavedReason.Failed), failed);
        Assert.Contains(storage.Log.Lines, line => line.StartsWith("Error: A batch could not be stored", StringComparison.Ordinal));
        Assert.IsType<Saved>(saved);
    }

    [Fact]
    public async Task The_queue_has_a_thousand_places_and_the_next_one_is_told_at_once()
    {
        await using var storage = await TestStorage.StartAsync();
        using var gate = new Gate();

        var blocked = storage.Writer.WriteAsync(gate.Pass, CancellationToken.None);
        gate.WaitUntilReached();
        var waiting = Enumerable.Range(0, 1000).Select(_ => storage.Writer.WriteAsync(_ => 0, CancellationToken.None)).ToList();
        var tooMany = storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        var toldAtOnce = tooMany.IsCompleted;
        gate.Open();
        await blocked;

        Assert.True(toldAtOnce);
        Assert.Equal(new NotSaved(NotSavedReason.Busy), await tooMany);
        Assert.All(await Task.WhenAll(waiting), outcome => Assert.Equal(WriteEnd.Written, outcome.End));
    }

    [Fact]
    public async Task What_waits_when_the_site_stops_is_still_saved()
    {
        await using var storage = await TestStorage.StartAsync();

        var saves = Enumerable.Range(0, 300).Select(_ => storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round())).ToList();
        await storage.Writer.StopAsync(CancellationToken.None);
        var rows = await storage.RowsAsync();
        var tooLate = await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        Assert.Equal(300, rows.Count);
        Assert.All(await Task.WhenAll(saves), result => Assert.IsType<Saved>(result));
        Assert.Equal(new NotSaved(NotSavedReason.Busy), tooLate);
    }

    [Fact]
    public async Task Every_connection_has_the_settings_that_keep_the_promises()
    {
        await using var storage = await TestStorage.StartAsync();
        await using var context = storage.Context();
        await context.Database.OpenConnectionAsync();

        var settings = new Dictionary<string, object?>();
        foreach (var pragma in new[] { "secure_delete", "synchronous", "trusted_schema", "temp_store", "journal_mode" })
        {
            using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            settings[pragma] = await command.ExecuteScalarAsync();
        }

        // https://www.sqlite.org/pragma.html: synchronous 2 is FULL, temp_store 2 is MEMORY.
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["secure_delete"] = 1L,
                ["synchronous"] = 2L,
                ["trusted_schema"] = 0L,
                ["temp_store"] = 2L,
                ["journal_mode"] = "wal",
            },
            settings);
        Assert.Equal(5, ((SqliteConnection)context.Database.GetDbConnection()).DefaultTimeout);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A write that stops the writer in the middle of a transaction until the test opens it.</summary>
    private sealed class Gate : IDisposable
    {
        private readonly ManualResetEventSlim _reached = new();
        private readonly ManualResetEventSlim _open = new();

        public int Pass(StorageContext context)
        {
            _reached.Set();
            _open.Wait();
            return 0;
        }

        public void WaitUntilReached() => _reached.Wait();

        public void Open() => _open.Set();

        public void Dispose()
        {
            _open.Set(); // a test that fails must not leave the writer's thread behind
            _reached.Dispose();
        }
    }

    /// <summary>SQLite's own limit: a file that may not grow answers as a full disk does (SQLITE_FULL).</summary>
    private sealed class SmallDisk : DbConnectionInterceptor
    {
        public bool IsFull { get; set; }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            Execute((SqliteConnection)connection, $"PRAGMA max_page_count={(IsFull ? 1 : 1_000_000)}");
    }

    /// <summary>Sees the writer begin, and makes SQLite give up waiting for a lock after one second, to spare the test.</summary>
    private sealed class Attempts : DbTransactionInterceptor
    {
        private int _begun;

        public TaskCompletionSource ThirdBegins { get; } = new();

        public override InterceptionResult<DbTransaction> TransactionStarting(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result)
        {
            ((SqliteConnection)connection).DefaultTimeout = 1;
            if (++_begun == 3)
            {
                ThirdBegins.TrySetResult();
            }

            return result;
        }
    }
}
