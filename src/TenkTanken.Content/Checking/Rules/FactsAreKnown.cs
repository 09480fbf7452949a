using Markdig.Syntax;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Every fact a page tells is in the folder of facts. Where a file of that could not be read, nobody knows.</summary>
internal sealed class FactsAreKnown : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        if (problems.CouldNotReadAll("facts"))
        {
            return;
        }

        foreach (var (file, fact) in UnknownIn(content))
        {
            problems.Add(ProblemKind.FactUnknown, file, fact.Line + 1, ("id", fact.Id));
        }
    }

    internal static bool HoldsFor(ContentSource content) => !UnknownIn(content).Any();

    private static IEnumerable<(string File, FactInline Fact)> UnknownIn(ContentSource content)
    {
        var known = content.Facts.Select(fact => fact.Fact.Id).ToHashSet();

        return from at in content.WrittenPages
               from fact in at.Page.Document.Descendants<FactInline>()
               where !known.Contains(fact.Id)
               select (at.Page.File, fact);
    }
}
