using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>What must be in place before anything is saved. Never deletes or overwrites what is there.</summary>
internal sealed class StoragePreparation(
    string database,
    KeyFolders keyFolders,
    IDbContextFactory<StorageContext> contexts,
    MonthKeys keys,
    TimeProvider time,
    ILogger<StoragePreparation> logger)
{
    // Older ones can damage a database when its write-ahead log starts over: https://www.sqlite.org/releaselog/3_51_3.html
    private static readonly Version OldestSqlite = new(3, 51, 3);

    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<string>> PrepareAsync(CancellationToken cancellationToken)
    {
        var dataFolder = Path.GetDirectoryName(database)!; // a path to a file always has a folder
        string?[] faults =
        [
            PrivateFiles.FolderFault(dataFolder),
            PrivateFiles.FolderFault(keyFolders.Folder, "The folder of the keys can be named with Data:Keys."),
            .. keyFolders.Elsewhere.Where(Directory.Exists).Select(PrivateFiles.ReadingFault),
        ];
        if (faults.Any(fault => fault is not null))
        {
            return [.. faults.OfType<string>()];
        }

        foreach (var folder in keyFolders.All.Where(Directory.Exists))
        {
            PrivateFiles.RemoveUnfinished(folder);
        }

        TellWhereKeysShouldLie(dataFolder);
        return [.. keys.Faults(), .. await DatabaseFaultsAsync(cancellationToken)];
    }

    private void TellWhereKeysShouldLie(string dataFolder)
    {
        if (keyFolders.ToBeMoved is [_, ..] toBeMoved)
        {
            logger.KeysToBeMoved(string.Join(" and ", toBeMoved), keyFolders.Wanted);
        }
        else if ((keyFolders.Folder + Path.DirectorySeparatorChar).StartsWith(dataFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            logger.KeysInData(keyFolders.Folder);
        }
    }

    private async Task<IReadOnlyList<string>> DatabaseFaultsAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(database))
            {
                // SQLite would create it open to other users. Never opened by hand once it is in use: closing it again
                // would let go of SQLite's own locks (https://www.sqlite.org/howtocorrupt.html, 2.2).
                PrivateFiles.CreateOnce(database, []);
            }

            if (PrivateFiles.Protect(database) is { } open)
            {
                return [open];
            }

            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            if (FaultOf(context) is { } fault)
            {
                return [fault];
            }

            await MigrateAsync(context, cancellationToken);

            // SQLite opens a file that may not be written without a word. It says so when something is written: here nothing.
            await context.SealedSessions.Where(row => false).ExecuteDeleteAsync(cancellationToken);
            await WarnOfMissingKeysAsync(context, cancellationToken);
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            return [$"The database {database} cannot be used: {exception.Message} It has been left as it is."];
        }
    }

    private string? FaultOf(StorageContext context)
    {
        var sqlite = new Version(Text(context, "SELECT sqlite_version()"));
        if (sqlite < OldestSqlite)
        {
            return $"This is SQLite {sqlite}; at least {OldestSqlite} is needed.";
        }

        var check = Text(context, "PRAGMA quick_check(1)");
        if (check != "ok")
        {
            return $"The database {database} is damaged: {check} It has been left as it is. Restore a backup.";
        }

        if (context.Database.GetAppliedMigrations().Except(context.Database.GetMigrations()).Any())
        {
            return $"The database {database} was made by a newer version of TenkTanken. It has been left as it is.";
        }

        var journal = Text(context, "PRAGMA journal_mode=WAL");
        return journal == "wal" ? null : $"The database {database} cannot have a write-ahead log ({journal}). Is it on a network disk?";
    }

    // Entity Framework takes its lock before it looks whether there is anything to do, waits for it for ever, and a process
    // killed in between leaves it behind: https://github.com/dotnet/efcore/issues/34115. So it is asked only when there is
    // something to do, and a lock older than any migration of ours is removed. Cancelling it would leave the lock too
    // (https://github.com/dotnet/efcore/issues/38958).
    private async Task MigrateAsync(StorageContext context, CancellationToken cancellationToken)
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

    private static DateTimeOffset? MigrationLockTaken(StorageContext context)
    {
        var exists = Text(context, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") == "1";
        var taken = exists ? Text(context, "SELECT Timestamp FROM __EFMigrationsLock") : "";
        return taken.Length == 0 ? null
            : DateTimeOffset.TryParse(taken, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : DateTimeOffset.MinValue;
    }

    // Most likely the key folder is not the one the site had before. Not a fault: after restoring a backup it is as it should be.
    private async Task WarnOfMissingKeysAsync(StorageContext context, CancellationToken cancellationToken)
    {
        var months = await context.SealedSessions.Select(row => row.ForgottenAfter).Distinct().ToListAsync(cancellationToken);
        foreach (var month in months.Where(month => !keys.Has(month)))
        {
            logger.KeyMissing(month, string.Join(", ", keyFolders.All.Where(Directory.Exists)));
        }
    }

    private static string Text(StorageContext context, string sql)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
