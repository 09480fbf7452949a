using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// Where a case asks what one would do first, a room can choose: one list of a few things, each short enough for a button on a
/// phone, and as many in every language, since a room answers in several.
/// </summary>
internal sealed class ChoicesCanBeOffered : IRule
{
    /// <summary>Of two, one would look like the right one.</summary>
    private const int Fewest = 3;

    /// <summary>With more, a room would read instead of thinking.</summary>
    private const int Most = 5;

    /// <summary>In letters: what is read at a glance before it is pressed.</summary>
    private const int Longest = 90;

    /// <summary>Why it is no list is told already.</summary>
    private static readonly ProblemKind[] ToldOfLists = [ProblemKind.ListMiswritten, ProblemKind.ShownAsCode];

    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (edition, language, page) in content.Pages.Where(at => at.Edition.KindOf(at.Page) == PageKind.Cases))
        {
            var first = edition.First!.Page(page.Id);
            foreach (var story in page.Outline.Sections)
            {
                if (ChoicesOf(story) is { } part)
                {
                    Check(part, page.File, content, language, problems);
                    Compare(story.Id, part, first?.Section(story.Id), edition.First.Code, page.File, problems);
                }
            }
        }
    }

    /// <summary>A second one, and one with nothing in it, another rule tells of.</summary>
    private static PartSource? ChoicesOf(SectionSource story) =>
        story.Parts.FirstOrDefault(part => part.Kind == PartKind.Choices && part.Argument.Length == 0 && part.Block.Count > 0);

    private static void Check(PartSource part, string file, ContentSource content, string language, ProblemList problems)
    {
        if (part.Items is not { } items)
        {
            if (!ToldOfLists.Any(kind => problems.Has(kind, file)))
            {
                problems.Add(ProblemKind.ChoicesNotAList, file, part.Line);
            }

            return;
        }

        if (!IsAFew(items))
        {
            problems.Add(ProblemKind.ChoicesTooFewOrMany, file, part.Line, ("count", $"{items.Count}"), ("fewest", $"{Fewest}"), ("most", $"{Most}"));
        }

        foreach (var item in items)
        {
            if (item is not [ParagraphBlock words] || words.Inline!.Descendants<Inline>().Any(inline => inline is LinkInline or AutolinkInline or FactInline))
            {
                problems.Add(ProblemKind.ChoiceNotWords, file, item.Line + 1);
            }
            else if (SlideLength.Letters(words, content, language) is > Longest and var letters)
            {
                problems.Add(ProblemKind.ChoiceTooLong, file, item.Line + 1, ("count", $"{letters}"), ("limit", $"{Longest}"));
            }
        }
    }

    /// <summary>What is wrong with one of them alone is told there.</summary>
    private static void Compare(string id, PartSource own, SectionSource? first, string language, string file, ProblemList problems)
    {
        if (first is not null && own.Items is { } items && IsAFew(items)
            && ChoicesOf(first)?.Items is { } others && IsAFew(others) && items.Count != others.Count)
        {
            problems.Add(ProblemKind.ChoicesDiffer, file, own.Line, ("id", id), ("count", $"{items.Count}"), ("language", language),
                ("other", $"{others.Count}"));
        }
    }

    private static bool IsAFew(IReadOnlyList<ListItemBlock> items) => items.Count is >= Fewest and <= Most;
}
