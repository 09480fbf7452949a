namespace TenkTanken.Data;

/// <summary><see cref="Restored"/> or <see cref="NotRestored"/>.</summary>
public abstract record RestoreResult;

/// <param name="Database">The path of the file that is there now.</param>
/// <param name="Months">Every month of which there is something in it, earliest first.</param>
public sealed record Restored(string Database, IReadOnlyList<RestoredMonth> Months) : RestoreResult;

/// <summary>Nothing lies in the place of the database that did not lie there before.</summary>
public sealed record NotRestored(BackupFault Fault) : RestoreResult;

/// <param name="ForgottenAfter">The last day (UTC) of the month.</param>
public sealed record RestoredMonth(DateOnly ForgottenAfter, MonthState State);

public enum MonthState
{
    /// <summary>What is forgotten after it can be opened: its key is there.</summary>
    HasKey,

    /// <summary>Nobody can open it: the key is gone, cannot be read, or another lies in its place.</summary>
    LacksKey,

    /// <summary>Nobody can open it, whatever keys there are. The site deletes it.</summary>
    IsOver,
}

/// <param name="Path">Of the file or folder that is in the way.</param>
/// <param name="Reason">What the system or SQLite says, in English; often nothing.</param>
public sealed record BackupFault(BackupFaultKind Kind, string Path, string Reason = "");

public enum BackupFaultKind
{
    /// <summary>There is no such file to read.</summary>
    Missing,

    /// <summary>It is no database, or not one of the sessions.</summary>
    NotOurs,

    /// <summary>SQLite has looked through it and it is not whole.</summary>
    Damaged,

    /// <summary>It was made by a newer version than this.</summary>
    Newer,

    /// <summary>Another process holds it.</summary>
    Busy,

    Unreadable,

    /// <summary>A file, or a folder, has the name of the backup.</summary>
    Exists,

    /// <summary>A database, or what SQLite puts beside one, lies where it is to be restored.</summary>
    DatabaseThere,

    /// <summary>The folder the file is to be written in is not there.</summary>
    NoFolder,

    NotWritable,

    DiskFull,

    /// <summary>The backup would lie in the folder of the data.</summary>
    InData,

    /// <summary>The backup would lie with keys.</summary>
    WithKeys,
}
