using Markdig.Syntax;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Every fact a page tells is in the folder of facts.</summary>
internal sealed class FactsAreKnown : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, _, page) in content.Pages)
        {
            foreach (var fact in page.Document.Descendants<FactInline>().Where(fact => content.Fact(fact.Id) is null))
            {
                problems.Add(ProblemKind.FactUnknown, page.File, fact.Line + 1, ("id", fact.Id));
            }
        }
    }
}
