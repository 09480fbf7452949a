using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>A page holds the headings and the labelled parts that its kind asks for, so that its view never finds a hole.</summary>
internal sealed class EveryPageHasItsShape : IRule
{
    /// <summary>The site looks for the one page of the kind.</summary>
    private static readonly IReadOnlyList<PageKind> OnlyOne =
        [PageKind.Home, PageKind.Signs, PageKind.Checklist, PageKind.Practice, PageKind.Duties, PageKind.Contacts, PageKind.ComeBack, PageKind.Changes,
            PageKind.Presentation];

    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var edition in content.Editions)
        {
            CheckKinds(edition, problems);
        }

        foreach (var (edition, _, page) in content.Pages)
        {
            var kind = edition.KindOf(page);
            var shape = PageShape.Of(kind);
            foreach (var id in shape.RequiredSections.Where(id => !page.Outline.Sections.Any(section => section.Id == id)))
            {
                problems.Add(ProblemKind.SectionMissing, page.File, 0, ("id", id));
            }

            CheckParts(page, shape, problems);
            if (kind != PageKind.Checklist)
            {
                RequireParts(page, shape, problems);
            }
        }
    }

    /// <summary>Each of the headings that carry parts has all it must have. Of the checklist another rule asks this.</summary>
    internal static void RequireParts(PageSource page, PageShape shape, ProblemList problems)
    {
        foreach (var section in CarriersOf(page, shape))
        {
            foreach (var kind in shape.RequiredParts.Where(kind => !section.Parts.Any(part => part.Kind == kind || Meant(part) == kind)))
            {
                problems.Add(ProblemKind.PartMissing, page.File, section.Line, ("id", section.Id), ("part", kind.Name()));
            }
        }
    }

    /// <summary>What it was to be called, where a capital letter or a space that is none for Markdown stands in the name.</summary>
    private static PartKind? Meant(PartSource part) =>
        PartKinds.Named(OddCharacters.AsSeen(part.Label).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(""));

    private static IEnumerable<SectionSource> CarriersOf(PageSource page, PageShape shape) =>
        shape.PartsInSubsections ? page.Outline.Sections.SelectMany(section => section.Sections)
        : shape.PartsBelow is { } below ? page.Outline.Sections.Where(section => section.Id == below).SelectMany(section => section.Sections)
        : page.Outline.Sections;

    private static void CheckKinds(EditionSource edition, ProblemList problems)
    {
        var line = edition.Map.LineOf("pages");
        if (problems.Has(ProblemKind.NotAChoice, edition.File) || edition.Structure.Pages.Count == 0)
        {
            // Which kinds there are cannot be told yet.
            return;
        }

        var kinds = edition.Structure.Pages.Select(page => page.Kind).ToList();
        var asked = edition.HasChecklist ? Enum.GetValues<PageKind>().Except(PageKinds.CameLater) : [PageKind.Home];
        foreach (var kind in asked.Where(kind => !kinds.Contains(kind)))
        {
            problems.Add(ProblemKind.KindMissing, edition.File, line, ("kind", YamlMap.Kebab(kind.ToString())));
        }

        foreach (var kind in OnlyOne.Where(kind => kinds.Count(own => own == kind) > 1))
        {
            problems.Add(ProblemKind.KindTwice, edition.File, line, ("kind", YamlMap.Kebab(kind.ToString())));
        }
    }

    internal static void CheckParts(PageSource page, PageShape shape, ProblemList problems)
    {
        foreach (var part in page.Outline.Intro.Parts)
        {
            problems.Add(ProblemKind.PartOutsideSection, page.File, part.Line, ("part", part.Label));
        }

        var carriers = CarriersOf(page, shape).ToList();
        var choices = string.Join(", ", shape.KnownParts.Select(PartKinds.Name).DefaultIfEmpty("–"));
        foreach (var section in page.Sections)
        {
            if (!carriers.Contains(section) && (shape.PartsInSubsections || (shape.PartsBelow is { } below && page.Section(below) is not null)))
            {
                foreach (var part in section.Parts)
                {
                    problems.Add(ProblemKind.PartOutsideSection, page.File, part.Line, ("part", part.Label));
                }

                continue;
            }

            var seen = new HashSet<PartKind?>();
            foreach (var part in section.Parts)
            {
                var takesSign = part.Kind == shape.SignPart;
                if (!shape.Knows(part.Kind) && shape.Knows(Meant(part)))
                {
                    problems.Stop(ProblemKind.PartMiswritten, page.File, part.Line, ("text", $"::: {part.Label} {part.Argument}".TrimEnd()));
                }
                else if (!shape.Knows(part.Kind) || (!takesSign && (part.Argument.Length > 0 || !seen.Add(part.Kind))))
                {
                    problems.Add(ProblemKind.PartUnknown, page.File, part.Line, ("part", $"{part.Label} {part.Argument}".TrimEnd()), ("choices", choices));
                }
                else if (part.Block.Count == 0)
                {
                    problems.Add(ProblemKind.PartEmpty, page.File, part.Line, ("part", part.Label));
                }
            }
        }
    }
}
