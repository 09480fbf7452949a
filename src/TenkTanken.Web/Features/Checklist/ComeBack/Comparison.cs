using TenkTanken.Content;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>How an answer differs from the one before it. About what was answered, never about how somebody is.</summary>
public enum Change
{
    /// <summary>Noticed now, and not before.</summary>
    New,

    /// <summary>Noticed before, and not now. That does not mean that it is gone.</summary>
    NoLonger,

    /// <summary>Unsure before, answered otherwise now. That is an answer, and no certainty.</summary>
    NowKnown,

    /// <summary>Answered otherwise before, unsure now.</summary>
    NowUnsure,

    /// <summary>Considered now for the first time, and not noticed or unsure.</summary>
    FirstConsidered,

    /// <summary>Answered now, and in no checklist before.</summary>
    FirstAsked,
}

/// <summary>The rounds of a session beside each other, sign by sign. Named, never summed.</summary>
public sealed class Comparison(IReadOnlyList<Round> rounds, RoundQuestions questions)
{
    /// <summary>
    /// Against the last time the sign was considered, which need not be the round before: leaving a question out says
    /// nothing. Null where nothing differs, or nothing can be said.
    /// </summary>
    /// <param name="round">From 0.</param>
    public Change? Of(string sign, int round)
    {
        var considered = rounds.Take(round).LastOrDefault(earlier => earlier.Signs.ContainsKey(sign));

        if (round == 0 || !rounds[round].Signs.TryGetValue(sign, out var now))
        {
            return null;
        }

        return considered is null && !rounds.Take(round).Any(earlier => questions.Asked(sign, earlier))
            ? Change.FirstAsked
            : Between(considered?.Signs[sign], now);
    }

    private static Change? Between(SignAnswer? before, SignAnswer now) => (before, now) switch
    {
        (null or SignAnswer.NotNoticed, SignAnswer.Noticed) => Change.New,
        (SignAnswer.Noticed, SignAnswer.NotNoticed) => Change.NoLonger,
        (SignAnswer.Unsure, not SignAnswer.Unsure) => Change.NowKnown,
        (null, _) => Change.FirstConsidered,
        (not SignAnswer.Unsure, SignAnswer.Unsure) => Change.NowUnsure,
        _ => null,
    };

    /// <summary>What the last round brought, each change with its signs in the order of the checklist.</summary>
    public IEnumerable<(Change Change, IReadOnlyList<Sign> Signs)> OfLast(Content.Checklist checklist) =>
        from sign in checklist.Signs
        let change = Of(sign.Id, rounds.Count - 1)
        where change is not null
        group sign by change.Value into changed
        orderby changed.Key
        select (changed.Key, (IReadOnlyList<Sign>)[.. changed]);
}

public static class ChangeWords
{
    public static string Say(this ChangeTexts texts, Change change) => change switch
    {
        Change.New => texts.New,
        Change.NoLonger => texts.NoLonger,
        Change.NowKnown => texts.NowKnown,
        Change.NowUnsure => texts.NowUnsure,
        Change.FirstAsked => texts.FirstAsked,
        _ => texts.FirstConsidered,
    };
}
