using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace TenkTanken.Data.Rooms;

/// <summary>
/// All rooms there are. What is answered is on disk before it is said to be, and is there after a restart; when a room is over, nothing of
/// it is left in the bytes of the file.
/// </summary>
/// <remarks>
/// Whoever changes a room says which vote they saw as its last, null for none. Where somebody has gone on meanwhile, nothing is done: so the
/// same press, sent twice, is done once.
/// </remarks>
public sealed class Rooms
{
    /// <summary>Forgetting comes once an hour, so that a day after the beginning nothing is left.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(23);

    /// <summary>Nobody needs an account to open one, so somebody might open them without end.</summary>
    public const int MostRooms = 1000;

    /// <summary>Of one room: more than a day has time for.</summary>
    public const int MostVotes = 200;

    /// <summary>Made once, and not each time a phone looks.</summary>
    private static readonly Func<RoomsContext, string, byte[], CancellationToken, Task<long?>> Packed = EF.CompileAsyncQuery(
        (RoomsContext context, string vote, byte[] hash, CancellationToken _) =>
            context.Answers.Where(row => row.Vote == vote && row.Hash == hash).Select(row => (long?)row.Options).FirstOrDefault());

    private readonly ConcurrentDictionary<string, LiveRoom> _live = new();

    /// <summary>Codes of rooms that are not stored yet: two that were opened in one moment once drew the same.</summary>
    private readonly ConcurrentDictionary<string, bool> _beingOpened = new();

    private readonly IDbContextFactory<RoomsContext> _contexts;
    private readonly StorageWriter<RoomsContext> _writer;
    private readonly TimeProvider _time;

    // Only the writer's thread counts, so that of two changes it can be told which came last.
    private long _written;

    internal Rooms(IDbContextFactory<RoomsContext> contexts, StorageWriter<RoomsContext> writer, TimeProvider time) =>
        (_contexts, _writer, _time) = (contexts, writer, time);

    /// <summary>Those that are still open after a restart.</summary>
    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var votes = (await context.Votes.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(vote => vote.Room);
        var joined = await context.Participants.GroupBy(row => row.Room).Select(of => new { of.Key, Count = of.Count() })
            .ToDictionaryAsync(of => of.Key, of => of.Count, cancellationToken);
        var answers = await context.Answers.GroupBy(row => row.Vote).Select(of => new { of.Key, Count = of.Count() })
            .ToDictionaryAsync(of => of.Key, of => of.Count, cancellationToken);
        foreach (var row in await context.Rooms.AsNoTracking().Where(room => room.EndsAt > now).ToListAsync(cancellationToken))
        {
            var live = new LiveRoom(Of(row), row.Key);
            live.Join(joined.GetValueOrDefault(row.Id));
            live.Take(++_written, Of(votes[row.Id]));
            foreach (var vote in votes[row.Id])
            {
                live.Answer(vote.Id, answers.GetValueOrDefault(vote.Id));
            }

            _live[row.Id] = live;
        }
    }

    /// <summary>Null where there is none, or it is over.</summary>
    public Room? Find(string id) => Living(id)?.See();

    /// <param name="code">As <see cref="JoinCode.Read"/> gives it.</param>
    public Room? WithCode(string code) => _live.FirstOrDefault(one => one.Value.Code == code).Key is { } id ? Find(id) : null;

    /// <summary>What a phone is called from now on, in its own address and nowhere else.</summary>
    public static string DrawParticipant() => RoomKey.DrawId();

    /// <summary>Whether it may have been drawn here.</summary>
    public static bool IsParticipant(string text) => RoomKey.IsId(text);

