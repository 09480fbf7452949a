namespace TenkTanken.Content;

/// <summary>What sort of page it is, as <c>edition.yaml</c> says. The site picks the view by it.</summary>
public enum PageKind
{
    Home,
    Article,
    Signs,
    Checklist,
    Conversation,
    Notes,
    Dialogue,
    Cases,
    Practice,
    Duties,
    Contacts,
    ComeBack,
    Changes,
    Presentation,
}

internal static class PageKinds
{
    /// <summary>What a sign may point to as mattering: the steps of the conversation and the notes.</summary>
    public static readonly IReadOnlyList<PageKind> WithSteps = [PageKind.Conversation, PageKind.Notes];

    /// <summary>Those an edition with a checklist may be without: editions were out before there was such a page.</summary>
    public static readonly IReadOnlyList<PageKind> CameLater = [PageKind.Presentation];

    /// <summary>Where one chooses or fills in: the way on is a button of the page's own.</summary>
    public static readonly IReadOnlyList<PageKind> ToDo = [PageKind.Home, PageKind.Checklist, PageKind.Practice, PageKind.ComeBack];
}

/// <summary>What a page of a kind must hold, so that its view never finds a hole.</summary>
/// <param name="RequiredSections">Ids that must stand as headings of the second level.</param>
/// <param name="PartsBelow">The section whose subsections carry the labelled parts; null: the sections themselves do.</param>
/// <param name="RequiredParts">Those every such section must have.</param>
/// <param name="OptionalParts">Those it may have besides.</param>
/// <param name="SignPart">One that stands once or more, each time with the id of a sign behind it.</param>
internal sealed record PageShape(
    IReadOnlyList<string> RequiredSections,
    string? PartsBelow,
    IReadOnlyList<PartKind> RequiredParts,
    IReadOnlyList<PartKind> OptionalParts,
    PartKind? SignPart = null)
{
    /// <summary>Of a lesson, which is written as a page is: each slide is a heading of the third level.</summary>
    public static readonly PageShape Lesson = new([], null, Slide.RequiredParts, Slide.OptionalParts) { PartsInSubsections = true };

    private static readonly PageShape Plain = new([], null, [], []);

    public static PageShape Of(PageKind kind) => kind switch
    {
        PageKind.Checklist => new(Checklist.RequiredSections, Checklist.SignsSection, [PartKind.Why, PartKind.Ordinary, PartKind.Next], []),
        PageKind.Conversation => new([], null, [], [PartKind.Say, PartKind.Avoid]),
        PageKind.Dialogue => new([], null, [PartKind.Line, PartKind.Does], []),
        PageKind.Cases => new([], null, [PartKind.Wonder, PartKind.Ordinary, PartKind.Next], [PartKind.Choices], PartKind.Seen),
        PageKind.Practice => new(Practice.RequiredSections, null, [], []),
        PageKind.Presentation => new([Presentation.ContentNoteSection], null, [], []),
        PageKind.Duties => new(Duties.RequiredSections, Duties.RulesSection, [PartKind.Asks, PartKind.AsksNot, PartKind.Source], []),
        _ => Plain,
    };

    /// <summary>Whichever section they stand in, the subsections carry the labelled parts.</summary>
    public bool PartsInSubsections { get; private init; }

    /// <summary>All that may stand on such a page.</summary>
    public IEnumerable<PartKind> KnownParts => SignPart is { } signPart ? [.. RequiredParts, .. OptionalParts, signPart] : [.. RequiredParts, .. OptionalParts];

    public bool Knows(PartKind? kind) => kind is { } own && KnownParts.Contains(own);

    public bool Requires(PartKind? kind) => kind is { } own && RequiredParts.Contains(own);
}
