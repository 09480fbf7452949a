namespace TenkTanken.Content;

/// <summary>The guide to what the law asks: three questions, and the rules that each answer brings into play.</summary>
/// <param name="BeforeYouBegin">That it is guidance, awaiting legal sign-off, and that nothing is stored.</param>
public sealed record Duties(Section BeforeYouBegin, IReadOnlyList<DutyQuestion> Questions, Section RulesIntro, IReadOnlyList<DutyRule> Rules)
{
    internal const string RulesSection = "rules";
    private const string BeforeSection = "before-duties";

    internal static readonly IReadOnlyList<string> QuestionSections = ["question-minor", "question-danger", "question-agreement"];

    internal static readonly IReadOnlyList<string> RequiredSections = [BeforeSection, .. QuestionSections, RulesSection];

    /// <param name="structure">Which rules each answer brings.</param>
    internal static Duties From(Page page, IReadOnlyList<DutyStructure> structure)
    {
        var rules = page.Section(RulesSection)!.Sections.Select(rule => new DutyRule(rule.Id, rule.Title, rule.Parts)).ToList();

        return new(
            page.Section(BeforeSection)!,
            [.. QuestionSections.Select(id => page.Section(id)!).Select(question => new DutyQuestion(
                question.Id,
                question.Title,
                question.Body,
                [.. question.Sections.Select(answer => new DutyAnswer(answer.Id, answer.Title, answer.Body, RulesOf(answer.Id)))]))],
            page.Section(RulesSection)!,
            rules);

        IReadOnlyList<DutyRule> RulesOf(string answer) =>
            [.. structure.Where(own => own.Answer == answer).SelectMany(own => own.Rules).Select(id => rules.First(rule => rule.Id == id))];
    }
}

public sealed record DutyQuestion(string Id, string Title, Html Body, IReadOnlyList<DutyAnswer> Answers);

/// <param name="Rules">The rules that come into play then.</param>
public sealed record DutyAnswer(string Id, string Title, Html Body, IReadOnlyList<DutyRule> Rules);

/// <param name="Parts">What the rule asks one to do or lets one do, what it does not ask where people often think so, and the law itself, as a fact.</param>
public sealed record DutyRule(string Id, string Title, IReadOnlyList<Part> Parts);

/// <summary>What <c>edition.yaml</c> says of an answer, once for every language.</summary>
internal sealed record DutyStructure(string Answer, IReadOnlyList<string> Rules, int Line);
