using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>A link has words to follow it by, and says where it leads; one without is a place that a keyboard stops at and nobody sees.</summary>
internal sealed class LinksHaveWordsAndAddresses : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, page, _) in content.WrittenPages)
        {
            foreach (var link in page.Document.Descendants<LinkInline>().Where(link => !link.IsImage))
            {
                var words = string.Concat(link.Descendants<Inline>().Select(Said));
                if (string.IsNullOrWhiteSpace(link.Url))
                {
                    problems.Add(ProblemKind.LinkWithoutAddress, page.File, link.Line + 1, ("text", words));
                }
                else if (string.IsNullOrWhiteSpace(OddCharacters.AsSeen(words)))
                {
                    problems.Add(ProblemKind.LinkWithoutWords, page.File, link.Line + 1, ("link", link.Url));
                }
            }
        }
    }

    private static string Said(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LanguageInline other => other.Text,
        FactInline fact => fact.Id,
        _ => "",
    };
}
