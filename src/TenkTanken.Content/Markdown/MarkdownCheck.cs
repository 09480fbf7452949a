using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Markdown;

/// <summary>
/// Parses the Markdown of a page, unless it is of the sort that parsers take long over: the time for a paragraph grows
/// with the square of its length, and for blocks with how deep they stand inside each other.
/// </summary>
internal sealed class MarkdownCheck(string text, string file, ProblemList problems)
{
    /// <summary>Several times our longest. A whole file of such paragraphs is parsed in half a second at worst.</summary>
    private const int LongestParagraph = 4000;

    private readonly string[] _lines = text.Split('\n');

    /// <summary>Null when it was not parsed; the problem is named then.</summary>
    public MarkdownDocument? Parse()
    {
        if (!IsFlatEnough())
        {
            return null;
        }

        try
        {
            var document = Pipeline.Parse(text);

            return IsFlatEnough(document) && HasOnlyWritable(document) ? document : null;
        }
        catch (ArgumentException)
        {
            // What Markdig throws when blocks are nested deeper than its limit. It does not say where.
            Refuse(ProblemKind.MarkdownTooDeep, FirstLineTooDeep());
            return null;
        }
    }

    /// <summary>What can be seen line by line, before anything is parsed.</summary>
    private bool IsFlatEnough()
    {
        var (length, start, parts) = (0, 0, 0);
        for (var at = 0; at < _lines.Length; at++)
        {
            var line = _lines[at].AsSpan().Trim();
            (length, start) = line.IsEmpty ? (0, at + 1) : (length + line.Length + 1, start);
            if (length > LongestParagraph)
            {
                return Refuse(ProblemKind.ParagraphTooLong, start + 1);
            }

            if (line.StartsWith(":::"))
            {
                parts = line.TrimStart(':').IsEmpty ? Math.Max(0, parts - 1) : parts + 1;
            }

            if (parts > Pipeline.MaxDepth || Markers(line) > Pipeline.MaxDepth)
            {
                return Refuse(ProblemKind.MarkdownTooDeep, at + 1);
            }
        }

        return true;
    }

    /// <summary>How many quotations and list items begin on the line, each inside the one before.</summary>
    private static int Markers(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var length = Marker(line); length > 0; length = Marker(line))
        {
            line = line[length..].TrimStart();
            count++;
        }

        return count;
    }

    private static int Marker(ReadOnlySpan<char> line)
    {
        if (line is ['>', ..])
        {
            return 1;
        }

        var digits = line.IndexOfAnyExceptInRange('0', '9');
        var length = line is ['-' or '*' or '+', ..] ? 1 : digits > 0 && line[digits] is '.' or ')' ? digits + 1 : 0;

        return length > 0 && (length == line.Length || line[length] is ' ' or '\t') ? length : 0;
    }

    private bool IsFlatEnough(MarkdownDocument document)
    {
        var waiting = new Stack<(MarkdownObject Item, int Depth)>([(document, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > Pipeline.MaxDepth)
            {
                return Refuse(ProblemKind.MarkdownTooDeep, next.Item.Line + 1);
            }

            foreach (var below in Below(next.Item))
            {
                waiting.Push((below, next.Depth + 1));
            }
        }

        return true;
    }

    private static IEnumerable<MarkdownObject> Below(MarkdownObject item) => item switch
    {
        ContainerBlock blocks => blocks,
        LeafBlock { Inline: { } inlines } => inlines,
        ContainerInline inlines => inlines,
        _ => [],
    };

    /// <summary>An entity is one more way to write what the file itself may not have.</summary>
    private bool HasOnlyWritable(MarkdownDocument document)
    {
        var wrong = document.Descendants<HtmlEntityInline>().FirstOrDefault(entity => Unwritable.IndexIn(entity.Transcoded.ToString()) >= 0);

        return wrong is null || Refuse(ProblemKind.ControlCharacter, wrong.Line + 1);
    }

    private int FirstLineTooDeep()
    {
        var (fine, deep) = (0, _lines.Length);
        while (deep - fine > 1)
        {
            var middle = (fine + deep) / 2;
            (fine, deep) = IsTooDeep(string.Join('\n', _lines[..middle])) ? (fine, middle) : (middle, deep);
        }

        return deep;
    }

    private static bool IsTooDeep(string text)
    {
        try
        {
            Pipeline.Parse(text);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private bool Refuse(ProblemKind kind, int line)
    {
        problems.Add(kind, file, line, ("limit", $"{LongestParagraph}"));

        return false;
    }
}
