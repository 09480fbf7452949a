namespace TenkTanken.Data;

/// <summary>Whether something could be saved now. Found out by beginning to write, and not more than once a second, whoever asks how often.</summary>
public sealed class StorageHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);

    private readonly Sessions _sessions;
    private readonly StorageWriter<StorageContext> _writer;
    private readonly Capacity _capacity;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private Task<bool>? _asked;
    private long _askedAt;

    internal StorageHealth(Sessions sessions, StorageWriter<StorageContext> writer, Capacity capacity, TimeProvider time) =>
        (_sessions, _writer, _capacity, _time) = (sessions, writer, capacity, time);

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
            var begun = await _writer.WriteAsync(_capacity.HasRoom, Patience, CancellationToken.None);

            return begun is { End: WriteEnd.Written, Value: true } && !await _sessions.CannotTellAsync();
        }
        catch (Exception)
        {
            // Whatever it is: it is in the log of who wanted to save.
            return false;
        }
    }
}