    /// <param name="address">Where phones find the site.</param>
    /// <returns>The room, where it was opened.</returns>
    public async Task<(RoomEnd End, Room? Room)> OpenAsync(string address, bool isRehearsal, CancellationToken cancellationToken = default)
    {
        if (_live.Keys.Count(id => Living(id) is not null) >= MostRooms)
        {
            return (RoomEnd.Full, null);
        }

        var row = new StoredRoom
        {
            Id = RoomKey.DrawId(),
            Key = RoomKey.Draw(),
            Code = DrawCode(),
            Address = address,
            IsRehearsal = isRehearsal,
            EndsAt = (_time.GetUtcNow() + Life).ToUnixTimeSeconds(),
        };
        try
        {
            var outcome = await _writer.WriteAsync(
                context =>
                {
                    context.Rooms.Add(row);

                    return true;
                },
                cancellationToken);
            if (outcome.End is not WriteEnd.Written)
            {
                return (RoomEnd.NotStored, null);
            }

            var live = _live[row.Id] = new LiveRoom(Of(row), row.Key);

            return (RoomEnd.Done, live.See());
        }
        finally
        {
            _beingOpened.TryRemove(row.Code, out _);
        }
    }

    /// <summary>Somebody comes in. The same participant, sent twice, is one.</summary>
    /// <param name="participant">See <see cref="DrawParticipant"/>.</param>
    /// <param name="most">How many there may be.</param>
    public async Task<RoomEnd> JoinAsync(string room, string participant, int most, CancellationToken cancellationToken = default)
    {
        if (Living(room) is not { } live)
        {
            return RoomEnd.Gone;
        }

        var hash = RoomKey.OfParticipant(live.Key, participant);

        return await TakeAsync(
            context =>
            {
                // Only where the room is still there: nothing may be left of one that is over. In one statement, since a hall waits for it.
                var written = context.Database.ExecuteSql(
                    $"""
                    INSERT INTO Participant (Room, Hash) SELECT Id, {hash} FROM Room
                    WHERE Id = {room} AND (SELECT COUNT(*) FROM Participant WHERE Room = {room}) < {most} ON CONFLICT DO NOTHING
                    """);

                return written > 0 ? new Taken(RoomEnd.Done, IsNew: true)
                    : context.Participants.Any(row => row.Room == room && row.Hash == hash) ? new Taken(RoomEnd.Done)
                    : context.Rooms.Any(row => row.Id == room) ? new Taken(RoomEnd.Full)
                    : new Taken(RoomEnd.Gone);
            },
            () => live.Join(),
            cancellationToken);
    }

    /// <summary>One participant has one answer in a vote, and may change it as long as that is open.</summary>
    public async Task<RoomEnd> AnswerAsync(
        string room,
        string vote,
        string participant,
        IReadOnlyCollection<string> chosen,
        CancellationToken cancellationToken = default)
    {
        if (Living(room) is not { } live || live.See().Votes.FirstOrDefault(asked => asked.Id == vote) is not { } seen)
        {
            return RoomEnd.Gone;
        }

        if (seen.Question.Pack(chosen) is not { } options)
        {
            return RoomEnd.NoAnswer;
        }

        var hash = RoomKey.OfAnswer(live.Key, vote, participant);

        // What is open is asked of the database, in the order in which it is written: none comes in after the end.
        return await TakeAsync(
            context =>
                context.Database.ExecuteSql(
                    $"""
                    INSERT INTO Answer (Vote, Hash, Options) SELECT Id, {hash}, {options} FROM Vote
                    WHERE Id = {vote} AND IsOpen ON CONFLICT DO NOTHING
                    """) > 0
                    ? new Taken(RoomEnd.Done, IsNew: true)
                : context.Database.ExecuteSql(
                    $"UPDATE Answer SET Options = {options} WHERE Vote = (SELECT Id FROM Vote WHERE Id = {vote} AND IsOpen) AND Hash = {hash}") > 0
                    ? new Taken(RoomEnd.Done)
                : new Taken(RoomEnd.Closed),
            () => live.Answer(vote),
            cancellationToken);
    }

    /// <summary>What this participant has chosen; null where nothing was sent.</summary>
    public async Task<IReadOnlyList<string>?> ChosenAsync(string room, string vote, string participant, CancellationToken cancellationToken = default)
    {
        if (Living(room) is not { } live || live.See().Votes.FirstOrDefault(asked => asked.Id == vote) is not { } seen)
        {
            return null;
        }

        var hash = RoomKey.OfAnswer(live.Key, vote, participant);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);

