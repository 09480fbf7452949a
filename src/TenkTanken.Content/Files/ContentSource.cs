using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Files;

/// <summary>All of the content as it stands in its files: what could be read of it, with the lines of everything. The rules look at this.</summary>
/// <param name="SiteMap">What <c>site.yaml</c> says, with its lines.</param>
/// <param name="Today">Null: whether facts are in date is not asked.</param>
internal sealed record ContentSource(
    string Folder,
    Site Site,
    YamlMap SiteMap,
    IReadOnlyList<TextSource> Texts,
    IReadOnlyList<FactSource> Facts,
    IReadOnlyList<WordingSource> Wordings,
    IReadOnlyList<EditionSource> Editions,
    LessonsSource Lessons,
    DateOnly? Today)
{
    /// <summary>Only those whose place in the order of editions is known.</summary>
    public EditionSource? Edition(string? id) => Editions.FirstOrDefault(edition => edition.Id == id);

    public FactSource? Fact(string id) => Facts.FirstOrDefault(fact => fact.Fact.Id == id);

    /// <summary>Every page of every edition in every language.</summary>
    public IEnumerable<(EditionSource Edition, string Language, PageSource Page)> Pages =>
        from edition in Editions
        from language in edition.Languages
        from page in language.Pages
        select (edition, language.Code, page);

    /// <summary>The same, and the words of the lessons: whatever is written as a page.</summary>
    public IEnumerable<WrittenPage> WrittenPages =>
        Pages.Select(at => new WrittenPage(at.Language, at.Page, at.Edition.IsLocked(at.Page)))
            .Concat(Lessons.Languages.SelectMany(language => language.Pages.Select(page => new WrittenPage(language.Code, page, IsLocked: false))));
}

/// <param name="IsLocked">Its words can no longer be changed.</param>
internal sealed record WrittenPage(string Language, PageSource Page, bool IsLocked);

/// <param name="Map">For the lines of its keys.</param>
internal sealed record TextSource(string Language, string File, UiTexts Texts, YamlMap Map)
{
    /// <summary>Every text of it, as a reader meets it.</summary>
    public IReadOnlyList<Prose> Prose => field ??= [.. Map.Texts().Select(text => Markdown.Prose.Of(text.Text, text.Line))];
}

/// <param name="Map">For the lines of its keys.</param>
/// <param name="Whole">All of the file.</param>
internal sealed record FactSource(Fact Fact, string File, YamlMap Map, YamlMap Whole)
{
    private const string Words = "words.";

    /// <summary>The words around it as a reader meets them, by language.</summary>
    public ILookup<string, Prose> Prose => field ??= Map.Texts().Where(text => text.Key.StartsWith(Words, StringComparison.Ordinal))
        .ToLookup(text => text.Key[Words.Length..], text => Markdown.Prose.Of(text.Text, text.Line));
}

/// <summary>An edition's folder.</summary>
/// <param name="File">Its <c>edition.yaml</c>.</param>
internal sealed record EditionSource(
    string Id,
    string File,
    EditionStructure Structure,
    YamlMap Map,
    IReadOnlyList<LanguageSource> Languages,
    EditionLock? Lock)
{
    public bool IsOut => Structure.Status != EditionStatus.Draft;

    /// <summary>The language the others are held against: the first it is written in.</summary>
    public LanguageSource? First => Languages.Count > 0 ? Languages[0] : null;

    /// <summary>It can be filled in, so it must have all that belongs to that.</summary>
    public bool HasChecklist => Structure.Pages.Any(page => page.Kind == PageKind.Checklist);

    /// <summary>The page can no longer be changed, so advice on its wording would help nobody. It was given before the edition came out.</summary>
    public bool IsLocked(PageSource page) => IsOut && Lock?.Sums.ContainsKey(page.File[$"editions/{Id}/".Length..]) == true;

    public LanguageSource? Language(string code) => Languages.FirstOrDefault(language => language.Code == code);

    public PageSource? Page(string language, PageKind kind) =>
        Structure.Pages.Where(page => page.Kind == kind).Select(page => Language(language)?.Page(page.Id)).OfType<PageSource>().FirstOrDefault();

    public PageKind KindOf(PageSource page) => Structure.Pages.First(listed => listed.Id == page.Id).Kind;
}

/// <summary>The pages of an edition in one language that could be read.</summary>
/// <param name="Files">Names of the page files in the folder, read or not.</param>
internal sealed record LanguageSource(string Code, IReadOnlyList<PageSource> Pages, IReadOnlyList<string> Files)
{
    public PageSource? Page(string id) => Pages.FirstOrDefault(page => page.Id == id);
}

/// <summary>What <c>edition.yaml</c> says: the structure, once for every language.</summary>
internal sealed record EditionStructure(
    EditionStatus Status,
    DateOnly Date,
    string? Previous,
    IReadOnlyList<string> TakenAway,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Menu,
    IReadOnlyList<(string Id, PageKind Kind, int Line)> Pages,
    IReadOnlyList<SignStructure> Signs,
    IReadOnlyList<DutyStructure> Duties,
    IReadOnlyList<string> AlwaysMatters,
    IReadOnlyList<string> ReflectionContacts);
