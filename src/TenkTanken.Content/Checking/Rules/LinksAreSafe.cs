using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Links use schemes we know, and no page fetches a picture. On the syntax tree: turning HTML off does not stop <c>javascript:</c>.</summary>
internal sealed class LinksAreSafe : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, page, _) in content.WrittenPages)
        {
            var links = new Links([], [], slug => slug);
            foreach (var inline in page.Document.Descendants<Inline>())
            {
                switch (inline)
                {
                    case LinkInline { IsImage: true } image:
                        problems.Add(ProblemKind.ImageNotAllowed, page.File, image.Line + 1, ("link", image.Url ?? ""));
                        break;
                    case LinkInline link when links.Find(link.Url ?? "", page).Fault == LinkFault.Unsafe:
                        problems.Add(ProblemKind.LinkUnsafe, page.File, link.Line + 1, ("link", link.Url ?? ""));
                        break;
                    case AutolinkInline { IsEmail: false } link when links.Find(link.Url, page).Fault != LinkFault.None:
                        problems.Add(ProblemKind.LinkUnsafe, page.File, link.Line + 1, ("link", link.Url));
                        break;
                }
            }
        }
    }
}
