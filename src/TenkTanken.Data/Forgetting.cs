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
            if (clock.Doubt() is not ClockDoubt.None and var doubt)
            {
                Tell(doubt, today);
                return false;
            }

            foreach (var fault in keys.Faults())
            {
                logger.KeyFault(fault);
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

    private void Tell(ClockDoubt doubt, DateOnly today)
    {
        if (doubt is ClockDoubt.Earlier)
        {
            logger.ClockIsEarlier(today);
        }
        else
        {
            logger.ClockDoubted(today);
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

        // Off is told by who keeps looking whether it can be used.
        if (end is not WriteEnd.Written and not WriteEnd.Off)
        {
            logger.NotDeleted(kept.Name, end);
        }

        return end is WriteEnd.Written;
    }
}
