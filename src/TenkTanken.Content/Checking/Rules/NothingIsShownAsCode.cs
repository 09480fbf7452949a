using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// Nothing becomes code that was not meant to: a line that begins with four spaces does, and a fact between backticks or in a
/// fence is no phone number. Words between backticks otherwise are somebody's intention.
/// </summary>
internal sealed class NothingIsShownAsCode : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        var braces = new Braces(content.Facts.Select(fact => fact.Fact.Id).ToHashSet(), []);
        foreach (var (_, page, _) in content.WrittenPages)
        {
            foreach (var block in page.Document.Descendants<CodeBlock>())
            {
                var code = block.Lines.ToString();
                if (braces.HasFact(code))
                {
                    problems.Add(ProblemKind.FactInCode, page.File, block.Line + 1, ("text", FirstLineOf(code)));
                }
                else if (block is not FencedCodeBlock)
                {
                    problems.Add(ProblemKind.ShownAsCode, page.File, block.Line + 1, ("text", FirstLineOf(code)));
                }
            }

            foreach (var code in page.Document.Descendants<CodeInline>().Where(code => braces.HasFact(code.Content)))
            {
                problems.Add(ProblemKind.FactInCode, page.File, code.Line + 1, ("text", FirstLineOf(code.Content)));
            }
        }
    }

    private static string FirstLineOf(string code) => code.Trim().Split('\n')[0];
}
