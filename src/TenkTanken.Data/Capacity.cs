using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>
/// Whether there is room for another session. Somebody who saves as fast as can be fills a disk otherwise, and a full disk is everybody's: it is refused
/// while there still is room for all else, and told when half of what there may be is there.
/// </summary>
/// <param name="most">Bytes the sessions may take. What is deleted makes room again, though the file stays as long as it was.</param>
internal sealed class Capacity(string database, long most, ILogger<Capacity> logger)
{
    /// <summary>Bytes left free on the disk for the log, the keys and the rooms, and for deleting, which writes too.</summary>
    private const long LeastFree = 256L * 1024 * 1024;

    private const double LeastPartFree = 0.05;

    private Level _told;

    private enum Level
    {
        Enough,
        GettingLow,
        Full,
    }

    /// <summary>Asked by the writer's thread.</summary>
    public bool HasRoom(StorageContext context)
    {
        var level = LevelOf(context);
        if (level > _told)
        {
            Tell(level);
        }

        // Where it goes up and down at the edge, that is told once.
        _told = level == Level.Enough || level > _told ? level : _told;

        return level != Level.Full;
    }

    private Level LevelOf(StorageContext context)
    {
        var disk = new DriveInfo(Path.GetDirectoryName(database)!); // a path to a file always has a folder
        var (free, least) = (disk.AvailableFreeSpace, Math.Min(LeastFree, (long)(disk.TotalSize * LeastPartFree)));
        var used = SqliteFilePreparation<StorageContext>.BytesUsed(context);

        return free < least || used >= most ? Level.Full
            : free < 4 * least || used >= most / 2 ? Level.GettingLow
            : Level.Enough;
    }

    private void Tell(Level level)
    {
        if (level == Level.Full)
        {
            logger.NoRoom(database);
        }
        else
        {
            logger.RoomIsGettingLow(database);
        }
    }
}
