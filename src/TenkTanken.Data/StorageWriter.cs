using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>The only one who writes in a database. One thread takes what waits, up to 256 at a time, and commits it together.</summary>
/// <remarks>
/// SQLite has one write lock and waits for it by blocking a thread. With a write per request a lock held by another process
/// for six seconds stopped even plain reading pages for thirty; through one queue they did not notice (measured).
/// </remarks>
internal sealed class StorageWriter<TContext>(
    IDbContextFactory<TContext> contexts,
    SqliteFilePreparation<TContext> file,
    WriterPace pace,
    TimeProvider time,
    ILogger<StorageWriter<TContext>> logger) : IHostedService
    where TContext : DbContext
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const int LargestBatch = 256;

    private static readonly TimeSpan BetweenEmptyings = TimeSpan.FromSeconds(1);

    /// <summary>Looking at a large file takes a while.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly Channel<QueuedWrite<TContext>> _queue = Channel.CreateBounded<QueuedWrite<TContext>>(
        new BoundedChannelOptions(pace.LongestQueue) { SingleReader = true });

    private Task _running = Task.CompletedTask;
    private bool _logHoldsPages;
    private bool _givesUp;
    private long? _lastEmptying;
    private long? _lastLookForFile;

    /// <summary>
    /// Runs <paramref name="write"/> on the writer's thread, in a transaction others may share, and saves what it changed in
    /// the context. Says "written" only when that is on disk.
    /// </summary>
    public Task<WriteOutcome<T>> WriteAsync<T>(Func<TContext, T> write, CancellationToken cancellationToken) =>
        WriteAsync(new QueuedWrite<TContext, T>(write, tidies: false), Patience, cancellationToken);

    /// <summary>The same, for a caller who waits longer or not as long.</summary>
    public Task<WriteOutcome<T>> WriteAsync<T>(Func<TContext, T> write, TimeSpan patience, CancellationToken cancellationToken) =>
        WriteAsync(new QueuedWrite<TContext, T>(write, tidies: false), patience, cancellationToken);

    /// <summary>The same, and then writes the whole file anew, unless it is large. Waits as long as it takes.</summary>
    public Task<WriteOutcome<T>> WriteAndTidyAsync<T>(Func<TContext, T> write, CancellationToken cancellationToken) =>
        WriteAsync(new QueuedWrite<TContext, T>(write, tidies: true), Timeout.InfiniteTimeSpan, cancellationToken);

    // Not a BackgroundService: one that is stopped right after its start may never run, and what waits would be lost.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A thread of its own: it blocks in SQLite.
        _running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // What is in the queue is still written. What another process locks out ends when its callers' patience does, or the host's.
        _queue.Writer.TryComplete();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<WriteOutcome<T>> WriteAsync<T>(QueuedWrite<TContext, T> write, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!_queue.Writer.TryWrite(write))
        {
            return new(WriteEnd.Busy);
        }

        try
        {
            return await write.Outcome.WaitAsync(patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return write.TryWithdraw(outOfPatience: true) ? new(WriteEnd.Busy)
                : write.Outcome.IsCompleted ? await write.Outcome
                : new(WriteEnd.Unconfirmed);
        }
        catch (OperationCanceledException)
        {
            write.TryWithdraw(outOfPatience: false);
            throw;
        }
    }

    private void Run()
    {
        var batch = new List<QueuedWrite<TContext>>(LargestBatch);
        while (batch.Count > 0 || WaitForWrites())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            Write(batch);
            if (_logHoldsPages && UntilNextEmptying() == TimeSpan.Zero)
            {
                EmptyLog();
            }
        }

        if (_logHoldsPages)
        {
            EmptyLog();
        }
    }

    /// <summary>False when the queue is closed and empty.</summary>
    private bool WaitForWrites()
    {
        var more = _queue.Reader.WaitToReadAsync().AsTask();
        while (_logHoldsPages && !more.IsCompleted)
        {
            using var stopWaiting = new CancellationTokenSource();
            Task.WhenAny(more, Task.Delay(UntilNextEmptying(), time, stopWaiting.Token)).Wait();
            stopWaiting.Cancel();
            if (!more.IsCompleted)
            {
                EmptyLog();
            }
        }

        return more.Result;
    }

    /// <summary>Leaves in the batch what is to be tried again.</summary>
    private void Write(List<QueuedWrite<TContext>> batch)
    {
        if (!file.IsPrepared)
        {
            Fail(batch, WriteEnd.Off);
            return;
        }

        if (IsFileLost())
        {
            Fail(batch, WriteEnd.Failed);
            return;
        }

        var begun = new List<QueuedWrite<TContext>>(batch.Count);
        try
        {
            using var context = contexts.CreateDbContext();
            context.Database.OpenConnection();
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            if (MovedFile.IsUnder(connection))
            {
                LoseFile(connection);
                Fail(batch, WriteEnd.Failed);
                return;
            }

            // Takes the write lock at once (BEGIN IMMEDIATE), so that what is read here is still true when it is written.
            using var transaction = context.Database.BeginTransaction();
            context.Database.AutoSavepointsEnabled = false; // each write has its own, below
            begun.AddRange(batch.Where(write => write.TryBegin()));
            TellWhether(batch.Exists(write => write.IsGivenUp));
            foreach (var write in begun)
            {
                const string savepoint = "write";
                transaction.CreateSavepoint(savepoint);
                try
                {
                    write.Run(context);
                    context.SaveChanges();
                }
                catch (Exception exception) when (SqliteErrorIn(exception) is null)
                {
                    // Not the database's fault (a damaged key file, say), so it spoils nobody else's write.
                    logger.WriteFailed(exception);
                    transaction.RollbackToSavepoint(savepoint);
                    batch.Remove(write);
                    write.Fail(IsDiskFull(exception) ? WriteEnd.Full : WriteEnd.Failed);
                }

                transaction.ReleaseSavepoint(savepoint);
                context.ChangeTracker.Clear();
            }

            transaction.Commit();

            // Only what the next start finds is told to be stored. Moved away in this moment and put back later, it may be there again.
            if (MovedFile.IsUnder(connection))
            {
                LoseFile(connection);
                Fail(batch, WriteEnd.Unconfirmed);
                return;
            }

            batch.Clear();
        }
        catch (Exception exception) when (SqliteErrorIn(exception) is SqliteError.Busy or SqliteError.Locked)
        {
            // Another process holds the lock, and we have waited for it. The batch stays, but for those who have left.
            TellWhether(_givesUp || batch.Exists(write => write.IsGivenUp));
            batch.RemoveAll(write => write.Withdrawn);
            return;
        }
        catch (Exception exception)
        {
            if (File.Exists(file.Path))
            {
                logger.BatchFailed(exception);
            }
            else
            {
                LoseFile(null);
            }

            Fail(batch, SqliteErrorIn(exception) is SqliteError.Full ? WriteEnd.Full : WriteEnd.Failed);
            return;
        }

        _logHoldsPages = true;
        if (pace.EmptiesLogFirst)
        {
            EmptyLog();
        }

        begun.FindAll(write => !write.Tidies).ForEach(write => write.Complete());
        if (begun.FindAll(write => write.Tidies) is { Count: > 0 } tidying)
        {
            Tidy();
            EmptyLog();
            tidying.ForEach(write => write.Complete());
        }
    }

    /// <summary>Callers lost their patience.</summary>
    private void TellWhether(bool givesUp)
    {
        if (givesUp && !_givesUp)
        {
            logger.GivenUp(file.Path);
        }

        _givesUp = givesUp;
    }

    private static void Fail(List<QueuedWrite<TContext>> batch, WriteEnd end)
    {
        batch.ForEach(write => write.Fail(end));
        batch.Clear();
    }

    private void LoseFile(SqliteConnection? connection)
    {
        logger.FileLost(file.Path);
        (_lastLookForFile, _logHoldsPages) = (time.GetTimestamp(), false);
        if (connection is not null)
        {
            // Whoever reads goes to the path again, as a start would.
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>Looks for it anew now and then: put back, or with another in its place that can be used, it goes on.</summary>
    private bool IsFileLost()
    {
        if (_lastLookForFile is not { } last)
        {
            return false;
        }

        if (time.GetElapsedTime(last) >= BetweenLooks)
        {
            _lastLookForFile = time.GetTimestamp();
            if (file.FaultWhileRunning() is null)
            {
                logger.FileFound(file.Path);
                _lastLookForFile = null;
            }
        }

        return _lastLookForFile is not null;
    }

    // Deleted rows are gone from the database (secure_delete), but their pages stand in the log until it is cut to nothing.
    // That waits for whoever is just reading, and is then tried again.
    private void EmptyLog()
    {
        _logHoldsPages = false;
        try
        {
            _logHoldsPages = Execute("PRAGMA wal_checkpoint(TRUNCATE)") is not 0L;
        }
        catch (Exception exception)
        {
            logger.LogNotEmptied(exception);
        }

        _lastEmptying = time.GetTimestamp();
    }

    private TimeSpan UntilNextEmptying()
    {
        var left = _lastEmptying is { } last ? BetweenEmptyings - time.GetElapsedTime(last) : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    // Row ids are not the only trace of order: where in a page, and in which page, tells of it too. VACUUM writes the file anew in the order of the keys,
    // which is random, in memory and in one go. A large file tells next to nothing (measured: rank correlation 0.03), and nobody is to wait for it.
    private void Tidy()
    {
        try
        {
            if (file.BytesUsed() <= SqliteFilePreparation<TContext>.MostToRewrite)
            {
                Execute("VACUUM");
            }
        }
        catch (Exception exception)
        {
            logger.NotTidied(exception);
        }
    }

    private object? Execute(string sql)
    {
        using var context = contexts.CreateDbContext();
        context.Database.OpenConnection();
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Of another file than the database: the key of a month is made when the first saves for it.</summary>
    private static bool IsDiskFull(Exception exception)
    {
        const int noSpace = 28; // ENOSPC, which .NET hands on as it is
        const int windowsNoSpace = unchecked((int)0x80070070);

        return exception is IOException { HResult: noSpace or windowsNoSpace };
    }

    private static int? SqliteErrorIn(Exception? exception)
    {
        while (exception is not null and not SqliteException)
        {
            exception = exception.InnerException;
        }

        return (exception as SqliteException)?.SqliteErrorCode;
    }

    // https://www.sqlite.org/rescode.html
    private static class SqliteError
    {
        public const int Busy = 5;
        public const int Locked = 6;
        public const int Full = 13;
    }
}

/// <summary>How a writer goes about it. Either way, what it says is written is on disk.</summary>
/// <param name="LongestQueue">How many writes may wait. The next one is refused at once.</param>
/// <param name="EmptiesLogFirst">
/// True: the log is emptied before anybody is told that something is written. Not only after deleting: it has the pages in the order
/// of writing, for a database where that is nobody's business. False: one is told as soon as it is on disk, and the log is emptied
/// after that, at most once a second. Either way <see cref="StorageWriter{TContext}.WriteAndTidyAsync"/> tells after it was emptied.
/// </param>
internal sealed record WriterPace(int LongestQueue, bool EmptiesLogFirst);

internal enum WriteEnd
{
    Written,

    /// <summary>Not written, and never will be: the queue was full or another process held the database too long.</summary>
    Busy,

    /// <summary>Not written: the disk is full.</summary>
    Full,

    /// <summary>Not written, for a reason that is in the log.</summary>
    Failed,

    /// <summary>Not written: the database could not be used when the site was started, and cannot yet.</summary>
    Off,

    /// <summary>The caller's patience ended in the middle of writing. It may be written, now or in a moment.</summary>
    Unconfirmed,
}

/// <param name="Value">What the write returned, if it was written.</param>
internal readonly record struct WriteOutcome<T>(WriteEnd End, T? Value = default);

internal abstract class QueuedWrite<TContext>(bool tidies)
{
    private readonly Lock _lock = new();
    private bool _begun;

    public bool Tidies => tidies;

    /// <summary>Whether the caller has left.</summary>
    public bool Withdrawn { get; private set; }

    /// <summary>Whether the caller has left since it took too long, and not since the site is stopped.</summary>
    public bool IsGivenUp { get; private set; }

    public abstract void Run(TContext context);

    public abstract void Complete();

    public abstract void Fail(WriteEnd end);

    /// <summary>For the caller who leaves. True when it will never be written, false when it may be.</summary>
    public bool TryWithdraw(bool outOfPatience)
    {
        lock (_lock)
        {
            (Withdrawn, IsGivenUp) = (true, outOfPatience);
            return !_begun;
        }
    }

    public bool TryBegin()
    {
        lock (_lock)
        {
            _begun = !Withdrawn;
            return _begun;
        }
    }
}

internal sealed class QueuedWrite<TContext, T>(Func<TContext, T> write, bool tidies) : QueuedWrite<TContext>(tidies)
{
    private readonly TaskCompletionSource<WriteOutcome<T>> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;

    public Task<WriteOutcome<T>> Outcome => _outcome.Task;

    public override void Run(TContext context) => _value = write(context);

    public override void Complete() => _outcome.TrySetResult(new(WriteEnd.Written, _value));

    public override void Fail(WriteEnd end) => _outcome.TrySetResult(new(end));
}
