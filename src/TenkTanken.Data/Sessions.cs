using Microsoft.EntityFrameworkCore;

namespace TenkTanken.Data;

/// <summary>Saves, opens and forgets what helpers ticked. Nothing is known of a session without its code.</summary>
public sealed class Sessions
{
    // Opened where there is no row, so that an unknown code costs the same work as a known one.
    private static readonly byte[] Decoy = new byte[MonthKey.SealedLength];

    private readonly IDbContextFactory<StorageContext> _contexts;
    private readonly StorageWriter _writer;
    private readonly MonthKeys _keys;
    private readonly TimeProvider _time;

    internal Sessions(IDbContextFactory<StorageContext> contexts, StorageWriter writer, MonthKeys keys, TimeProvider time)
    {
        _contexts = contexts;
        _writer = writer;
        _keys = keys;
        _time = time;
    }

    /// <summary>
    /// Adds the round to the session of the code, or begins one. A round that is already there is left as it is and is
    /// <see cref="Saved"/>, so sending again is always safe. Waits at most ten seconds.
    /// </summary>
    /// <exception cref="ArgumentException">The round holds something that is not an id or not an answer.</exception>
    public async Task<SaveResult> SaveAsync(ReturnCode code, Round round, CancellationToken cancellationToken = default)
    {
        PackedSession.Check(round);
        var outcome = await _writer.WriteAsync(context => Save(context, code, round), cancellationToken);
        return outcome switch
        {
            { End: WriteEnd.Written, Value: { } result } => result,
            { End: WriteEnd.Unconfirmed } => new Unconfirmed(),
            { End: WriteEnd.Busy } => new NotSaved(NotSavedReason.Busy),
            { End: WriteEnd.Full } => new NotSaved(NotSavedReason.Full),
            _ => new NotSaved(NotSavedReason.Failed),
        };
    }

    /// <summary>
    /// Null when the code opens nothing: it was never saved, is forgotten, or what is stored is damaged. These cannot be
    /// told apart. That somebody opens a session is not stored.
    /// </summary>
    /// <exception cref="Exception">The database or a key file cannot be read. Nothing is known of the session then.</exception>
    public async Task<OpenedSession?> OpenAsync(ReturnCode code, CancellationToken cancellationToken = default)
    {
        OpenedSession? opened = null;
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);

        // Every month is tried, found or not: an unknown code takes as long as a known one.
        foreach (var key in _keys.Living(Calendar.Today(_time)))
        {
            var row = await RowsOf(context, key, code).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (key.Open(code, row?.Blob ?? Decoy) is { } packed && PackedSession.Unpack(packed) is { } session)
            {
                opened ??= new(session, key.ForgottenAfter);
            }
        }

        return opened;
    }

    /// <summary>Deletes the session of the code, if there is one.</summary>
    public async Task<ForgetResult> ForgetAsync(ReturnCode code, CancellationToken cancellationToken = default)
    {
        var outcome = await _writer.WriteAsync(context => Forget(context, code), cancellationToken);
        return outcome.End switch
        {
            WriteEnd.Written => ForgetResult.Gone,
            WriteEnd.Unconfirmed => ForgetResult.Unconfirmed,
            _ => ForgetResult.NotForgotten,
        };
    }

    private SaveResult Save(StorageContext context, ReturnCode code, Round round)
    {
        var today = Calendar.Today(_time);
        var session = new Session([]);
        var rows = new List<SealedSession>();

        // The code may have been saved last month, under last month's key.
        foreach (var key in _keys.Living(today))
        {
            if (RowsOf(context, key, code).SingleOrDefault() is not { } row)
            {
                continue;
            }

            rows.Add(row);
            if (key.Open(code, row.Blob) is not { } packed)
            {
                continue; // damaged: nobody can ever open it, so the new round takes its place
            }

            session = PackedSession.Unpack(packed)
                ?? throw new InvalidDataException("A session was packed by a newer version of TenkTanken. It is left as it is.");
            if (session.Rounds.Any(saved => saved.Id == round.Id))
            {
                return new Saved(row.ForgottenAfter);
            }
        }

        if (session.Rounds.Count == Session.MaxRounds)
        {
            return new NotSaved(NotSavedReason.TooManyRounds);
        }

        if (PackedSession.Pack(new([.. session.Rounds, round])) is not { } grown)
        {
            return new NotSaved(NotSavedReason.TooLarge);
        }

        var current = _keys.For(Calendar.ForgottenAfter(today));
        var blob = current.Seal(code, grown);
        if (rows.Find(row => row.ForgottenAfter == current.ForgottenAfter) is { } kept)
        {
            kept.Blob = blob;
            rows.Remove(kept);
        }
        else
        {
            context.Add(new SealedSession { Lookup = current.LookupOf(code), Blob = blob, ForgottenAfter = current.ForgottenAfter });
        }

        context.RemoveRange(rows);
        return new Saved(current.ForgottenAfter);
    }

    private int Forget(StorageContext context, ReturnCode code) =>
        // Under every key there is: also what is due and not yet deleted.
        _keys.All().Sum(key => RowsOf(context, key, code).ExecuteDelete());

    private static IQueryable<SealedSession> RowsOf(StorageContext context, MonthKey key, ReturnCode code)
    {
        var lookup = key.LookupOf(code);
        return context.SealedSessions.Where(row => row.Lookup == lookup && row.ForgottenAfter == key.ForgottenAfter);
    }
}

/// <summary><see cref="Saved"/>, <see cref="NotSaved"/> or <see cref="Unconfirmed"/>.</summary>
public abstract record SaveResult;

/// <param name="ForgottenAfter">The last day (UTC) the session can be opened.</param>
public sealed record Saved(DateOnly ForgottenAfter) : SaveResult;

/// <summary>The round is not saved and will not be. What was saved before is as it was.</summary>
public sealed record NotSaved(NotSavedReason Reason) : SaveResult;

/// <summary>Ten seconds ended in the middle of writing: the round may be saved. Saving it again, with the same id, is safe and will tell.</summary>
public sealed record Unconfirmed : SaveResult;

public enum NotSavedReason
{
    /// <summary>Too many are saving, or another process holds the database. It may go well in a minute.</summary>
    Busy,

    /// <summary>The server's disk is full.</summary>
    Full,

    /// <summary>Something is wrong with the database or the keys. The log says what.</summary>
    Failed,

    /// <summary>The ids are longer than 40 characters, or so many that the session does not fit.</summary>
    TooLarge,

    /// <summary>The session has <see cref="Session.MaxRounds"/> rounds already.</summary>
    TooManyRounds,
}

public enum ForgetResult
{
    /// <summary>There is no session with that code any more, or there never was.</summary>
    Gone,

    /// <summary>If there is one, it is still there.</summary>
    NotForgotten,

    /// <summary>Ten seconds ended in the middle of writing: it may be gone. Forgetting it again is safe and will tell.</summary>
    Unconfirmed,
}
