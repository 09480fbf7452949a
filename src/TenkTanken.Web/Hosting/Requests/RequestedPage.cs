using TenkTanken.Content;

namespace TenkTanken.Web.Hosting.Requests;

/// <summary>The page of the content that an address names.</summary>
/// <param name="Words">The edition it is in, in the language of the address.</param>
public sealed record RequestedPage(Edition Edition, EditionPages Words, Page Page)
{
    /// <summary>The one that is asked for below the page for those who teach; null elsewhere.</summary>
    public Lesson? Lesson { get; private init; }

    /// <summary>What of the address stands behind that of the page or the lesson.</summary>
    public string Below { get; private init; } = "";

    /// <summary>The address has a token in it, whose capitals mean something.</summary>
    public bool HasToken { get; private init; }

    /// <summary>Every fact that the page may tell, or that a slide of the lesson may.</summary>
    public IReadOnlyList<Fact> Facts => Words is not EditionWords whole ? Page.Facts
        : Lesson is null ? whole.FactsOn(Page)
        : [.. Lesson.Slides.SelectMany(slide => slide.Shows).SelectMany(shown => shown.Page.Facts).DistinctBy(fact => fact.Id)];

    /// <summary>Null where there is none: readers never meet a draft, and the edition they get has short addresses only.</summary>
    internal static RequestedPage? Find(ContentLibrary library, Language language, string path) => path.Trim('/').Split('/') switch
    {
        [var code] => In(library.Current, language, code, ""),
        [var code, var slug] => In(library.Current, language, code, slug),
        [var code, Addresses.Editions, var edition] => In(Earlier(library, edition), language, code, ""),
        [var code, Addresses.Editions, var edition, var slug] => In(Earlier(library, edition), language, code, slug),
        [var code, var slug, Addresses.Room] => ForTrainers(library, language, code, slug),
        [var code, var slug, Addresses.Room, Addresses.Wall or Addresses.Steering, _] => ForTrainers(library, language, code, slug) is { } page
            ? page with { HasToken = true } : null,
        [var code, var slug, var lesson] => LessonIn(library, language, code, slug, lesson),
        [var code, var slug, var lesson, Addresses.Script] => LessonIn(library, language, code, slug, lesson) is { } found
            ? found with { Below = $"/{Addresses.Script}" } : null,
        [var code, var slug, var lesson, Addresses.Wall] => LessonIn(library, language, code, slug, lesson),
        // What follows may be a token: it goes to no other page, and is not read here.
        [var code, var slug, var lesson, Addresses.Wall or Addresses.Steering, _] => LessonIn(library, language, code, slug, lesson) is { } found
            ? found with { HasToken = true } : null,
        _ => null,
    };

    private static RequestedPage? ForTrainers(ContentLibrary library, Language language, string code, string slug) =>
        In(library.Current, language, code, slug) is { Page.Kind: PageKind.Presentation } page ? page : null;

    private static RequestedPage? LessonIn(ContentLibrary library, Language language, string code, string slug, string lesson) =>
        ForTrainers(library, language, code, slug) is { } page
            && library.Lessons[language.Code].FirstOrDefault(known => known.Slug == lesson) is { } found
            ? page with { Lesson = found } : null;

    /// <summary>The page of the edition readers get, by the long address it will have one day; null where it is none.</summary>
    internal static Page? OfToday(ContentLibrary library, Language language, string path)
    {
        return path.Trim('/').Split('/') switch
        {
            [var code, Addresses.Editions, var edition] when IsToday(code, edition) => library.CurrentIn(language).At(""),
            [var code, Addresses.Editions, var edition, var slug] when IsToday(code, edition) => library.CurrentIn(language).At(slug),
            _ => null,
        };

        bool IsToday(string code, string edition) => code == language.Code && edition == library.Current.Id;
    }

    private static Edition? Earlier(ContentLibrary library, string id) =>
        library.Editions.GetValueOrDefault(id) is { IsOut: true } edition && edition != library.Current ? edition : null;

    private static RequestedPage? In(Edition? edition, Language language, string code, string slug) =>
        code == language.Code && edition?.ByLanguage.GetValueOrDefault(code) is { } words && words.At(slug) is { } page
            ? new RequestedPage(edition, words, page)
            : null;
}
