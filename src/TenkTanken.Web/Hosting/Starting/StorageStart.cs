using TenkTanken.Data;
using TenkTanken.Data.Rooms;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>
/// Makes the databases ready. A fault of theirs stops nobody from reading: the site starts without them, saves nothing, and looks again by itself, with
/// a growing pause. What is damaged is left as it is.
/// </summary>
internal sealed class StorageStart(IServiceProvider services, TimeProvider time, ILogger<StorageStart> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private IReadOnlyList<string> _faults = ["not prepared"];
    private Task _first = Task.CompletedTask;

    /// <summary>Makes them ready. Large ones are looked through for a while, and nobody who reads is to wait for that: it goes on in the background.</summary>
    public async Task BeginAsync()
    {
        _first = Task.Run(() => PrepareAsync(CancellationToken.None));
        if (!services.TakesLongToPrepareStorage())
        {
            await _first;
        }
    }

    /// <summary>Tells what is in the way, once for as long as it is the same.</summary>
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var before = _faults;
        _faults = await services.PrepareStorageAsync(cancellationToken);
        if (_faults.Count == 0)
        {
            _faults = await services.PrepareRoomsAsync(cancellationToken);
        }

        foreach (var fault in _faults.Except(before))
        {
            logger.StorageOff(fault);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _first.WaitAsync(stoppingToken);
        if (_faults.Count == 0)
        {
            return;
        }

        for (var pause = FirstPause; _faults.Count > 0; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await Task.Delay(pause, time, stoppingToken);
            await PrepareAsync(stoppingToken);
        }

        logger.StorageOn();
    }
}

internal static partial class StorageStartLog
{
    [LoggerMessage(3, LogLevel.Error, "Nothing is saved or opened: {Fault} Pages can be read. It is looked at again by itself.")]
    public static partial void StorageOff(this ILogger logger, string fault);

    [LoggerMessage(4, LogLevel.Warning, "The databases can be used again.")]
    public static partial void StorageOn(this ILogger logger);
}
