using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Each language of an edition has the same headings on the same pages, and the same parts below them.</summary>
internal sealed class IdsMatchAcrossLanguages : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var edition in content.Editions)
        {
            foreach (var language in edition.Languages.Skip(1))
            {
                foreach (var page in language.Pages)
                {
                    if (edition.First!.Page(page.Id) is { } first)
                    {
                        Compare(first, page, edition.First.Code, PageShape.Of(edition.KindOf(page)), problems);
                    }
                }
            }
        }
    }

    private static void Compare(PageSource first, PageSource page, string language, PageShape shape, ProblemList problems)
    {
        var line = 0;
        foreach (var section in first.Sections.Where(section => section.Id.Length > 0))
        {
            if (page.Section(section.Id) is not { } own)
            {
                // At the heading it would follow, or at the file where it would be the first.
                problems.Add(ProblemKind.IdMissingInLanguage, page.File, line, ("id", section.Id), ("language", language), ("line", $"{section.Line}"));
                continue;
            }

            line = own.Line;
            CompareParts(section, own, page.File, language, shape, problems);
        }

        foreach (var section in page.Sections.Where(section => section.Id.Length > 0 && first.Section(section.Id) is null))
        {
            problems.Add(ProblemKind.IdOnlyInLanguage, page.File, section.Line, ("id", section.Id), ("language", language));
        }
    }

    /// <summary>Parts that every such heading must have are missed by another rule, in each language.</summary>
    private static void CompareParts(SectionSource first, SectionSource own, string file, string language, PageShape shape, ProblemList problems)
    {
        foreach (var part in NamesOf(first, shape).Except(NamesOf(own, shape)))
        {
            problems.Add(ProblemKind.PartDiffers, file, own.Line, ("id", own.Id), ("part", part), ("language", language));
        }

        foreach (var part in NamesOf(own, shape).Except(NamesOf(first, shape)))
        {
            problems.Add(ProblemKind.PartOnlyHere, file, own.Line, ("id", own.Id), ("part", part), ("language", language));
        }
    }

    private static IEnumerable<string> NamesOf(SectionSource section, PageShape shape) =>
        section.Parts.Where(part => !shape.RequiredParts.Contains(part.Label)).Select(part => $"{part.Label} {part.Argument}".TrimEnd());
}
