using Microsoft.EntityFrameworkCore;

namespace TenkTanken.Data;

/// <summary>
/// Deletes the sessions that are due: some hundred at a time, so that who saves meanwhile waits for some hundred and not for a million, and neither the
/// memory nor the write-ahead log has to hold them all.
/// </summary>
internal sealed class DueSessions(StorageWriter<StorageContext> writer, MonthsAhead ahead)
{
    /// <summary>Rows, of some four kilobytes each.</summary>
    private const int PartLength = 1_000;

    /// <summary>Larger than any lookup.</summary>
    private static readonly byte[] End = [.. Enumerable.Repeat(byte.MaxValue, MonthKey.LookupLength + 1)];

    public async Task<WriteEnd> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = Calendar.DayOf(now);
        var end = await ahead.BringBackAsync(today, cancellationToken);
        byte[]? from = [];
        while (end is WriteEnd.Written && from is not null)
        {
            var part = await writer.WriteAsync(context => DeletePart(context, from, today), Timeout.InfiniteTimeSpan, cancellationToken);
            (end, from) = (part.End, part.Value);
        }

        if (end is not WriteEnd.Written)
        {
            return end;
        }

        var checks = await writer.WriteAndTidyAsync(
            context => context.KeyChecks.Where(check => check.ForgottenAfter < today).ExecuteDelete(),
            cancellationToken);

        return checks.End;
    }

    /// <returns>Where the next part begins. Null when nothing is left that may be due: each month with sessions has a check.</returns>
    private static byte[]? DeletePart(StorageContext context, byte[] from, DateOnly today)
    {
        if (!context.KeyChecks.Any(check => check.ForgottenAfter < today))
        {
            return null;
        }

        var to = LookupAfter(context, from);
        context.Database.ExecuteSql($"DELETE FROM SealedSession WHERE Lookup > {from} AND Lookup <= {to ?? End} AND ForgottenAfter < {today}");

        return to;
    }

    private static byte[]? LookupAfter(StorageContext context, byte[] from) =>
        context.Database.SqlQuery<byte[]>($"SELECT Lookup AS Value FROM SealedSession WHERE Lookup > {from} ORDER BY Lookup LIMIT 1 OFFSET {PartLength - 1}")
            .AsEnumerable()
            .FirstOrDefault();
}
