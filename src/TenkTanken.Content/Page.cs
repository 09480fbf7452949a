namespace TenkTanken.Content;

/// <summary>One page in one language.</summary>
/// <param name="Id">The file's name without its ending, the same in every language and for ever.</param>
/// <param name="Address">From the root of the site. Pages of earlier editions have theirs below the edition's name.</param>
/// <param name="Slug">The last part of the address; empty for the start page.</param>
/// <param name="Description">For search engines. The only place outside the text where the subject may be named.</param>
/// <param name="Intro">What stands above the first heading.</param>
/// <param name="IntroSource">The same as it stands in the file: what is compared between editions.</param>
/// <param name="Facts">The facts it tells, each once, in the order of the text.</param>
public sealed record Page(
    string Id,
    PageKind Kind,
    string Language,
    string Address,
    string Slug,
    string Title,
    string Description,
    Html Intro,
    string IntroSource,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Fact> Facts)
{
    public Section? Section(string id) => Sections.FirstOrDefault(section => section.Id == id);
}

/// <summary>A heading and what stands below it.</summary>
/// <param name="Id">From <c>{#id}</c> behind the heading: permanent, and the anchor on the page.</param>
/// <param name="Parts">The labelled parts, in the order in which they are shown.</param>
/// <param name="SignParts">The parts that belong to a sign (<c>::: seen fear-or-stress</c>), by the sign's id.</param>
/// <param name="Sections">What stands under headings one level further down.</param>
/// <param name="Source">As it stands in the file, without the heading and without <paramref name="Sections"/>: what is compared between editions.</param>
public sealed record Section(
    string Id,
    string Title,
    Html Body,
    IReadOnlyList<Part> Parts,
    IReadOnlyDictionary<string, Part> SignParts,
    IReadOnlyList<Section> Sections,
    string Source);
