using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>At start and then every hour: deletes the sessions that are due and destroys the keys of months that are over.</summary>
internal sealed class Forgetting(
    StorageWriter writer,
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

            WriteOutcome<int> outcome;
            try
            {
                // The keys first: whatever becomes of the rows, nobody can open them any more.
                keys.DestroyBefore(today);
            }
            finally
            {
                outcome = await writer.WriteAndTidyAsync(
                    context => context.SealedSessions.Where(row => row.ForgottenAfter < today).ExecuteDelete(),
                    cancellationToken);
            }

            if (outcome.End is not WriteEnd.Written)
            {
                logger.NotDeleted(outcome.End);
                return false;
            }

            logger.Forgotten();
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.ForgettingFailed(exception);
            return false;
        }
    }
}
