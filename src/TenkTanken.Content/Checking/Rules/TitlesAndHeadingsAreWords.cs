using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// Facts and links stand in running text. Out of a heading they would fall without a trace, and in a title, a
/// description or a text they would be read as they are written.
/// </summary>
internal sealed partial class TitlesAndHeadingsAreWords : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, page, _) in content.WrittenPages)
        {
            Find(page.Title, page.File, page.TitleLine, problems);
            Find(page.Description, page.File, page.DescriptionLine, problems);
            foreach (var heading in page.Document.OfType<HeadingBlock>())
            {
                foreach (var inline in (heading.Inline?.Descendants<Inline>() ?? []).Where(inline => !IsWords(inline)))
                {
                    problems.Add(ProblemKind.OnlyWordsHere, page.File, heading.Line + 1, ("text", AsWritten(inline)));
                }
            }
        }

        foreach (var texts in content.Texts)
        {
            foreach (var (_, text, line) in texts.Map.Texts())
            {
                Find(text, texts.File, line, problems);
            }
        }
    }

    private static void Find(string text, string file, int line, ProblemList problems)
    {
        foreach (Match marked in FactOrLanguage().Matches(text))
        {
            problems.Add(ProblemKind.OnlyWordsHere, file, line, ("text", marked.Value));
        }
    }

    private static bool IsWords(Inline inline) => inline is LiteralInline or CodeInline or EmphasisInline or LanguageInline;

    private static string AsWritten(Inline inline) => inline switch
    {
        FactInline fact => $"{{fact:{fact.Id}}}",
        LinkInline link => link.Url ?? "",
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Original.ToString(),
        _ => "",
    };

    [GeneratedRegex(@"\{[a-z]+:[^{}]*\}")]
    private static partial Regex FactOrLanguage();
}
