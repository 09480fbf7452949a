using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TenkTanken.Content.Markdown;

/// <summary>From a page's source to the page readers get. Only for content that the rules have found whole.</summary>
/// <param name="facts">Every fact, by id.</param>
internal sealed class PageReader(Links links, Func<string, string> addressOf, IReadOnlyDictionary<string, Fact> facts, string language)
{
    private const int BlocksAtATime = 50;

    public Page Read(PageSource source, PageKind kind)
    {
        var told = PutInPlace(source);

        return new Page(
            source.Id,
            kind,
            language,
            addressOf(source.Slug),
            source.Slug,
            source.Title,
            source.Description,
            Render(source.Outline.Intro.Body),
            source.Outline.Intro.Source,
            [.. source.Outline.Sections.Select(Finish)],
            told);
    }

    /// <summary>Gives links and facts their addresses and words.</summary>
    /// <returns>The facts the page tells.</returns>
    private List<Fact> PutInPlace(PageSource source)
    {
        var told = new List<Fact>();
        foreach (var inline in source.Document.Descendants<Inline>())
        {
            switch (inline)
            {
                case FactInline fact:
                    fact.Fact = facts[fact.Id];
                    fact.Language = language;
                    told.Add(fact.Fact);
                    break;
                case LinkInline link:
                    // Not in the place of what stands there: the same page may be built again, below another root.
                    var address = links.Find(link.Url ?? "", source).Address;
                    link.GetDynamicUrl = () => address;
                    break;
            }
        }

        return [.. told.Distinct()];
    }

    private static Section Finish(SectionSource section) => new(
        section.Id,
        section.Title,
        Render(section.Body),
        [.. section.Parts.Where(part => part.Argument.Length == 0).Select(Finish).OrderBy(part => part.Kind)],
        section.Parts.Where(part => part.Argument.Length > 0).ToDictionary(part => part.Argument, Finish),
        [.. section.Sections.Select(Finish)],
        section.Source);

    private static Part Finish(PartSource part) => new(part.Kind!.Value, Render(part.Block))
    {
        Choices = part.Kind == PartKind.Choices ? [.. (part.Items ?? []).SelectMany(item => item.OfType<ParagraphBlock>()).Select(RenderWords)] : [],
    };

    /// <summary>Without a paragraph around them: a button takes nothing else.</summary>
    private static Html RenderWords(ParagraphBlock words)
    {
        var writer = new StringWriter();
        Pipeline.RendererTo(writer).WriteLeafInline(words);

        return Cleaner.Clean(writer.ToString());
    }

    /// <summary>Some blocks at a time: the cleaner takes time that grows with the square of how many there are.</summary>
    private static Html Render(IEnumerable<Block> blocks) => new(string.Join('\n', blocks.Chunk(BlocksAtATime).Select(RenderSome)));

    private static string RenderSome(Block[] blocks)
    {
        var writer = new StringWriter();
        var renderer = Pipeline.RendererTo(writer);
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }

        return Cleaner.Clean(writer.ToString()).Value;
    }
}
