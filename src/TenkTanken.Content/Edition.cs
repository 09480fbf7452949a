namespace TenkTanken.Content;

/// <summary>An edition of the content. Once published it never vanishes.</summary>
/// <param name="Previous">The edition it came after; null for the first.</param>
/// <param name="Signs">Ids of its signs, in their order.</param>
/// <param name="ByLanguage">By language code. <see cref="EditionWords"/> where it has a checklist to fill in.</param>
public sealed record Edition(
    string Id,
    EditionStatus Status,
    DateOnly Date,
    string? Previous,
    IReadOnlyList<string> Signs,
    IReadOnlyDictionary<string, EditionPages> ByLanguage)
{
    /// <summary>Readers never meet a draft.</summary>
    public bool IsOut => Status != EditionStatus.Draft;

    /// <summary>The edition in that language, or in its first where it does not have it.</summary>
    public EditionPages In(Language language) => ByLanguage.GetValueOrDefault(language.Code) ?? ByLanguage.Values.First();

    /// <summary>The same, where there is a checklist to fill in or to remember; null in a draft and in an edition that never had one.</summary>
    public EditionWords? ToFillIn(Language language) => IsOut ? In(language) as EditionWords : null;
}

public enum EditionStatus
{
    /// <summary>Being worked on: checked, and never shown to readers.</summary>
    Draft,

    /// <summary>Locked. The one <c>site.yaml</c> names is what readers get, the others stay readable.</summary>
    Published,

    /// <summary>Locked, readable, and not to be gone by: each page says so.</summary>
    Withdrawn,
}

/// <summary>An edition to read, in one language.</summary>
/// <param name="Language">The code of the language its words are in.</param>
/// <param name="Pages">In the order of <c>edition.yaml</c>.</param>
public record EditionPages(string Language, IReadOnlyList<Page> Pages)
{
    public Page? At(string slug) => Pages.FirstOrDefault(page => page.Slug == slug);

    public Page? Page(string id) => Pages.FirstOrDefault(page => page.Id == id);

    /// <summary>A heading of any level on any page; ids are unique within an edition.</summary>
    public Section? Section(string id) => Sections.FirstOrDefault(section => section.Id == id);

    /// <summary>Every heading of every page, with those below it.</summary>
    public IEnumerable<Section> Sections => Pages.SelectMany(page => page.Sections).SelectMany(section => section.Sections.Prepend(section));
}

/// <summary>An edition with its checklist and all that belongs to it, in one language.</summary>
/// <param name="Menu">The pages of the menu at the top.</param>
/// <param name="Cases">Situations to think through and to practise on, in the order of their pages.</param>
/// <param name="AlwaysMatters">What every reflection shows, whatever was ticked.</param>
/// <param name="ReflectionContacts">The parts of the contact page that stand in the reflection.</param>
public sealed record EditionWords(
    string Language,
    IReadOnlyList<Page> Pages,
    IReadOnlyList<Page> Menu,
    Checklist Checklist,
    IReadOnlyList<Case> Cases,
    Practice Practice,
    Duties Duties,
    IReadOnlyList<Section> AlwaysMatters,
    IReadOnlyList<Section> ReflectionContacts) : EditionPages(Language, Pages)
{
    /// <summary>The page for those who teach; null in an edition that came out before there was one.</summary>
    public Page? Presentation => Pages.FirstOrDefault(page => page.Kind == PageKind.Presentation);

    /// <summary>What a room is told before anything is shown or asked; null where there is no page for those who teach.</summary>
    public Section? ContentNote => Presentation?.Section(Content.Presentation.ContentNoteSection);

    public Case? Case(string id) => Cases.FirstOrDefault(situation => situation.Id == id);

    /// <summary>An edition with a checklist has a page of every kind but those that came later (<see cref="Presentation"/>).</summary>
    public Page The(PageKind kind) => Pages.First(page => page.Kind == kind);

    /// <summary>The page to read on with; null where one does something rather than reads, and after the last.</summary>
    public Page? After(Page page)
    {
        var following = Pages.SkipWhile(other => other.Id != page.Id).Skip(1).FirstOrDefault();

        return PageKinds.ToDo.Contains(page.Kind) || following?.Kind == PageKind.ComeBack ? null : following;
    }

    /// <summary>The steps and notes a reflection brings in place for these signs, each once, in the order of the pages.</summary>
    public IReadOnlyList<Section> MattersFor(IEnumerable<Sign> signs)
    {
        var wanted = signs.SelectMany(sign => sign.Matters).Concat(AlwaysMatters.Select(section => section.Id)).ToHashSet();

        return [.. Pages.Where(page => PageKinds.WithSteps.Contains(page.Kind)).SelectMany(page => page.Sections)
            .Where(section => wanted.Contains(section.Id))];
    }

    /// <summary>Every fact that the view of the page may tell, its own and those of the pages it takes parts from.</summary>
    public IReadOnlyList<Fact> FactsOn(Page page)
    {
        IEnumerable<PageKind> taken = page.Kind switch
        {
            PageKind.Signs => [PageKind.Checklist],
            PageKind.Checklist or PageKind.ComeBack => [PageKind.Checklist, .. PageKinds.WithSteps, PageKind.Contacts],
            PageKind.Practice => [PageKind.Checklist, PageKind.Cases],
            _ => [],
        };

        return [.. page.Facts.Concat(Pages.Where(other => taken.Contains(other.Kind)).SelectMany(other => other.Facts)).DistinctBy(fact => fact.Id)];
    }
}
