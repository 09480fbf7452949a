using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>Creates a database where there is none, closed to others, and brings it up to date; or says why it cannot be used.</summary>
/// <remarks>What its folder is like has been asked before. Never deletes or overwrites what is there.</remarks>
internal sealed class SqliteFilePreparation<TContext>(
    string path,
    int pageSize,
    IDbContextFactory<TContext> contexts,
    TimeProvider time,
    ILogger<SqliteFilePreparation<TContext>> logger)
    where TContext : DbContext
{
    // Older ones can damage a database when its write-ahead log starts over: https://www.sqlite.org/releaselog/3_51_3.html
    private static readonly Version OldestSqlite = new(3, 51, 3);

    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(1);

    /// <summary>Bytes that may be written anew in one go, in memory, while everybody waits: some 15 000 sessions, a third of a second.</summary>
    public const long MostToRewrite = 64 * 1024 * 1024;

    public string Path => path;

    /// <summary>Whether there is more in it than is written anew in one go.</summary>
    public bool IsLarge => new FileInfo(path) is { Exists: true, Length: > MostToRewrite };

    /// <summary>Whether it can be used. Until then nothing is written in it.</summary>
    public bool IsPrepared { get; private set; }

    /// <param name="lookInto">What is still to be asked of a database that can be used.</param>
    /// <returns>What the one who runs the site must put right, in English; empty when all is well.</returns>
    public async Task<IReadOnlyList<string>> PrepareAsync(
        Func<TContext, CancellationToken, Task> lookInto,
        CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(path))
            {
                // SQLite would create it open to other users. Never opened by hand once it is in use: closing it again
                // would let go of SQLite's own locks (https://www.sqlite.org/howtocorrupt.html, 2.2).
                PrivateFiles.CreateOnce(path, []);
            }

            if (PrivateFiles.Protect(path) is { } open)
            {
                return [open];
            }

            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            if (FaultOf(context) is { } fault)
            {
                Forget();
                return [fault];
            }

            await MigrateAsync(context, cancellationToken);
            SetPageSize(context);

            // SQLite opens a file that may not be written without a word. It says so when something is written: here nothing.
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory WHERE false", cancellationToken);
            await lookInto(context, cancellationToken);
            IsPrepared = true;
            return [];
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is: a bit turned over in a date, say, is no damage to SQLite, and nothing anybody reads as one.
            Forget();
            return [$"The database {path} cannot be used: {exception.Message} It has been left as it is."];
        }
    }

    /// <summary>
    /// Asked while the site runs, of a file that was gone or another: whether it can be written in as it is. Nothing is created or migrated
    /// for it, which only a start does.
    /// </summary>
    /// <returns>What is in the way; null when nothing is.</returns>
    public string? FaultWhileRunning()
    {
        try
        {
            using var context = contexts.CreateDbContext();
            context.Database.OpenConnection();

            // First, since asking for the log writes a header into an empty file.
            var fault = context.Database.GetPendingMigrations().Any() ? $"The database {path} is not one that this site has prepared." : FaultOf(context);
            if (fault is not null)
            {
                Forget();
            }

            return fault;
        }
        catch (Exception exception)
        {
            Forget();
            return exception.Message;
        }
    }

    /// <summary>Bytes of the file that are not free.</summary>
    public long BytesUsed()
    {
        using var context = contexts.CreateDbContext();
        context.Database.OpenConnection();

        return BytesUsed(context);
    }

    /// <summary>The same, in whatever transaction the context is in.</summary>
    public static long BytesUsed(DbContext context) =>
        (Number(context, "PRAGMA page_count") - Number(context, "PRAGMA freelist_count")) * Number(context, "PRAGMA page_size");

    /// <summary>A connection is kept open for the next who asks, and would go on with this file when another lies in its place.</summary>
    private void Forget()
    {
        using var context = contexts.CreateDbContext();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    private string? FaultOf(TContext context)
    {
        var sqlite = new Version(Text(context, "SELECT sqlite_version()"));
        if (sqlite < OldestSqlite)
        {
            return $"This is SQLite {sqlite}; at least {OldestSqlite} is needed.";
        }

        var check = Text(context, "PRAGMA quick_check(1)");
        if (check != "ok")
        {
            return $"The database {path} is damaged: {check} It has been left as it is. Restore a backup.";
        }

        if (context.Database.GetAppliedMigrations().Except(context.Database.GetMigrations()).Any())
        {
            return $"The database {path} was made by a newer version of TenkTanken. It has been left as it is.";
        }

        // Before the first page is written, when it takes effect at once.
        Text(context, $"PRAGMA page_size={pageSize}");
        var journal = Text(context, "PRAGMA journal_mode=WAL");
        return journal == "wal" ? null : $"The database {path} cannot have a write-ahead log ({journal}). Is it on a network disk?";
    }

    // Entity Framework takes its lock before it looks whether there is anything to do, waits for it for ever, and a process
    // killed in between leaves it behind: https://github.com/dotnet/efcore/issues/34115. So it is asked only when there is
    // something to do, and a lock older than any migration of ours is removed. Cancelling it would leave the lock too
    // (https://github.com/dotnet/efcore/issues/38958).
    private async Task MigrateAsync(TContext context, CancellationToken cancellationToken)
    {
        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        while (MigrationLockTaken(context) is { } taken)
        {
            if ((time.GetUtcNow() - taken).Duration() < LongestMigration)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
                continue;
            }

            logger.MigrationLockRemoved();
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
        }

        await context.Database.MigrateAsync(CancellationToken.None);
    }

    // A database of an earlier version has smaller pages. They are changed by writing it anew, which cannot be done with a write-ahead log and while
    // another process has it open. Killed in the middle, the next to open it goes back to what it was.
    private void SetPageSize(TContext context)
    {
        if (Number(context, "PRAGMA page_size") == pageSize || BytesUsed(context) > MostToRewrite)
        {
            return;
        }

        try
        {
            Text(context, "PRAGMA journal_mode=DELETE");
            Text(context, $"PRAGMA page_size={pageSize}");
            Text(context, "VACUUM");
        }
        catch (SqliteException exception)
        {
            // It can be used all the same, and the next start tries again.
            logger.NotTidied(exception);
        }

        Text(context, "PRAGMA journal_mode=WAL");
    }

    private static DateTimeOffset? MigrationLockTaken(TContext context)
    {
        var exists = Text(context, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") == "1";
        var taken = exists ? Text(context, "SELECT Timestamp FROM __EFMigrationsLock") : "";
        return taken.Length == 0 ? null
            : DateTimeOffset.TryParse(taken, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : DateTimeOffset.MinValue;
    }

    private static long Number(DbContext context, string sql) => long.Parse(Text(context, sql), CultureInfo.InvariantCulture);

    private static string Text(DbContext context, string sql)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
