using TenkTanken.Content;

namespace TenkTanken.Web.Features.Editions;

/// <summary>What of an earlier edition can still be read.</summary>
internal static class EarlierEditions
{
    /// <summary>Pages that are nothing to read: one does something there, and today's does it.</summary>
    private static readonly IReadOnlyList<PageKind> OnlyToday = [PageKind.Practice, PageKind.ComeBack, PageKind.Changes];

    public static bool CanBeRead(this Page page) => !OnlyToday.Contains(page.Kind);

    /// <summary>The page as it is today; null where it has gone.</summary>
    public static Page? Today(this Page earlier, EditionWords today) => earlier.CanBeRead() ? today.Page(earlier.Id) : today.The(earlier.Kind);
}
