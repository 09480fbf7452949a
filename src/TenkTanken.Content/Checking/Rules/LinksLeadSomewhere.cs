using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>A link to a page or a heading of it leads there.</summary>
internal sealed class LinksLeadSomewhere : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (edition, code, page) in content.Pages)
        {
            Check(page, edition, code, problems);
        }

        // What a lesson links to is what readers get.
        if (content.Edition(content.Site.EditionId) is { } current)
        {
            foreach (var language in content.Lessons.Languages.Where(language => current.Language(language.Code) is not null))
            {
                foreach (var page in language.Pages)
                {
                    Check(page, current, language.Code, problems);
                }
            }
        }
    }

    private static void Check(PageSource page, EditionSource edition, string language, ProblemList problems)
    {
        var links = new Links(edition.Language(language)!.Pages, [.. edition.Structure.Pages.Select(listed => listed.Id)], slug => slug);
        foreach (var link in page.Document.Descendants<LinkInline>().Where(link => !link.IsImage))
        {
            if (links.Find(link.Url ?? "", page).Fault == LinkFault.LeadsNowhere)
            {
                problems.Add(ProblemKind.LinkNowhere, page.File, link.Line + 1, ("link", link.Url ?? ""));
            }
        }
    }
}
