namespace TenkTanken.Content;

/// <summary>The indicator checklist of an edition in one language.</summary>
/// <param name="BeforeYouBegin">For one's own thinking, after the meeting, not a test, not the record.</param>
/// <param name="Caveat">The double caveat. Wherever signs are shown, it is shown too.</param>
/// <param name="NothingNoticed">What the reflection says then: no reassurance.</param>
/// <param name="OnlyContext">What the reflection says when only context-only signs were noticed: no next step.</param>
public sealed record Checklist(
    Section BeforeYouBegin,
    Section Caveat,
    Section NothingNoticed,
    Section OnlyContext,
    string SignsTitle,
    string PlansTitle,
    IReadOnlyList<Sign> Signs,
    IReadOnlyList<PlannedStep> Plans)
{
    internal const string SignsSection = "signs";
    private const string PlansSection = "plans";

    internal static readonly IReadOnlyList<string> RequiredSections =
        ["before-you-begin", "caveat", SignsSection, "nothing-noticed", "only-context", PlansSection];

    public Sign? Sign(string id) => Signs.FirstOrDefault(sign => sign.Id == id);

    public PlannedStep? Plan(string id) => Plans.FirstOrDefault(plan => plan.Id == id);

    internal static Checklist From(Page page, IReadOnlyList<SignStructure> structure) => new(
        page.Section("before-you-begin")!,
        page.Section("caveat")!,
        page.Section("nothing-noticed")!,
        page.Section("only-context")!,
        page.Section(SignsSection)!.Title,
        page.Section(PlansSection)!.Title,
        [.. page.Section(SignsSection)!.Sections.Select(section => Content.Sign.From(section, structure))],
        [.. page.Section(PlansSection)!.Sections.Select(section => new PlannedStep(section.Id, section.Title, section.Body))]);
}

/// <summary>An indicator: something one may have noticed.</summary>
/// <param name="Why">Why we look for it.</param>
/// <param name="Ordinary">What it more often comes from. A sign is never shown without it.</param>
/// <param name="Next">The next safe step.</param>
/// <param name="ContextOnly">It says nothing alone (a place, a country).</param>
/// <param name="Matters">Ids of steps in the conversation and notes that matter when this was noticed.</param>
public sealed record Sign(
    string Id,
    string Title,
    Part Why,
    Part Ordinary,
    Part Next,
    bool ContextOnly,
    IReadOnlyList<string> Matters)
{
    internal static Sign From(Section section, IReadOnlyList<SignStructure> structure)
    {
        var own = structure.First(sign => sign.Id == section.Id);

        return new(
            section.Id,
            section.Title,
            section.Parts.The(PartKind.Why),
            section.Parts.The(PartKind.Ordinary),
            section.Parts.The(PartKind.Next),
            own.ContextOnly,
            own.Matters);
    }
}

/// <summary>Something a helper may plan to do.</summary>
public sealed record PlannedStep(string Id, string Title, Html Body);

/// <summary>What <c>edition.yaml</c> says of a sign, once for every language.</summary>
internal sealed record SignStructure(string Id, bool ContextOnly, IReadOnlyList<string> Matters, int Line);
