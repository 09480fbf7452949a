namespace TenkTanken.Data;

/// <summary>Whether something could be saved now. Found out by beginning to write, and not more than once a second, whoever asks how often.</summary>
public sealed class StorageHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);

    /// <summary>Bytes. Less than this is a full disk in a moment.</summary>
    private const long LeastSpace = 1024 * 1024;

    private readonly Sessions _sessions;
    private readonly StorageWriter<StorageContext> _writer;
    private readonly string _database;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private Task<bool>? _asked;
    private long _askedAt;

    internal StorageHealth(Sessions sessions, StorageWriter<StorageContext> writer, string database, TimeProvider time) =>
        (_sessions, _writer, _database, _time) = (sessions, writer, database, time);

    public Task<bool> CanSaveAsync()
    {
        lock (_lock)
        {
            if (_asked is null || (_asked.IsCompleted && _time.GetElapsedTime(_askedAt) >= GoodFor))
            {
                (_asked, _askedAt) = (FindOutAsync(), _time.GetTimestamp());
            }

            return _asked;
        }
    }

    private async Task<bool> FindOutAsync()
    {
        try
        {
            var begun = await _writer.WriteAsync(_ => true, Patience, CancellationToken.None);

            return begun.End == WriteEnd.Written
                && !await _sessions.CannotTellAsync()
                && new DriveInfo(Path.GetDirectoryName(_database)!).AvailableFreeSpace >= LeastSpace;
        }
        catch (Exception)
        {
            // Whatever it is: it is in the log of who wanted to save.
            return false;
        }
    }
}
