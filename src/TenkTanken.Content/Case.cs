namespace TenkTanken.Content;

/// <summary>A situation, made up: a story to think through, and to practise on.</summary>
/// <param name="Wonder">What one may wonder about: what the story does not tell.</param>
/// <param name="Ordinary">Ordinary explanations of the whole.</param>
/// <param name="Choices">What one might do first, as words for a button: all of it reasonable, none the right one. Empty where nothing is asked.</param>
/// <param name="Next">The next safe step.</param>
/// <param name="Seen">By sign id: what in the story may point to the sign. Of the other signs the story says nothing.</param>
public sealed record Case(
    string Id,
    string Title,
    Html Story,
    Part Wonder,
    Part Ordinary,
    IReadOnlyList<Html> Choices,
    Part Next,
    IReadOnlyDictionary<string, Part> Seen)
{
    internal static Case From(Section section) => new(
        section.Id,
        section.Title,
        section.Body,
        section.Parts.The(PartKind.Wonder),
        section.Parts.The(PartKind.Ordinary),
        section.Parts.FirstOrDefault(part => part.Kind == PartKind.Choices)?.Choices ?? [],
        section.Parts.The(PartKind.Next),
        section.SignParts);
}

/// <summary>What the page for practising on a case says around the cases.</summary>
/// <param name="Before">What it is, that it may come close, and that one can stop.</param>
/// <param name="TakeAlong">What to take along when one is done.</param>
public sealed record Practice(Section Before, Section TakeAlong)
{
    private const string BeforeSection = "before-practice";
    private const string TakeAlongSection = "take-along";

    internal static readonly IReadOnlyList<string> RequiredSections = [BeforeSection, TakeAlongSection];

    internal static Practice From(Page page) => new(page.Section(BeforeSection)!, page.Section(TakeAlongSection)!);
}
