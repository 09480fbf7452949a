using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TenkTanken.Data;

/// <summary>Copies of <c>tenktanken.db</c>: of nothing else, so that no key and no room is ever in one.</summary>
/// <remarks>
/// Either way it is SQLite that writes the copy, anew and in the order of the lookups: no free page, no old row and no order of saving comes along.
/// https://www.sqlite.org/lang_vacuum.html#vacuuminto
/// </remarks>
public static class Backup
{
    /// <summary>Makes a backup while the site may be writing. The file is closed to others, whole and on disk when it has its name.</summary>
    /// <returns>Why there is none; nothing is left of it then. Null when it is made.</returns>
    public static BackupFault? Make(string file, string dataFolder)
    {
        var database = Storage.DatabaseIn(dataFolder);

        return FaultOf(database) ?? Copy(database, Path.GetFullPath(file), unfinished => FaultOfPlace(unfinished, dataFolder));
    }

    /// <summary>Puts a backup where the site has its database, and never over one. The site may be running.</summary>
    /// <param name="keys">Where the site has its keys. They are read, and none is made.</param>
    public static RestoreResult Restore(string file, string dataFolder, KeyFolders keys, TimeProvider time)
    {
        var (backup, database) = (Path.GetFullPath(file), Storage.DatabaseIn(dataFolder));
        if (FaultOf(backup) is { } fault)
        {
            return new NotRestored(fault);
        }

        // A log that was left behind would be written into the restored file: https://www.sqlite.org/howtocorrupt.html, 1.4.
        string[] there = [database, database + "-wal", database + "-shm", database + "-journal"];
        if (Array.Find(there, Path.Exists) is { } inTheWay)
        {
            return new NotRestored(new(BackupFaultKind.DatabaseThere, inTheWay));
        }

        var months = MonthsIn(backup, new MonthKeys(keys), Calendar.Today(time));
        if (CreateFolder(dataFolder) is { } unusable)
        {
            return new NotRestored(unusable);
        }

        if (Copy(backup, database, _ => null) is { } notCopied)
        {
            return new NotRestored(notCopied.Kind is BackupFaultKind.Exists ? new(BackupFaultKind.DatabaseThere, database) : notCopied);
        }

        // Of a restore that was killed: it would outlive what is forgotten. Whoever is just writing one finds the name taken anyway.
        PrivateFiles.RemoveUnfinished(Path.GetDirectoryName(database)!);

        return new Restored(database, months);
    }

    private static BackupFault? Copy(string source, string target, Func<string, BackupFault?> faultOfPlace)
    {
        var exists = new BackupFault(BackupFaultKind.Exists, target);
        if (Path.Exists(target))
        {
            return exists;
        }

        var unfinished = "";
        try
        {
            // SQLite would create it open to other users.
            unfinished = PrivateFiles.WriteUnfinished(target, []);
            if (faultOfPlace(unfinished) is { } fault)
            {
                return fault;
            }

            using (var context = Open(source))
            {
                context.Database.ExecuteSql($"VACUUM INTO {unfinished}");
            }

            using (var written = File.OpenHandle(unfinished, access: FileAccess.Write))
            {
                RandomAccess.FlushToDisk(written);
            }

            if (FaultOf(unfinished) is { } damage)
            {
                return new(BackupFaultKind.NotWritable, target, damage.Reason);
            }

            if (!PrivateFiles.GiveName(unfinished, target))
            {
                return exists;
            }

            PrivateFiles.FlushFolder(target);
            return null;
        }
        catch (SqliteException exception)
        {
            // The source has just been read from end to end: what is wrong now is most likely with what is written.
            return FaultFrom(exception, source) switch
            {
                { Kind: BackupFaultKind.Damaged or BackupFaultKind.NotOurs } fault => fault,
                { Kind: BackupFaultKind.DiskFull } => new(BackupFaultKind.DiskFull, target),
                _ => new(BackupFaultKind.NotWritable, target, exception.Message),
            };
        }
        catch (DirectoryNotFoundException)
        {
            return new(BackupFaultKind.NoFolder, Path.GetDirectoryName(target)!); // a path to a file always has a folder
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(BackupFaultKind.NotWritable, target, exception.Message);
        }
        finally
        {
            if (unfinished.Length > 0)
            {
                File.Delete(unfinished);
                File.Delete(unfinished + "-journal"); // stays behind where the disk is full
            }
        }
    }

