using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>At start and then every hour: destroys the keys of months that are over and deletes all that is due.</summary>
internal sealed class Forgetting(
    IEnumerable<KeptForATime> everything,
    MonthKeys keys,
    TrustedClock clock,
    TimeProvider time,
    ILogger<Forgetting> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            await ForgetWhatIsDueAsync(stoppingToken);
        }
        while (await hour.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Whether it went well. What did not is in the log, and the next hour tries again.</summary>
    internal async Task<bool> ForgetWhatIsDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            var today = Calendar.Today(time);
            if (!clock.IsTrusted())
            {
                logger.ClockDoubted(today);
                return false;
            }

            var isDone = true;
            try
            {
                // The keys first: whatever becomes of the rows, nobody can open them any more.
                keys.DestroyBefore(today);
            }
            finally
            {
                foreach (var kept in everything)
                {
                    isDone &= await DeleteDueAsync(kept, cancellationToken);
                }
            }

            if (isDone)
            {
                logger.Forgotten();
            }

            return isDone;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.ForgettingFailed(exception);
            return false;
        }
    }

    /// <summary>Each by itself: one that fails keeps no other from it.</summary>
    private async Task<bool> DeleteDueAsync(KeptForATime kept, CancellationToken cancellationToken)
    {
        var end = WriteEnd.Failed;
        try
        {
            end = await kept.DeleteDueAsync(time.GetUtcNow(), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.ForgettingFailed(exception);
        }

        if (end is not WriteEnd.Written)
        {
            logger.NotDeleted(kept.Name, end);
        }

        return end is WriteEnd.Written;
    }
}
