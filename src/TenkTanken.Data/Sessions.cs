using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

/// <summary>Saves, opens and forgets what helpers ticked. Nothing is known of a session without its code.</summary>
public sealed class Sessions
{
    // Opened where there is no row, so that an unknown code costs the same work as a known one.
    private static readonly byte[] Decoy = new byte[MonthKey.SealedLength];

    private static readonly Dictionary<string, PlanState> NoMarks = [];

    private readonly IDbContextFactory<StorageContext> _contexts;
    private readonly StorageWriter<StorageContext> _writer;
    private readonly MonthKeys _keys;
    private readonly StorageState _state;
    private readonly TrustedClock _clock;
    private readonly Capacity _capacity;
    private readonly ILogger<Sessions> _logger;

    internal Sessions(
        IDbContextFactory<StorageContext> contexts,
        StorageWriter<StorageContext> writer,
        MonthKeys keys,
        StorageState state,
        TrustedClock clock,
        Capacity capacity,
        ILogger<Sessions> logger)
    {
        (_contexts, _writer, _keys) = (contexts, writer, keys);
        (_state, _clock, _capacity, _logger) = (state, clock, capacity, logger);
    }

    /// <summary>
    /// Adds the round to the session of the code, or begins one. A round that is already there is left as it is and is
    /// <see cref="Saved"/>, so sending again is always safe. Waits at most ten seconds.
    /// </summary>
    /// <exception cref="ArgumentException">The round holds something that is not an id or not an answer.</exception>
    public Task<SaveResult> SaveAsync(ReturnCode code, Round round, CancellationToken cancellationToken = default)
    {
        PackedSession.Check(round);
        return WriteAsync(context => Save(context, code, NoMarks, round, begins: true), cancellationToken);
    }

    /// <summary>
    /// Marks what became of planned steps in the session of the code, and adds a round if there is one: both or neither.
    /// Begins no session: what was forgotten meanwhile stays forgotten. Sending again is safe, as with
    /// <see cref="SaveAsync"/>. Only a round moves the day of forgetting.
    /// </summary>
    /// <param name="marks">By id of the planned step; each marks the last round that planned it, before this one.</param>
    /// <exception cref="ArgumentException">The round or a mark holds something that is not an id or not an answer.</exception>
    public Task<SaveResult> ContinueAsync(
        ReturnCode code,
        IReadOnlyDictionary<string, PlanState> marks,
        Round? round = null,
        CancellationToken cancellationToken = default)
    {
        PackedSession.Check(marks);
        if (round is not null)
        {
            PackedSession.Check(round);
        }

        return WriteAsync(context => Save(context, code, marks, round, begins: false), cancellationToken);
    }

    /// <summary>
    /// Null when the code opens nothing: it was never saved, or is forgotten. These cannot be told apart. Null too while nobody can tell
    /// (<see cref="CannotTellAsync"/>). That somebody opens a session is not stored.
    /// </summary>
    public Task<OpenedSession?> OpenAsync(ReturnCode code, CancellationToken cancellationToken = default) =>
        ReadAsync(context => Open(context, code), null, cancellationToken);

    /// <summary>
    /// Whether there may be sessions that cannot be opened now: the storage cannot be used, the key of a month that is not over is gone or another, or what
    /// is stored under one of the codes is damaged. Then nobody knows of a code that opens nothing whether it does so for good.
    /// </summary>
    public Task<bool> CannotTellAsync(params IReadOnlyList<ReturnCode> codes) =>
        ReadAsync(context => LacksKey(context) || codes.Any(code => IsDamaged(context, code)), true, CancellationToken.None);

    /// <summary>Deletes the session of the code, if there is one.</summary>
    public async Task<ForgetResult> ForgetAsync(ReturnCode code, CancellationToken cancellationToken = default)
    {
        if (!_state.IsOn)
        {
            return ForgetResult.NotForgotten;
        }

        var outcome = await _writer.WriteAsync(context => Forget(context, code) > 0 || !LacksKey(context), cancellationToken);
        return outcome.End switch
        {
            WriteEnd.Written when outcome.Value => ForgetResult.Gone,
            WriteEnd.Unconfirmed => ForgetResult.Unconfirmed,
            _ => ForgetResult.NotForgotten,
        };
    }

    private async Task<SaveResult> WriteAsync(Func<StorageContext, SaveResult> write, CancellationToken cancellationToken)
    {
        if (!_state.IsOn)
        {
            return new NotSaved(NotSavedReason.Off);
        }

        var outcome = await _writer.WriteAsync(write, cancellationToken);
        return outcome switch
        {
            { End: WriteEnd.Written, Value: { } result } => result,
            { End: WriteEnd.Unconfirmed } => new Unconfirmed(),
            { End: WriteEnd.Busy } => new NotSaved(NotSavedReason.Busy),
            { End: WriteEnd.Full } => new NotSaved(NotSavedReason.Full),
            _ => new NotSaved(NotSavedReason.Failed),
        };
    }

    /// <param name="otherwise">The answer while the database cannot be read.</param>
    private async Task<T> ReadAsync<T>(Func<StorageContext, T> read, T otherwise, CancellationToken cancellationToken)
    {
        if (!_state.IsOn)
        {
            return otherwise;
        }

        try
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellationToken);

            return read(context);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Damage may show in any way.
            _logger.NotRead(exception);

