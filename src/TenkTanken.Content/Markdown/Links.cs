namespace TenkTanken.Content.Markdown;

internal enum LinkFault
{
    None,
    Unsafe,
    LeadsNowhere,
}

/// <summary>
/// Where the links of an edition's pages lead, in one language. An editor links to a file as it lies in the folder
/// (<c>conversation.md#not-now</c>); readers get its address.
/// </summary>
/// <param name="named">Ids of all the pages the edition names. One that could not be read has its own problem; the links to it are not wrong for it.</param>
/// <param name="addressOf">The address of a page by its slug.</param>
internal sealed class Links(IReadOnlyList<PageSource> pages, IReadOnlyCollection<string> named, Func<string, string> addressOf)
{
    public static readonly IReadOnlyList<string> Schemes = ["https", "mailto", "tel"];

    /// <returns>The address, empty where there is a fault.</returns>
    public (string Address, LinkFault Fault) Find(string link, PageSource from)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out var absolute) && Schemes.Contains(absolute.Scheme))
        {
            return (absolute.AbsoluteUri, LinkFault.None);
        }

        if (link.Contains(':') || link.StartsWith('/') || link.StartsWith('\\'))
        {
            return ("", LinkFault.Unsafe);
        }

        var (file, anchor) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, null);
        var id = file.EndsWith(".md", StringComparison.Ordinal) ? file[..^3] : "";
        var target = file.Length == 0 ? from : pages.FirstOrDefault(page => page.Id == id);
        if (target is null)
        {
            return ("", named.Contains(id) ? LinkFault.None : LinkFault.LeadsNowhere);
        }

        return anchor is null || target.Section(anchor) is not null
            ? (addressOf(target.Slug) + (anchor is null ? "" : $"#{anchor}"), LinkFault.None)
            : ("", LinkFault.LeadsNowhere);
    }
}
