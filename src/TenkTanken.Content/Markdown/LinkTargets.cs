using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Markdown;

/// <summary>
/// Where the links of a page lead. An editor links to a file as it lies in the folder (<c>conversation.md#not-now</c>);
/// readers get its address.
/// </summary>
/// <param name="unread">Pages that could not be read. That is named already; the links to them are not wrong for it.</param>
internal sealed class LinkTargets(
    IReadOnlyDictionary<string, PageSource> pages,
    IReadOnlyCollection<string> unread,
    IReadOnlyDictionary<string, Fact> facts,
    string language)
{
    public static readonly IReadOnlyList<string> Schemes = ["https", "mailto", "tel"];

    public void Resolve(PageSource page, ProblemList problems)
    {
        foreach (var inline in page.Document.Descendants<Inline>())
        {
            switch (inline)
            {
                case FactInline fact:
                    fact.Fact = facts.GetValueOrDefault(fact.Id);
                    fact.Language = language;
                    if (fact.Fact is null)
                    {
                        problems.Add(ProblemKind.FactUnknown, page.File, fact.Line + 1, ("id", fact.Id));
                    }

                    break;
                case LinkInline { IsImage: true } image:
                    problems.Add(ProblemKind.ImageNotAllowed, page.File, image.Line + 1, ("link", image.Url ?? ""));
                    break;
                case LinkInline link:
                    link.Url = AddressOf(link.Url ?? "", page, link.Line + 1, problems);
                    break;
                case AutolinkInline link when !link.IsEmail:
                    AddressOf(link.Url, page, link.Line + 1, problems);
                    break;
            }
        }
    }

    private string AddressOf(string link, PageSource from, int line, ProblemList problems)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out var absolute) && Schemes.Contains(absolute.Scheme))
        {
            return absolute.AbsoluteUri;
        }

        if (link.Contains(':') || link.StartsWith('/') || link.StartsWith('\\'))
        {
            problems.Add(ProblemKind.LinkUnsafe, from.File, line, ("link", link));
            return "";
        }

        var (file, anchor) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, null);
        var page = file.EndsWith(".md", StringComparison.Ordinal) ? file[..^3] : "";
        if (unread.Contains(page))
        {
            return "";
        }

        var target = file.Length == 0 ? from : pages.GetValueOrDefault(page);
        if (target is null || (anchor is not null && !target.Headings.Any(heading => heading.Id == anchor)))
        {
            problems.Add(ProblemKind.LinkNowhere, from.File, line, ("link", link));
            return "";
        }

        return $"/{language}/{target.Slug}" + (anchor is null ? "" : $"#{anchor}");
    }
}
