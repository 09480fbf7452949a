using System.Collections.Concurrent;

namespace TenkTanken.Data.Rooms;

/// <summary>What is known of a room without asking its database: hundreds of phones ask at the same moment.</summary>
internal sealed class LiveRoom(Room opened, byte[] key)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, int> _answers = new();
    private IReadOnlyList<Vote> _votes = [];
    private long _written;
    private int _joined;

    public byte[] Key => key;

    public string Code => opened.Code;

    public DateTimeOffset EndsAt => opened.EndsAt;

    public Room See()
    {
        lock (_lock)
        {
            return opened with { Joined = _joined, Votes = [.. _votes.Select(vote => vote with { Answers = _answers.GetValueOrDefault(vote.Id) })] };
        }
    }

    /// <param name="order">Of the writing: what comes late changes nothing.</param>
    public void Take(long order, IReadOnlyList<Vote> votes)
    {
        lock (_lock)
        {
            if (order > _written)
            {
                (_written, _votes) = (order, votes);
            }
        }
    }

    public void Join(int people = 1) => Interlocked.Add(ref _joined, people);

    public void Answer(string vote, int people = 1) => _answers.AddOrUpdate(vote, people, (_, before) => before + people);
}
