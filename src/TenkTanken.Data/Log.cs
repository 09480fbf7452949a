using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>Everything this project can write in a log. Nothing is logged when a session is saved, opened or forgotten.</summary>
internal static partial class Log
{
    // Not how many: the number of a small group tells of its members.
    [LoggerMessage(201, LogLevel.Information, "What was due is forgotten.")]
    public static partial void Forgotten(this ILogger logger);

    [LoggerMessage(202, LogLevel.Error, "{What} that are due could not be deleted ({End}). The keys of months that are over are destroyed.")]
    public static partial void NotDeleted(this ILogger logger, string what, WriteEnd end);

    [LoggerMessage(203, LogLevel.Error, "Forgetting failed. It is tried again in an hour.")]
    public static partial void ForgettingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(204, LogLevel.Warning, "The clock says {Today}, more than a week after the site last ran, or nobody knows when that was. "
        + "Sessions that are due cannot be opened, "
        + "and are deleted when it has said so for a day. If the clock is wrong, set it right before that.")]
    public static partial void ClockDoubted(this ILogger logger, DateOnly today);

    [LoggerMessage(205, LogLevel.Error, "Something could not be stored.")]
    public static partial void WriteFailed(this ILogger logger, Exception exception);

    [LoggerMessage(206, LogLevel.Error, "A batch could not be stored. The next one is tried as usual.")]
    public static partial void BatchFailed(this ILogger logger, Exception exception);

    [LoggerMessage(207, LogLevel.Error, "The write-ahead log could not be emptied.")]
    public static partial void LogNotEmptied(this ILogger logger, Exception exception);

    [LoggerMessage(208, LogLevel.Error, "The database could not be tidied.")]
    public static partial void NotTidied(this ILogger logger, Exception exception);

    [LoggerMessage(209, LogLevel.Warning, "A migration lock that a killed process left behind is removed.")]
    public static partial void MigrationLockRemoved(this ILogger logger);

    [LoggerMessage(210, LogLevel.Warning,
        "There are sessions that are forgotten after {Month}, and their key is not in {KeyFolder}, or another is: they cannot be opened, and nothing is "
        + "saved for that month. Put it back.")]
    public static partial void KeyMissing(this ILogger logger, DateOnly month, string keyFolder);

    [LoggerMessage(211, LogLevel.Warning, "Keys lie in {Before}, where a backup of the data or an update of the site takes them along. "
        + "They are used where they are. Stop the site, move what is there to {Wanted} (copy it, if another site uses it too), and start the site again. "
        + "A file whose name is there already stays where it is.")]
    public static partial void KeysToBeMoved(this ILogger logger, string before, string wanted);

    [LoggerMessage(212, LogLevel.Warning, "The keys lie in {KeyFolder}, which is in the folder of the data: a backup of it takes them along, "
        + "and what is forgotten here can be opened there. Stop the site, move them beside the data, and name that folder with Data:Keys.")]
    public static partial void KeysInData(this ILogger logger, string keyFolder);

    [LoggerMessage(213, LogLevel.Error, "The database {Path} was deleted, moved or replaced while the site has it open. Nothing is stored until it can be "
        + "used again, which is looked for by itself. Put it back, or start the site anew.")]
    public static partial void FileLost(this ILogger logger, string path);

    // Once for as long as it lasts: not how many saves there were.
    [LoggerMessage(215, LogLevel.Error, "What was to be stored had to be given up: for ten seconds the database {Path} could not be written in. "
        + "Does another process hold it?")]
    public static partial void GivenUp(this ILogger logger, string path);

    [LoggerMessage(216, LogLevel.Warning, "There is room for less than before: half of what the sessions in {Path} may take is used "
        + "(Data:MaxMegabytes), or the disk is filling. Is somebody saving far more than people do? "
        + "Slow that down in the proxy, make room, or let there be more.")]
    public static partial void RoomIsGettingLow(this ILogger logger, string path);

    [LoggerMessage(217, LogLevel.Error, "There is no room for more sessions in {Path}: they take what they may (Data:MaxMegabytes), or the disk is "
        + "nearly full. Nothing new is saved until there is. What is saved can be opened and forgotten.")]
    public static partial void NoRoom(this ILogger logger, string path);

    [LoggerMessage(218, LogLevel.Error, "A key cannot be used, and what was saved with it not opened: {Fault}")]
    public static partial void KeyFault(this ILogger logger, string fault);

    [LoggerMessage(219, LogLevel.Error, "The database could not be read.")]
    public static partial void NotRead(this ILogger logger, Exception exception);

    [LoggerMessage(220, LogLevel.Warning, "The clock says {Today}, and the site has run on a later day. Until it has caught up that day is reckoned "
        + "by, and nothing is deleted. Set the clock right. If it is right, and was wrong before, take the file last-day in the key folder away.")]
    public static partial void ClockIsEarlier(this ILogger logger, DateOnly today);

    [LoggerMessage(221, LogLevel.Warning, "What was saved while the clock was wrong, to be forgotten after {Month}, is forgotten after {Latest}.")]
    public static partial void BroughtBack(this ILogger logger, DateOnly month, DateOnly latest);

    [LoggerMessage(214, LogLevel.Warning, "The database {Path} can be used again.")]
    public static partial void FileFound(this ILogger logger, string path);
}
