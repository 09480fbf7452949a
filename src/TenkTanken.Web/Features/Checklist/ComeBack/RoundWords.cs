using TenkTanken.Content;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>Rounds in words: each in those of the edition it was filled in with.</summary>
public static class RoundWords
{
    /// <summary>Null when the edition is not on this server.</summary>
    public static EditionWords? WordsOf(this ContentLibrary library, Round round, Language language) =>
        library.Editions.GetValueOrDefault(round.Edition)?.ToFillIn(language);

    public static EditionWords WordsOf(this ContentLibrary library, Answers answers, Language language) =>
        library.Editions[answers.Edition].ToFillIn(language)!;

    /// <summary>Every sign the rounds were asked about; the last round's words first.</summary>
    public static IEnumerable<InWords<Sign>> SignsOf(this ContentLibrary library, IReadOnlyList<Round> rounds, Language language) =>
        rounds.Reverse()
            .Select(round => library.WordsOf(round, language))
            .OfType<EditionWords>()
            .SelectMany(words => words.Checklist.Signs.Select(sign => new InWords<Sign>(sign, words.Language)))
            .DistinctBy(sign => sign.What.Id);

    /// <summary>Every step that was planned; the words of the last round that planned it.</summary>
    public static IEnumerable<InWords<PlannedStep>> PlansOf(this ContentLibrary library, IReadOnlyList<Round> rounds, Language language) =>
        rounds.Reverse()
            .SelectMany(round => library.WordsOf(round, language) is { } words
                ? words.Checklist.Plans.Where(plan => round.Plans.ContainsKey(plan.Id)).Select(plan => new InWords<PlannedStep>(plan, words.Language))
                : [])
            .DistinctBy(plan => plan.What.Id);

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

/// <param name="Language">The code of the language it is told in: the reader's, unless its edition does not have that.</param>
public readonly record struct InWords<T>(T What, string Language);
