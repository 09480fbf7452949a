using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>What must be in place before anything is saved. Never deletes or overwrites what is there.</summary>
internal sealed class StoragePreparation(
    SqliteFilePreparation<StorageContext> database,
    KeyFolders keyFolders,
    MonthKeys keys,
    StorageState state,
    TimeProvider time,
    ILogger<StoragePreparation> logger)
{
    public async Task<IReadOnlyList<string>> PrepareAsync(CancellationToken cancellationToken)
    {
        var dataFolder = Path.GetDirectoryName(database.Path)!; // a path to a file always has a folder
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
        string[] keyFaults = [.. keys.Faults()];

        if (keyFaults.Length == 0 && IsLost())
        {
            return [$"The database {database.Path} is gone or empty, and there are keys in {keyFolders.Folder} of sessions that were saved in it. "
                + "Put it back. If it is gone for good, delete the files that end in .key there: what was saved is lost then."];
        }

        // Of a file that cannot be read nothing can be known.
        faults = [.. keyFaults, .. await database.PrepareAsync(keyFaults.Length > 0 ? (_, _) => Task.CompletedTask : CheckKeysAsync, cancellationToken)];
        if (faults.Length == 0)
        {
            state.TurnOn();
        }

        return [.. faults.OfType<string>()];
    }

    /// <summary>A key is made when something is saved for its month: where there is one, there was a database.</summary>
    private bool IsLost() => new FileInfo(database.Path) is { Exists: false } or { Length: 0 } && keys.Living(Calendar.Today(time)).Count > 0;

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

    /// <summary>
    /// Writes down by what the keys of months with sessions are known, where that is not done, and tells which are gone. Most likely the key folder
    /// is not the one the site had before. Not a fault: after restoring a backup it is as it should be.
    /// </summary>
    private async Task CheckKeysAsync(StorageContext context, CancellationToken cancellationToken)
    {
        var checks = await context.KeyChecks.ToListAsync(cancellationToken);

        // All or none of them are there: a million sessions are looked through once, and not at every start.
        var months = checks.Count > 0 ? checks.Select(check => check.ForgottenAfter) : context.SealedSessions.Select(row => row.ForgottenAfter);
        foreach (var month in months.Distinct().ToList())
        {
            var known = checks.FindAll(check => check.ForgottenAfter == month);
            var own = keys.Of(month);
            if (known.TrueForAll(check => check.Value.AsSpan().SequenceEqual(KeyCheck.NeverSeen)))
            {
                context.RemoveRange(known);
                known = own.Count > 0 ? [.. own.Select(KeyCheck.Of)] : [new() { ForgottenAfter = month, Value = KeyCheck.NeverSeen }];
                context.AddRange(known);
            }

            if (known.Exists(check => !own.Any(check.IsOf)))
            {
                logger.KeyMissing(month, string.Join(", ", keyFolders.All.Where(Directory.Exists)));
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
