using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Every fact a page tells is in the folder of facts.</summary>
internal sealed partial class FactsAreKnown : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, _, page) in content.Pages)
        {
            foreach (var fact in page.Document.Descendants<FactInline>().Where(fact => content.Fact(fact.Id) is null))
            {
                problems.Add(ProblemKind.FactUnknown, page.File, fact.Line + 1, ("id", fact.Id));
            }

            // One that was begun and never closed, or whose name has a capital letter, is no fact, and would be read as it is written.
            foreach (var literal in page.Document.Descendants<LiteralInline>())
            {
                foreach (Match begun in Begun().Matches(literal.Content.ToString()))
                {
                    problems.Add(ProblemKind.FactUnknown, page.File, literal.Line + 1, ("id", begun.Groups["id"].Value));
                }
            }
        }
    }

    [GeneratedRegex(@"\{fact:(?<id>[^\s}]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Begun();
}
