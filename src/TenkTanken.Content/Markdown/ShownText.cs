using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TenkTanken.Content.Markdown;

/// <summary>
/// What stands in a heading or a paragraph as plain letters once Markdown has taken its own marks out: a mark that is left
/// in it is shown to the reader as it is written.
/// </summary>
/// <param name="Text">With <see cref="Something"/> for each thing that is no letter as it stands: a fact, an address, code, an escaped mark.</param>
/// <param name="IsList">It is what an item of a list begins with.</param>
internal sealed record ShownText(string Text, bool IsList)
{
    /// <summary>No file can have it, so it is nobody's letter.</summary>
    public const char Something = '\u0001';

    private readonly List<(int Start, int Line)> _lines = [];

    /// <summary>The line of the file that a place is on, from 1.</summary>
    public int LineAt(int index) => _lines.FindLast(part => part.Start <= index).Line;

    /// <summary>Every heading and paragraph of a page.</summary>
    public static IEnumerable<ShownText> On(PageSource page)
    {
        foreach (var block in page.Document.Descendants<LeafBlock>())
        {
            if (block is { Inline: { } inlines } and not LinkReferenceDefinition)
            {
                yield return Of(block, inlines);
            }
        }
    }

    /// <summary>A text that is no Markdown: every letter of it is shown.</summary>
    public static ShownText Of(string text, int line) => Of(text, false, [(0, line)]);

    private static ShownText Of(LeafBlock block, ContainerInline inlines)
    {
        var text = new StringBuilder();
        var lines = new List<(int Start, int Line)> { (0, block.Line + 1) };
        foreach (var inline in inlines.Descendants<Inline>())
        {
            // Not every inline knows its line; none stands above the one before it.
            lines.Add((text.Length, Math.Max(lines[^1].Line, inline.Line + 1)));
            text.Append(LettersOf(inline));
        }

        var shown = text.ToString();

        return Of(block is HeadingBlock ? WithoutId(shown) : shown, block.Parent is ListItemBlock item && item[0] == block, lines);
    }

    private static ShownText Of(string text, bool isList, List<(int Start, int Line)> lines)
    {
        var shown = new ShownText(text, isList);
        shown._lines.AddRange(lines);

        return shown;
    }

    private static string LettersOf(Inline inline) => inline switch
    {
        LiteralInline { IsFirstCharacterEscaped: true } literal => Something + literal.Content.ToString()[1..],
        LiteralInline literal => literal.Content.ToString(),
        LanguageInline other => other.Text,
        LineBreakInline => "\n",
        // Written so on purpose, save for one that was escaped once too often: &amp;nbsp;
        HtmlEntityInline entity when entity.Transcoded.ToString() is [var one] && (char.IsLetterOrDigit(one) || one is '&' or '\u00A0') => $"{one}",
        // A bracket that turned out to be no link.
        DelimiterInline delimiter => delimiter.ToLiteral(),
        ContainerInline => "",
        _ => $"{Something}",
    };

    private static string WithoutId(string heading)
    {
        var id = heading.LastIndexOf("{#", StringComparison.Ordinal);

        return id >= 0 && heading.TrimEnd().EndsWith('}') ? heading[..id] : heading;
    }
}
