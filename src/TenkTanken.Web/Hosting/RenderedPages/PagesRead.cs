namespace TenkTanken.Web.Hosting.RenderedPages;

/// <summary>
/// How many pages were read from memory, once a minute: a line for each would take as long as the page, and would let whoever asks fast fill the disk.
/// Of pages where people answer nothing is counted.
/// </summary>
internal sealed class PagesRead(TimeProvider time, ILogger<PagesRead> logger) : BackgroundService
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private int _count;

    public void Count() => Interlocked.Increment(ref _count);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                // Not a timer that ticks on: a clock that jumps is not followed by a row of minutes.
                await Task.Delay(Minute, time, stoppingToken);
                Tell();
            }
        }
        finally
        {
            Tell();
        }
    }

    private void Tell()
    {
        if (Interlocked.Exchange(ref _count, 0) is > 0 and var count)
        {
            logger.Read(count);
        }
    }
}

internal static partial class PagesReadLog
{
    [LoggerMessage(22, LogLevel.Information, "GET pages from memory: {Count}")]
    public static partial void Read(this ILogger logger, int count);
}
