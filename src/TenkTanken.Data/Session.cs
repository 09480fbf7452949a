namespace TenkTanken.Data;

/// <summary>What a helper ticked for a sign. A sign that was not considered is not in the round at all.</summary>
public enum SignAnswer : byte
{
    NotNoticed = 1,
    Unsure = 2,
    Noticed = 3,
}

/// <summary>What became of a planned step.</summary>
public enum PlanState : byte
{
    Planned = 0,
    Done = 1,
    NotDone = 2,
    NoLongerRelevant = 3,
}

/// <summary>Tells a round from every other, so that one sent twice is recognised. Must say nothing about when.</summary>
public readonly record struct RoundId(ulong Value);

/// <summary>The checklist answered once.</summary>
/// <param name="Edition">The edition whose words were answered.</param>
/// <param name="Signs">By sign id.</param>
/// <param name="Plans">By id of the planned step.</param>
/// <remarks>Every id is at most 40 of the characters a-z, 0-9 and hyphen: nothing else can be stored, no words of anybody's.</remarks>
public sealed record Round(
    RoundId Id,
    string Edition,
    IReadOnlyDictionary<string, SignAnswer> Signs,
    IReadOnlyDictionary<string, PlanState> Plans);

/// <summary>What a return code opens.</summary>
/// <param name="Rounds">In the order they were saved.</param>
public sealed record Session(IReadOnlyList<Round> Rounds)
{
    public const int MaxRounds = 12;

    public bool IsFull => Rounds.Count == MaxRounds;

    /// <summary>By id of the planned step, what became of it: as the last round says that planned it.</summary>
    public IReadOnlyDictionary<string, PlanState> Plans =>
        Rounds.SelectMany(round => round.Plans).GroupBy(plan => plan.Key).ToDictionary(plan => plan.Key, plan => plan.Last().Value);

    public bool Has(Round round) => Rounds.Any(saved => saved.Id == round.Id);

    /// <summary>With steps marked in the last round that planned them. What was never planned cannot be marked.</summary>
    /// <param name="before">
    /// The round that is sent together with the marks. They are about what was planned before it: when both are sent
    /// again, its own plans must not take the marks.
    /// </param>
    internal Session Mark(IReadOnlyDictionary<string, PlanState> marks, Round? before)
    {
        var rounds = Rounds.ToArray();
        var earlier = rounds.TakeWhile(round => round.Id != before?.Id).ToArray();
        foreach (var (plan, state) in marks)
        {
            var last = Array.FindLastIndex(earlier, round => round.Plans.ContainsKey(plan));
            if (last >= 0)
            {
                rounds[last] = rounds[last] with { Plans = new Dictionary<string, PlanState>(rounds[last].Plans) { [plan] = state } };
            }
        }

        return new(rounds);
    }

    internal Session Add(Round round) => new([.. Rounds, round]);
}

/// <param name="ForgottenAfter">The last day (UTC) the session can be opened.</param>
public sealed record OpenedSession(Session Session, DateOnly ForgottenAfter);