    /// <summary>Reads it from end to end and changes nothing. Null when it is whole and a database of ours.</summary>
    private static BackupFault? FaultOf(string path)
    {
        if (!File.Exists(path))
        {
            return new(BackupFaultKind.Missing, path);
        }

        try
        {
            using var context = Open(path);
            var found = context.Database.SqlQuery<string>($"PRAGMA integrity_check(1)").AsEnumerable().First();
            if (found != "ok")
            {
                return new(BackupFaultKind.Damaged, path, found.Split('\n')[^1]); // the line before says only which database
            }

            var (applied, known) = (context.Database.GetAppliedMigrations().ToList(), context.Database.GetMigrations().ToList());
            var isOurs = applied.Contains(known[0]) && Has(context, nameof(SealedSession));

            return !isOurs ? new(BackupFaultKind.NotOurs, path)
                : applied.Except(known).Any() ? new(BackupFaultKind.Newer, path)
                : null;
        }
        catch (SqliteException exception)
        {
            return FaultFrom(exception, path);
        }
    }

    /// <summary>
    /// Asked of the file itself, whatever links its path goes by. In the data it would be lost with it, and whoever copies the keys along with
    /// a backup keeps what is forgotten.
    /// </summary>
    private static BackupFault? FaultOfPlace(string unfinished, string dataFolder)
    {
        var folder = Path.GetDirectoryName(unfinished)!; // a path to a file always has a folder
        var keys = KeyFolders.Beside(dataFolder).All;

        return LiesIn(dataFolder, unfinished) ? new(BackupFaultKind.InData, folder)
            : keys.Any(place => LiesIn(place, unfinished)) || MonthKeys.In(folder).Any() ? new(BackupFaultKind.WithKeys, folder)
            : null;
    }

    private static bool LiesIn(string folder, string file) => Directory.Exists(folder) && Directory.EnumerateFiles(
        folder,
        Path.GetFileName(file),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Any();

    private static BackupFault? CreateFolder(string dataFolder)
    {
        try
        {
            PrivateFiles.CreateFolder(dataFolder);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(BackupFaultKind.NotWritable, dataFolder, exception.Message);
        }
    }

    private static List<RestoredMonth> MonthsIn(string path, MonthKeys keys, DateOnly today)
    {
        using var context = Open(path);

        // From before there were checks, or before the site had seen the key: then any key of the month may be the right one.
        var checks = Has(context, nameof(KeyCheck)) ? context.KeyChecks.AsNoTracking().ToList() : [];
        var months = context.SealedSessions.Select(row => row.ForgottenAfter).Distinct().ToList();

        return [.. checks.Select(check => check.ForgottenAfter).Union(months).Order().Select(month => new RestoredMonth(month, StateOf(month)))];

        MonthState StateOf(DateOnly month)
        {
            if (month < today)
            {
                return MonthState.IsOver;
            }

            var own = Own(keys, month);
            var known = checks.FindAll(check => check.ForgottenAfter == month && !check.Value.AsSpan().SequenceEqual(KeyCheck.NeverSeen));

            return own.Count > 0 && known.TrueForAll(check => own.Any(check.IsOf)) ? MonthState.HasKey : MonthState.LacksKey;
        }
    }

    /// <summary>Of a month; none where they cannot be read.</summary>
    private static IReadOnlyList<MonthKey> Own(MonthKeys keys, DateOnly month)
    {
        try
        {
            return keys.Of(month);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static StorageContext Open(string path)
    {
        var options = new DbContextOptionsBuilder<StorageContext>();
        SqliteFile.Configure(options, path, onlyReads: true);
        var context = new StorageContext(options.Options);
        context.Database.OpenConnection();

        return context;
    }

    private static bool Has(StorageContext context, string table) =>
        context.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table'").Contains(table);

    // https://www.sqlite.org/rescode.html
    private static BackupFault FaultFrom(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        5 or 6 => new(BackupFaultKind.Busy, path),
        11 => new(BackupFaultKind.Damaged, path, exception.Message),
        13 => new(BackupFaultKind.DiskFull, path),
        26 => new(BackupFaultKind.NotOurs, path),
        _ => new(BackupFaultKind.Unreadable, path, exception.Message),
    };
}