        return await Packed(context, vote, hash, cancellationToken) is { } options ? seen.Question.Unpack(options) : null;
    }

    /// <summary>Asks something. What was asked before is closed.</summary>
    /// <exception cref="ArgumentException">There are too many options, or none, or one that is no id.</exception>
    public Task<RoomEnd> AskAsync(string room, string? seen, Question question, CancellationToken cancellationToken = default)
    {
        if (question.Options.Count is 0 or > Question.Most || !question.Options.All(Question.IsId))
        {
            throw new ArgumentException("A question has up to 62 options, each with an id without spaces.", nameof(question));
        }

        return ChangeAsync(room, seen, (context, votes) => Ask(context, room, votes, question, (votes.LastOrDefault()?.Number ?? 0) + 1), cancellationToken);
    }

    /// <summary>Asks the same once more, to be seen beside what was answered before.</summary>
    public Task<RoomEnd> AskAgainAsync(string room, string seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(room, seen, (context, votes) => Ask(context, room, votes, Of(votes[^1]).Question, votes[^1].Number), cancellationToken);

    /// <summary>Whether answers are taken.</summary>
    public Task<RoomEnd> SetOpenAsync(string room, string seen, bool isOpen, CancellationToken cancellationToken = default) =>
        ChangeAsync(room, seen, (context, votes) =>
        {
            votes[^1].IsOpen = isOpen;
            MoveTotals(context, votes[^1]);

            return RoomEnd.Done;
        }, cancellationToken);

    /// <summary>Whether totals are to be seen, of each time that was asked: those who talk first look at both afterwards.</summary>
    public Task<RoomEnd> SetRevealedAsync(string room, string seen, bool isRevealed, CancellationToken cancellationToken = default) =>
        ChangeAsync(room, seen, (context, votes) =>
        {
            foreach (var vote in votes.Where(vote => vote.Number == votes[^1].Number))
            {
                vote.IsRevealed = isRevealed;
                MoveTotals(context, vote);
            }

            return RoomEnd.Done;
        }, cancellationToken);

    /// <summary>Brings what is shown up to date, if it may be.</summary>
    public Task<RoomEnd> MoveTotalsAsync(string room, string seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(room, seen, (context, votes) => MoveTotals(context, votes[^1]) ? RoomEnd.Done : RoomEnd.Closed, cancellationToken);

    /// <summary>All of it is gone, and the key with it. Done again, nothing happens.</summary>
    public async Task<RoomEnd> EndAsync(string room, CancellationToken cancellationToken = default)
    {
        if (Living(room) is null)
        {
            return RoomEnd.Gone;
        }

        var outcome = await _writer.WriteAndTidyAsync(
            context =>
            {
                Delete(context, context.Rooms.Where(row => row.Id == room));

                return true;
            },
            cancellationToken);
        if (outcome.End is not WriteEnd.Written)
        {
            return RoomEnd.NotStored;
        }

        _live.TryRemove(room, out _);

        return RoomEnd.Done;
    }

    /// <summary>Deletes those that are over.</summary>
    internal async Task<WriteEnd> DeleteDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seconds = now.ToUnixTimeSeconds();
        var outcome = await _writer.WriteAndTidyAsync(
            context =>
            {
                Delete(context, context.Rooms.Where(room => room.EndsAt <= seconds));

                return true;
            },
            cancellationToken);
        foreach (var id in _live.Keys.Where(id => Living(id) is null))
        {
            _live.TryRemove(id, out _);
        }

        return outcome.End;
    }

    private LiveRoom? Living(string id) => _live.TryGetValue(id, out var live) && _time.GetUtcNow() < live.EndsAt ? live : null;

    private string DrawCode()
    {
        string code;
        do
        {
            code = JoinCode.Draw();
        }
        while (_live.Values.Any(room => room.Code == code) || !_beingOpened.TryAdd(code, true));

        return code;
    }

    /// <param name="count">Of what is new and on the disk.</param>
    private async Task<RoomEnd> TakeAsync(Func<RoomsContext, Taken> write, Action count, CancellationToken cancellationToken)
    {
        var outcome = await _writer.WriteAsync(write, cancellationToken);
        if (outcome.End is not WriteEnd.Written)
        {
            return RoomEnd.NotStored;
        }

        if (outcome.Value.IsNew)
        {
            count();
        }

        return outcome.Value.End;
    }

    private async Task<RoomEnd> ChangeAsync(
        string room,
        string? seen,
        Func<RoomsContext, List<StoredVote>, RoomEnd> change,
        CancellationToken cancellationToken)
    {
        if (Living(room) is not { } live)
        {
            return RoomEnd.Gone;
        }

        var outcome = await _writer.WriteAsync(
            context =>
            {
                var votes = context.Votes.Where(vote => vote.Room == room).OrderBy(vote => vote.Place).ToList();
                var end = !context.Rooms.Any(row => row.Id == room) ? RoomEnd.Gone
                    : votes.LastOrDefault()?.Id != seen ? RoomEnd.Closed
                    : change(context, votes);

                return (End: end, Order: ++_written, Votes: Of(votes));
            },
            cancellationToken);
        if (outcome.End is not WriteEnd.Written)
        {
            return RoomEnd.NotStored;
        }

        live.Take(outcome.Value.Order, outcome.Value.Votes);

        return outcome.Value.End;
    }

    private static RoomEnd Ask(RoomsContext context, string room, List<StoredVote> votes, Question question, int number)
    {
        if (votes.Count >= MostVotes)
        {
            return RoomEnd.Full;
        }

        votes.ForEach(vote => vote.IsOpen = false);
        var asked = new StoredVote
        {
            Id = RoomKey.DrawId(),
            Room = room,
            Place = votes.Count,
            Number = number,
            Question = question.Name,
            Options = string.Join(' ', question.Options),
            IsSingle = question.IsSingle,
            IsOpen = true,
        };
        context.Votes.Add(asked);
        votes.Add(asked);

        return RoomEnd.Done;
    }

    /// <summary>
    /// Makes what is shown what has been answered, where it may be: it is revealed, at least <see cref="Totals.Fewest"/> have answered, and as
    /// many answers are new or other ones since it was shown last. All in one transaction, so that also after a crash it is known what was shown.
    /// </summary>
    private static bool MoveTotals(RoomsContext context, StoredVote vote)
    {
        var answers = context.Answers.Where(answer => answer.Vote == vote.Id);
        if (!vote.IsRevealed || answers.Count(answer => answer.Shown == null || answer.Shown != answer.Options) < Totals.Fewest)
        {
            return false;
        }

        var given = answers.GroupBy(answer => answer.Options).Select(same => new { Options = same.Key, Count = same.Count() }).ToList();
        var counts = Enumerable.Range(0, vote.Options.Split(' ').Length)
            .Select(place => given.Where(same => (same.Options & (1L << place)) != 0).Sum(same => same.Count));
        answers.ExecuteUpdate(all => all.SetProperty(answer => answer.Shown, answer => answer.Options));
        vote.ShownAnswers = given.Sum(same => same.Count);
        vote.ShownCounts = string.Join(' ', counts.Select(count => count.ToString(CultureInfo.InvariantCulture)));

        return true;
    }

    private static void Delete(RoomsContext context, IQueryable<StoredRoom> rooms)
    {
        var votes = context.Votes.Where(vote => rooms.Any(room => room.Id == vote.Room));
        context.Answers.Where(answer => votes.Any(vote => vote.Id == answer.Vote)).ExecuteDelete();
        votes.ExecuteDelete();
        context.Participants.Where(participant => rooms.Any(room => room.Id == participant.Room)).ExecuteDelete();
        rooms.ExecuteDelete();
    }

    private static Room Of(StoredRoom row) =>
        new(row.Id, row.Code, row.Address, row.IsRehearsal, DateTimeOffset.FromUnixTimeSeconds(row.EndsAt), Joined: 0, Votes: []);

    private static List<Vote> Of(IEnumerable<StoredVote> votes) => [.. votes.OrderBy(vote => vote.Place).Select(Of)];

    private static Vote Of(StoredVote row) => new(
        row.Id,
        row.Number,
        new Question(row.Question, row.Options.Split(' '), row.IsSingle),
        row.IsOpen,
        row.IsRevealed,
        Answers: 0,
        row is { ShownAnswers: { } answers, ShownCounts: { } counts }
            ? new Totals(answers, [.. counts.Split(' ').Select(count => int.Parse(count, CultureInfo.InvariantCulture))])
            : null);

    private readonly record struct Taken(RoomEnd End, bool IsNew = false);
}
