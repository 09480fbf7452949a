using TenkTanken.Content.Checking;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Files;

/// <summary>From sources that the rules have found whole to the library the site reads.</summary>
/// <param name="root">What every address begins with.</param>
internal sealed class EditionBuilder(ContentSource content, string root = "")
{
    private readonly Dictionary<string, Fact> _facts = content.Facts.ToDictionary(fact => fact.Fact.Id, fact => fact.Fact);

    public ContentLibrary Build()
    {
        var editions = content.Editions.ToDictionary(edition => edition.Id, Build);

        return new(content.Site, content.Texts.ToDictionary(text => text.Language, text => text.Texts), _facts, editions)
        {
            Root = root,
            Lessons = content.Site.Languages.ToDictionary(language => language.Code, language => BuildLessons(editions[content.Site.EditionId], language.Code)),
        };
    }

    private IReadOnlyList<Lesson> BuildLessons(Edition edition, string language)
    {
        if (edition.ByLanguage.GetValueOrDefault(language) is not EditionWords { Presentation: not null } shown)
        {
            return [];
        }

        var written = content.Lessons.Languages.First(own => own.Code == language);
        var sources = content.Edition(edition.Id)!.Language(language)!;
        var reader = new PageReader(new Links(sources.Pages, [], AddressOf), AddressOf, _facts, language);

        return
        [
            .. from lesson in content.Lessons.All
               select LessonBuilder.Build(lesson, reader.Read(written.Page(lesson.Id)!, PageKind.Article), shown,
                   slide => SlideLength.Of([.. slide.Shows.Select(place => SlidePlace.Find(place, sources)).OfType<SlidePlace>()], content, language)),
        ];

        string AddressOf(string slug) => Addresses.Of(language, slug, root);
    }

    private Edition Build(EditionSource edition) => new(
        edition.Id,
        edition.Structure.Status,
        edition.Structure.Date,
        edition.Structure.Previous,
        [.. edition.Structure.Signs.Select(sign => sign.Id)],
        // Side by side, since this is what a start waits for longest; each language has its own sources.
        edition.Languages.AsParallel().AsOrdered().Select(language => Build(edition, language)).ToDictionary(pages => pages.Language));

    private EditionPages Build(EditionSource edition, LanguageSource language)
    {
        var structure = edition.Structure;
        var links = new Links(language.Pages, [], AddressOf);
        var reader = new PageReader(links, AddressOf, _facts, language.Code);
        var pages = structure.Pages.Select(page => reader.Read(language.Page(page.Id)!, page.Kind)).ToList();
        if (!edition.HasChecklist)
        {
            return new EditionPages(language.Code, pages);
        }

        return new EditionWords(
            language.Code,
            pages,
            [.. structure.Menu.Select(id => pages.First(page => page.Id == id))],
            Checklist.From(Of(PageKind.Checklist), structure.Signs),
            [.. pages.Where(page => page.Kind == PageKind.Cases).SelectMany(page => page.Sections).Select(Case.From)],
            Practice.From(Of(PageKind.Practice)),
            Duties.From(Of(PageKind.Duties), structure.Duties),
            [.. structure.AlwaysMatters.Select(id => SectionOn(PageKinds.WithSteps, id))],
            [.. structure.ReflectionContacts.Select(id => SectionOn([PageKind.Contacts], id))]);

        // Earlier editions stand below their name; the one readers get has the short addresses.
        string AddressOf(string slug) => edition.Id == content.Site.EditionId
            ? Addresses.Of(language.Code, slug, root)
            : Addresses.InEdition(language.Code, edition.Id, slug, root);

        Page Of(PageKind kind) => pages.First(page => page.Kind == kind);

        Section SectionOn(IReadOnlyList<PageKind> kinds, string id) =>
            pages.Where(page => kinds.Contains(page.Kind)).SelectMany(page => page.Sections).First(section => section.Id == id);
    }
}
