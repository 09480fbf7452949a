using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Markdown;

/// <summary>From a syntax tree with its links in place to a page: intro, sections, their labelled parts.</summary>
/// <param name="signs">Ids of the edition's signs.</param>
internal sealed class PageReader(PageSource source, PageKind kind, IReadOnlyList<string> signs, ProblemList problems)
{
    private readonly PageShape _shape = PageShape.Of(kind);

    public Page Read(string id, string language)
    {
        var intro = new Draft("", "", 0);
        var sections = new List<Draft>();
        var current = intro;
        var headings = source.Headings.ToDictionary(heading => (Block)heading.Block);
        foreach (var block in source.Document)
        {
            if (headings.GetValueOrDefault(block) is { } heading)
            {
                current = new Draft(heading.Id, heading.Title, heading.Line);
                Place(current, heading, sections);
            }
            else if (block is CustomContainer part)
            {
                AddPart(current, part);
            }
            else
            {
                current.Body.Add(block);
            }
        }

        RequireSections(sections);
        RequireParts(sections);

        return new Page(id, kind, language, source.Slug, source.Title, source.Description, Render(intro.Body), [.. sections.Select(Finish)]);
    }

    private void Place(Draft draft, Heading heading, List<Draft> sections)
    {
        if (heading.Level == 2)
        {
            sections.Add(draft);
        }
        else if (sections.Count > 0)
        {
            sections[^1].Sections.Add(draft);
        }
        else
        {
            problems.Add(ProblemKind.HeadingLevel, source.File, heading.Line);
        }
    }

    private void AddPart(Draft section, CustomContainer part)
    {
        var label = part.Info ?? "";
        var allowed = _shape.RequiredParts.Concat(_shape.OptionalParts).ToList();
        if (section.Line == 0)
        {
            problems.Add(ProblemKind.PartOutsideSection, source.File, part.Line + 1, ("part", label));
        }
        else if (label == _shape.SignPart)
        {
            AddSignPart(section, part, label);
        }
        else if (!allowed.Contains(label) || !section.Parts.TryAdd(label, part))
        {
            problems.Add(ProblemKind.PartUnknown, source.File, part.Line + 1, ("part", label), ("choices", string.Join(", ", _shape.SignPart is { } known ? [.. allowed, known] : allowed)));
        }
    }

    private void AddSignPart(Draft section, CustomContainer part, string label)
    {
        var sign = part.Arguments ?? "";
        if (!signs.Contains(sign))
        {
            problems.Add(ProblemKind.SignUnknown, source.File, part.Line + 1, ("id", sign), ("part", label));
        }
        else if (!section.SignParts.TryAdd(sign, part))
        {
            problems.Add(ProblemKind.SignTwice, source.File, part.Line + 1, ("id", sign), ("section", section.Id));
        }
    }

    private void RequireSections(List<Draft> sections)
    {
        foreach (var id in _shape.RequiredSections.Where(id => !sections.Any(section => section.Id == id)))
        {
            problems.Add(ProblemKind.SectionMissing, source.File, 0, ("id", id));
        }
    }

    private void RequireParts(List<Draft> sections)
    {
        var carriers = _shape.PartsBelow is { } below
            ? sections.Where(section => section.Id == below).SelectMany(section => section.Sections)
            : sections;
        foreach (var section in carriers)
        {
            foreach (var label in _shape.RequiredParts.Where(label => !section.Parts.ContainsKey(label)))
            {
                problems.Add(ProblemKind.PartMissing, source.File, section.Line, ("id", section.Id), ("part", label));
            }

            if (_shape.SignPart is { } signPart && section.SignParts.Count == 0)
            {
                problems.Add(ProblemKind.SignPartMissing, source.File, section.Line, ("id", section.Id), ("part", signPart));
            }
        }
    }

    private static Section Finish(Draft draft) => new(
        draft.Id,
        draft.Title,
        Render(draft.Body),
        draft.Parts.ToDictionary(part => part.Key, part => Render(part.Value)),
        draft.SignParts.ToDictionary(part => part.Key, part => Render(part.Value)),
        [.. draft.Sections.Select(Finish)]);

    private static Html Render(IEnumerable<Block> blocks)
    {
        var writer = new StringWriter();
        var renderer = Pipeline.RendererTo(writer);
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }

        return Cleaner.Clean(writer.ToString());
    }

    /// <param name="Line">0 above the first heading.</param>
    private sealed record Draft(string Id, string Title, int Line)
    {
        public List<Block> Body { get; } = [];

        public Dictionary<string, CustomContainer> Parts { get; } = [];

        public Dictionary<string, CustomContainer> SignParts { get; } = [];

        public List<Draft> Sections { get; } = [];
    }
}
