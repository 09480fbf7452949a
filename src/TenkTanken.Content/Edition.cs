namespace TenkTanken.Content;

/// <summary>An edition of the content. Once published it never vanishes.</summary>
/// <param name="Words">By language code.</param>
public sealed record Edition(
    string Id,
    EditionStatus Status,
    DateOnly Date,
    IReadOnlyDictionary<string, EditionWords> Words)
{
    /// <summary>The edition in that language, or in its first where it does not have it.</summary>
    public EditionWords In(Language language) => Words.GetValueOrDefault(language.Code) ?? Words.Values.First();
}

public enum EditionStatus
{
    Draft,
    Published,
    Withdrawn,
}

/// <summary>An edition in one language.</summary>
/// <param name="Pages">In the order of <c>edition.yaml</c>.</param>
/// <param name="Menu">The pages of the menu at the top.</param>
/// <param name="Cases">Situations to think through and to practise on, in the order of their pages.</param>
/// <param name="AlwaysMatters">What every reflection shows, whatever was ticked.</param>
/// <param name="ReflectionContacts">The parts of the contact page that stand in the reflection.</param>
public sealed record EditionWords(
    IReadOnlyList<Page> Pages,
    IReadOnlyList<Page> Menu,
    Checklist Checklist,
    IReadOnlyList<Case> Cases,
    Practice Practice,
    IReadOnlyList<Section> AlwaysMatters,
    IReadOnlyList<Section> ReflectionContacts)
{
    public Page? At(string slug) => Pages.FirstOrDefault(page => page.Slug == slug);

    public Page Page(string id) => Pages.First(page => page.Id == id);

    public Case? Case(string id) => Cases.FirstOrDefault(situation => situation.Id == id);

    public Page The(PageKind kind) => Pages.First(page => page.Kind == kind);

    /// <summary>The steps and notes a reflection brings in place for these signs, each once, in the order of the pages.</summary>
    public IReadOnlyList<Section> MattersFor(IEnumerable<Sign> signs)
    {
        var wanted = signs.SelectMany(sign => sign.Matters).Concat(AlwaysMatters.Select(section => section.Id)).ToHashSet();

        return [.. StepsAndNotes(Pages).Where(section => wanted.Contains(section.Id))];
    }

    /// <summary>What a sign may point to as mattering: the steps of the conversation and the notes.</summary>
    internal static IEnumerable<Section> StepsAndNotes(IEnumerable<Page> pages) =>
        pages.Where(page => page.Kind is PageKind.Conversation or PageKind.Notes).SelectMany(page => page.Sections);
}
