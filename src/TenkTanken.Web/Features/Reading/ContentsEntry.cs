using TenkTanken.Content;

namespace TenkTanken.Web.Features.Reading;

/// <summary>A heading one may go to on the page.</summary>
/// <param name="Id">Of the heading.</param>
public sealed record ContentsEntry(string Id, string Title)
{
    public static IReadOnlyList<ContentsEntry> Of(IEnumerable<Section> sections) =>
        [.. sections.Select(section => new ContentsEntry(section.Id, section.Title))];

    public static IReadOnlyList<ContentsEntry> Of(IEnumerable<Sign> signs) => [.. signs.Select(sign => new ContentsEntry(sign.Id, sign.Title))];
}
