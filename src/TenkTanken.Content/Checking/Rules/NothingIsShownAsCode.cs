using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// Our pages have no code. A line that begins with four spaces becomes it, and so do words between backticks: a fact in them
/// is no phone number, and no word in them is asked about.
/// </summary>
internal sealed class NothingIsShownAsCode : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        var braces = new Braces(content.Facts.Select(fact => fact.Fact.Id).ToHashSet(), []);
        foreach (var (_, _, page) in content.Pages)
        {
            foreach (var block in page.Document.Descendants<CodeBlock>())
            {
                var code = block.Lines.ToString();
                problems.Add(braces.HasFact(code) ? ProblemKind.FactInCode : ProblemKind.ShownAsCode, page.File, block.Line + 1, ("text", FirstLineOf(code)));
            }

            foreach (var code in page.Document.Descendants<CodeInline>())
            {
                if (braces.HasFact(code.Content))
                {
                    problems.Add(ProblemKind.FactInCode, page.File, code.Line + 1, ("text", FirstLineOf(code.Content)));
                }
                else
                {
                    // A word of a program may be meant to look like one.
                    problems.Advise(ProblemKind.ShownAsCode, page.File, code.Line + 1, ("text", FirstLineOf(code.Content)));
                }
            }
        }
    }

    private static string FirstLineOf(string code) => code.Trim().Split('\n')[0];
}