            return otherwise;
        }
    }

    private OpenedSession? Open(StorageContext context, ReturnCode code)
    {
        OpenedSession? opened = null;

        // Every month is tried, found or not: an unknown code takes as long as a known one.
        foreach (var key in _keys.Readable(_clock.Today()))
        {
            var row = RowsOf(context, key, code).AsNoTracking().SingleOrDefault();
            if (key.Open(code, row?.Blob ?? Decoy) is { } packed && PackedSession.Unpack(packed) is { } session)
            {
                opened ??= new(session, key.ForgottenAfter);
            }
        }

        return opened;
    }

    private SaveResult Save(StorageContext context, ReturnCode code, IReadOnlyDictionary<string, PlanState> marks, Round? round, bool begins)
    {
        var (session, key, rows) = Find(context, code);
        if (session is null && !begins)
        {
            return new NotSaved(LacksKey(context) ? NotSavedReason.Failed : NotSavedReason.Gone);
        }

        var saved = session ?? new Session([]);
        var grown = saved.Mark(marks, before: round);
        if (round is not null && !saved.Has(round))
        {
            if (saved.IsFull)
            {
                return new NotSaved(NotSavedReason.TooManyRounds);
            }

            grown = grown.Add(round);
            key = KeyFor(context, Calendar.ForgottenAfter(_clock.Today()));
            if (key is null)
            {
                return new NotSaved(NotSavedReason.Failed);
            }
        }

        if (PackedSession.Pack(grown) is not { } packed)
        {
            return new NotSaved(NotSavedReason.TooLarge);
        }

        // Not even a new seal for what is already there.
        if (session is null || !packed.AsSpan().SequenceEqual(PackedSession.Pack(session)))
        {
            if (rows.Count == 0 && !_capacity.HasRoom(context))
            {
                return new NotSaved(NotSavedReason.Full);
            }

            Replace(context, rows, key!, code, packed);
        }

        return new Saved(key!.ForgottenAfter);
    }

    /// <summary>
    /// The key to save under. Null where sessions of that month have a key that is gone or another: one made in its place would be lost, with all that
    /// was saved under it, when the right one is put back.
    /// </summary>
    private MonthKey? KeyFor(StorageContext context, DateOnly month)
    {
        var checks = context.KeyChecks.Where(check => check.ForgottenAfter == month).ToList();
        if (checks.Count > 0)
        {
            return _keys.Of(month).FirstOrDefault(key => checks.Exists(check => check.IsOf(key)));
        }

        var own = _keys.Of(month);
        if (own.Count == 0)
        {
            if (context.SealedSessions.Any(row => row.ForgottenAfter == month))
            {
                return null;
            }

            own = [_keys.For(month)];
        }

        context.AddRange(own.Select(KeyCheck.Of));

        return own[0];
    }

    private bool IsDamaged(StorageContext context, ReturnCode code) =>
        _keys.Readable(_clock.Today()).Any(key => RowsOf(context, key, code).Any()) && Open(context, code) is null;

    private bool LacksKey(StorageContext context)
    {
        var today = _clock.Today();
        var keys = _keys.Readable(today);

        return context.KeyChecks.AsNoTracking().Where(check => check.ForgottenAfter >= today).ToList().Exists(check => !keys.Any(check.IsOf));
    }

    /// <summary>The session of the code and the key of its month; without one, what stands in its place and cannot be opened.</summary>
    private (Session? Session, MonthKey? Key, List<SealedSession> Rows) Find(StorageContext context, ReturnCode code)
    {
        (Session? Session, MonthKey? Key) found = default;
        var rows = new List<SealedSession>();

        // The code may have been saved last month, under last month's key.
        foreach (var key in _keys.Living(_clock.Today()))
        {
            if (RowsOf(context, key, code).SingleOrDefault() is not { } row)
            {
                continue;
            }

            rows.Add(row);
            if (key.Open(code, row.Blob) is { } packed)
            {
                var session = PackedSession.Unpack(packed)
                    ?? throw new InvalidDataException("A session was packed by a newer version of TenkTanken. It is left as it is.");
                found = (session, key);
            }
        }

        return (found.Session, found.Key, rows);
    }

    private static void Replace(StorageContext context, List<SealedSession> rows, MonthKey key, ReturnCode code, byte[] packed)
    {
        // By its name and not by its month: a month may have two keys, and a row is found by the one that has sealed it.
        var (lookup, blob) = (key.LookupOf(code), key.Seal(code, packed));
        if (rows.Find(row => row.Lookup.AsSpan().SequenceEqual(lookup)) is { } kept)
        {
            kept.Blob = blob;
            rows.Remove(kept);
        }
        else
        {
            context.Add(new SealedSession { Lookup = lookup, Blob = blob, ForgottenAfter = key.ForgottenAfter });
        }

        // Of a month before, under another key, or damaged: the new takes its place.
        context.RemoveRange(rows);
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

    /// <summary>The server's disk is full, or as many sessions are saved as there may be.</summary>
    Full,

    /// <summary>Something is wrong with the database or the keys. The log says what.</summary>
    Failed,

    /// <summary>The database or the keys could not be used when the site was started, and cannot yet. It is looked at again and again.</summary>
    Off,

    /// <summary>The ids are longer than 40 characters, or so many that the session does not fit.</summary>
    TooLarge,

    /// <summary>The session has <see cref="Session.MaxRounds"/> rounds already.</summary>
    TooManyRounds,

    /// <summary>There is no session with that code any more.</summary>
    Gone,
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
