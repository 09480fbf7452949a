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
                        Compare(edition, first, page, edition.First.Code, problems);
                    }
                }
            }
        }
    }

    private static void Compare(EditionSource edition, PageSource first, PageSource page, string language, ProblemList problems)
    {
        var shape = PageShape.Of(edition.KindOf(page));

        // Headings that the kind or the structure asks for are missed by other rules, in each language.
        var asked = shape.RequiredSections.Concat(edition.KindOf(page) == PageKind.Checklist ? edition.Structure.Signs.Select(sign => sign.Id) : [])
            .ToHashSet();
        var (places, ownPlaces) = (PlacesOf(first), PlacesOf(page));
        var nameless = page.Sections.Any(section => section.Id.Length == 0);
        var line = 0;
        foreach (var section in first.Sections.Where(section => section.Id.Length > 0))
        {
            if (page.Section(section.Id) is not { } own)
            {
                // At the heading it would follow, or at the file where it would be the first. A heading without an id may be it.
                if (!nameless && !asked.Contains(section.Id))
                {
                    AddMissing(line, section);
                }

                continue;
            }

            line = own.Line;
            if (own.Level != section.Level)
            {
                problems.Add(ProblemKind.HeadingLevel, page.File, own.Line);
            }
            else if (ownPlaces[own.Id] != places[own.Id] && page.Section(places[own.Id]) is { } above)
            {
                // It stands below another heading: below this one it is missing.
                AddMissing(above.Line, section);
            }

            CompareParts(section, own, page.File, language, shape, problems);
        }

        foreach (var section in page.Sections.Where(section => section.Id.Length > 0 && first.Section(section.Id) is null && !asked.Contains(section.Id)))
        {
            problems.Add(ProblemKind.IdOnlyInLanguage, page.File, section.Line, ("id", section.Id), ("language", language));
        }

        void AddMissing(int at, SectionSource section) =>
            problems.Add(ProblemKind.IdMissingInLanguage, page.File, at, ("id", section.Id), ("language", language), ("line", $"{section.Line}"));
    }

    /// <summary>By id, the id of the heading above; empty for one of the second level.</summary>
    private static Dictionary<string, string> PlacesOf(PageSource page) =>
        page.Outline.Sections.SelectMany(above => above.Sections.Select(below => (below.Id, Above: above.Id)).Prepend((above.Id, Above: "")))
            .DistinctBy(place => place.Id)
            .ToDictionary(place => place.Id, place => place.Above);

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
        section.Parts.Where(part => !shape.Requires(part.Kind)).Select(part => $"{part.Label} {part.Argument}".TrimEnd());
}
