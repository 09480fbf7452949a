using TenkTanken.Content;

namespace TenkTanken.Web.Features.Reading;

/// <summary>A heading one may go to on the page.</summary>
/// <param name="Id">Of the heading.</param>
public sealed record Place(string Id, string Title)
{
    public static IReadOnlyList<Place> Of(IEnumerable<Section> sections) => [.. sections.Select(section => new Place(section.Id, section.Title))];

    public static IReadOnlyList<Place> Of(IEnumerable<Sign> signs) => [.. signs.Select(sign => new Place(sign.Id, sign.Title))];
}
