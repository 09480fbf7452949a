namespace TenkTanken.Data.Rooms;

/// <summary>People who work on the same thing at the same time, each with a phone. Of them nothing is known but how many they are.</summary>
/// <param name="Id">For protected tokens: whoever has it may ask, answer and end.</param>
/// <param name="Code">What one types to join (<see cref="JoinCode"/>).</param>
/// <param name="Address">Where phones find the site, in the words of whoever opened the room.</param>
/// <param name="IsRehearsal">Answers are made up.</param>
/// <param name="EndsAt">By then it is over, whether or not anybody ended it.</param>
/// <param name="Joined">How many have come in.</param>
/// <param name="Votes">In the order in which they were asked.</param>
public sealed record Room(
    string Id,
    string Code,
    string Address,
    bool IsRehearsal,
    DateTimeOffset EndsAt,
    int Joined,
    IReadOnlyList<Vote> Votes)
{
    /// <summary>The last one that was asked.</summary>
    public Vote? Current => Votes.Count > 0 ? Votes[^1] : null;
}

/// <summary>What a room is asked.</summary>
/// <param name="Name">Of whoever asks: what it is about.</param>
/// <param name="Options">Ids of what can be chosen, at most <see cref="Most"/>.</param>
/// <param name="IsSingle">One chooses one of them; otherwise as many as one likes, or none.</param>
public sealed record Question(string Name, IReadOnlyList<string> Options, bool IsSingle)
{
    /// <summary>An answer is a bit for each, in 64.</summary>
    public const int Most = 62;

    internal static bool IsId(string option) => option.Length > 0 && !option.Contains(' ', StringComparison.Ordinal);

    /// <summary>Null where it is no answer to this.</summary>
    internal long? Pack(IReadOnlyCollection<string> chosen)
    {
        var places = chosen.Distinct().Select(option => Options.TakeWhile(known => known != option).Count()).ToList();

        return places.TrueForAll(place => place < Options.Count) && (!IsSingle || places.Count == 1)
            ? places.Aggregate(0L, (packed, place) => packed | (1L << place))
            : null;
    }

    internal IReadOnlyList<string> Unpack(long packed) => [.. Options.Where((_, place) => (packed & (1L << place)) != 0)];
}

/// <summary>One time of asking. The same question, asked again when people have talked, is another.</summary>
/// <param name="Number">Of the question: the same for those that are to be seen side by side.</param>
/// <param name="Answers">How many have answered. Not what.</param>
/// <param name="IsRevealed">Whether the totals are to be seen.</param>
/// <param name="Shown">The totals as they were shown last, and the only ones there are; null until they may be.</param>
public sealed record Vote(string Id, int Number, Question Question, bool IsOpen, bool IsRevealed, int Answers, Totals? Shown);

/// <summary>How many have chosen what.</summary>
/// <param name="Answers">How many have answered, whatever they chose.</param>
/// <param name="Counts">In the order of the question's options.</param>
public sealed record Totals(int Answers, IReadOnlyList<int> Counts)
{
    /// <summary>
    /// Of fewer nothing is shown, and what is shown is not changed by fewer: otherwise who looks before and after somebody has answered
    /// knows the answer.
    /// </summary>
    public const int Fewest = 5;
}

public enum RoomEnd
{
    Done,

    /// <summary>There is no such room, or no longer.</summary>
    Gone,

    /// <summary>It was not open, or somebody has gone on meanwhile.</summary>
    Closed,

    /// <summary>It is no answer to what is asked.</summary>
    NoAnswer,

    /// <summary>There are as many as there can be.</summary>
    Full,

    /// <summary>Not stored: too much waits, the disk is full or the database cannot be written. Nothing has changed.</summary>
    NotStored,
}
