using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>What must be in place before anything is saved. Never deletes or overwrites what is there.</summary>
internal sealed class StoragePreparation(
    SqliteFilePreparation<StorageContext> database,
    KeyFolders keyFolders,
    MonthKeys keys,
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
        return [.. keys.Faults(), .. await database.PrepareAsync(WarnOfMissingKeysAsync, cancellationToken)];
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

    // Most likely the key folder is not the one the site had before. Not a fault: after restoring a backup it is as it should be.
    private async Task WarnOfMissingKeysAsync(StorageContext context, CancellationToken cancellationToken)
    {
        var months = await context.SealedSessions.Select(row => row.ForgottenAfter).Distinct().ToListAsync(cancellationToken);
        foreach (var month in months.Where(month => !keys.Has(month)))
        {
            logger.KeyMissing(month, string.Join(", ", keyFolders.All.Where(Directory.Exists)));
        }
    }
}
