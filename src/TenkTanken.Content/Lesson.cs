namespace TenkTanken.Content;

/// <summary>What a trainer goes through with a room, in one language: the words of the edition readers get, and hers about them.</summary>
/// <param name="Id">The file's name without its ending, the same in every language and for ever.</param>
/// <param name="Address">From the root of the site: below the page of the edition for those who teach.</param>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Intro">Whom it is for, and what to prepare.</param>
/// <param name="Parts">In their order. All but the first and the last may be left out.</param>
public sealed record Lesson(
    string Id,
    string Language,
    string Address,
    string Slug,
    string Title,
    string Description,
    Html Intro,
    IReadOnlyList<LessonPart> Parts)
{
    public IEnumerable<Slide> Slides => Parts.SelectMany(part => part.Slides);

    public decimal Minutes => Slides.Sum(slide => slide.Minutes);
}

/// <summary>Slides that belong together.</summary>
public sealed record LessonPart(string Id, string Title, IReadOnlyList<Slide> Slides)
{
    public decimal Minutes => Slides.Sum(slide => slide.Minutes);
}

/// <summary>What the room sees, and what the trainer does meanwhile.</summary>
/// <param name="Title">What she calls it.</param>
/// <param name="Lines">About how many it takes on the smallest screen: with few, the letters can be larger.</param>
/// <param name="Minutes">Whole and halves.</param>
/// <param name="Shows">At least one.</param>
/// <param name="Notes">What to say.</param>
/// <param name="Parts">What it is for; what to ask the room, and what to do when somebody is touched by it.</param>
public sealed record Slide(
    string Id,
    string Title,
    decimal Minutes,
    int Lines,
    IReadOnlyList<SlideWords> Shows,
    Html Notes,
    IReadOnlyList<Part> Parts)
{
    internal static readonly IReadOnlyList<PartKind> RequiredParts = [PartKind.Aim];

    internal static readonly IReadOnlyList<PartKind> OptionalParts = [PartKind.Question, PartKind.Care];

    /// <summary>Whether all of it stands under one heading of a page.</summary>
    public bool IsOfOneHeading => Shows.DistinctBy(words => (words.Page.Id, words.Section?.Id)).Count() == 1;

    /// <summary>The heading over all of it: the page's own where there is one, what she calls it where there are several.</summary>
    public string Heading => IsOfOneHeading ? Shows[0].Title : Title;

    /// <summary>Whether the heading of the page stands over these words as well.</summary>
    public bool HasOwnHeading(int index) => !IsOfOneHeading && (index == 0 || Shows[index].Title != Shows[index - 1].Title);
}

/// <summary>Words of an edition that a slide shows.</summary>
/// <param name="Section">Null: the page's title, and what stands above its first heading.</param>
/// <param name="Part">Null: what stands below the heading, without its parts.</param>
public sealed record SlideWords(Page Page, Section? Section, Part? Part)
{
    /// <summary>The heading they stand under.</summary>
    public string Title => Section?.Title ?? Page.Title;
}
