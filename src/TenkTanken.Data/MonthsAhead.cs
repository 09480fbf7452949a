using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>
/// Brings back what was saved by a clock that was far ahead: such a session would be kept for years, and says so in its row. When the clock is right again
/// it is forgotten with those that are saved now. Its key comes along under another name, so the code opens it all the while.
/// </summary>
internal sealed class MonthsAhead(MonthKeys keys, StorageWriter<StorageContext> writer, ILogger<MonthsAhead> logger)
{
    /// <param name="today">By a clock that is trusted.</param>
    public async Task<WriteEnd> BringBackAsync(DateOnly today, CancellationToken cancellationToken)
    {
        // Somebody may be saving in the first moment of the next month.
        var latest = Calendar.ForgottenAfter(today.AddDays(1));
        foreach (var month in keys.All().Select(key => key.ForgottenAfter).Distinct().Where(month => month > latest))
        {
            keys.BringBack(month, latest);
            var outcome = await writer.WriteAsync(context => BringBack(context, month, latest), Timeout.InfiniteTimeSpan, cancellationToken);
            if (outcome.End is not WriteEnd.Written)
            {
                return outcome.End;
            }

            keys.Destroy(month);
            logger.BroughtBack(month, latest);
        }

        return WriteEnd.Written;
    }

    private static int BringBack(StorageContext context, DateOnly from, DateOnly to) =>
        context.Database.ExecuteSql($"UPDATE SealedSession SET ForgottenAfter = {to} WHERE ForgottenAfter = {from}")
        + context.Database.ExecuteSql($"UPDATE OR REPLACE KeyCheck SET ForgottenAfter = {to} WHERE ForgottenAfter = {from}");
}
