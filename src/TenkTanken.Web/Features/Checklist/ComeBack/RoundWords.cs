using TenkTanken.Content;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>Rounds in words: each in those of the edition it was filled in with.</summary>
public static class RoundWords
{
    /// <summary>Null when the edition is not on this server.</summary>
    public static Content.Checklist? ChecklistOf(this ContentLibrary library, Round round, Language language) =>
        library.Editions.GetValueOrDefault(round.Edition)?.ToFillIn(language)?.Checklist;

    /// <summary>Every sign the rounds were asked about; the last round's words first.</summary>
    public static IEnumerable<Sign> SignsOf(this ContentLibrary library, IReadOnlyList<Round> rounds, Language language) =>
        rounds.Reverse().SelectMany(round => library.ChecklistOf(round, language)?.Signs ?? []).DistinctBy(sign => sign.Id);

    /// <summary>Every step that was planned; the words of the last round that planned it.</summary>
    public static IEnumerable<PlannedStep> PlansOf(this ContentLibrary library, IReadOnlyList<Round> rounds, Language language) =>
        rounds.Reverse()
            .SelectMany(round => (library.ChecklistOf(round, language)?.Plans ?? []).Where(plan => round.Plans.ContainsKey(plan.Id)))
            .DistinctBy(plan => plan.Id);

    public static string Say(this ChecklistTexts texts, SignAnswer? answer) => answer switch
    {
        SignAnswer.Noticed => texts.Noticed,
        SignAnswer.Unsure => texts.Unsure,
        SignAnswer.NotNoticed => texts.NotNoticed,
        _ => texts.NotConsidered,
    };

    public static string Say(this PlanTexts texts, PlanState state) => state switch
    {
        PlanState.Done => texts.Done,
        PlanState.NotDone => texts.NotDone,
        PlanState.NoLongerRelevant => texts.NoLongerRelevant,
        _ => texts.Planned,
    };
}
