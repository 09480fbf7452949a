using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>No line of a page falls out without a trace: a rule of hyphens, or words that Markdown takes for the address of a link.</summary>
internal sealed class EveryLineIsShown : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, page, _) in content.WrittenPages)
        {
            foreach (var rule in page.Document.Descendants<ThematicBreakBlock>())
            {
                problems.Add(ProblemKind.RuleNotShown, page.File, rule.Line + 1, ("text", new string(rule.ThematicChar, 3)));
            }

            var used = page.Document.Descendants<LinkInline>().Select(link => link.Reference).ToHashSet();
            foreach (var definition in page.Document.Descendants<LinkReferenceDefinition>().Where(definition => !used.Contains(definition)))
            {
                problems.Add(ProblemKind.LinkNotShown, page.File, definition.Line + 1, ("text", $"[{definition.Label}]: {definition.Url}"));
            }
        }
    }
}
