using System.Buffers;
using Ganss.Xss;

namespace TenkTanken.Content.Markdown;

/// <summary>
/// The second look at what the pipeline made. Links were already checked on the syntax tree; this holds even if a
/// later extension of the pipeline lets something through.
/// </summary>
internal static class Cleaner
{
    private static readonly string[] Tags = ["a", "blockquote", "br", "code", "em", "li", "ol", "p", "span", "strong", "ul"];

    /// <summary>Those that say something without an attribute, and are closed where they were opened.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BareTags =
        Tags.Except(["a", "br", "span"]).ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is markup, or is written otherwise once it has been parsed.</summary>
    private static readonly SearchValues<char> Telling = SearchValues.Create("<>&\u00A0\r\0");

    private static readonly HtmlSanitizer Sanitizer = Make();

    public static Html Clean(string html) => new((IsPlain(html) ? html : Sanitizer.Sanitize(html)).Trim());

    /// <summary>
    /// Letters between tags of ours that have no attribute and are closed in their order. The sanitiser would give it back as it
    /// is: there is nothing in it that it may take away. Nine in ten are so, and each would cost a parser.
    /// </summary>
    private static bool IsPlain(ReadOnlySpan<char> html)
    {
        var open = new Stack<string>();
        for (var at = html.IndexOfAny(Telling); at >= 0; at = html.IndexOfAny(Telling))
        {
            html = html[at..];
            var end = html.IndexOf('>');
            if (html[0] != '<' || end < 0)
            {
                return false;
            }

            var isClosing = html[1] == '/';
            if (!BareTags.TryGetValue(html[(isClosing ? 2 : 1)..end], out var tag) || (isClosing && !(open.TryPop(out var last) && last == tag)))
            {
                return false;
            }

            if (!isClosing)
            {
                open.Push(tag);
            }

            html = html[(end + 1)..];
        }

        return open.Count == 0;
    }

    private static HtmlSanitizer Make()
    {
        // Narrowed from the defaults: starting from empty options the library does not look at addresses at all.
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        Narrow(sanitizer.AllowedTags, Tags);
        Narrow(sanitizer.AllowedAttributes, ["href", "lang"]);
        Narrow(sanitizer.AllowedSchemes, Links.Schemes);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();

        return sanitizer;
    }

    private static void Narrow(ISet<string> allowed, IEnumerable<string> to)
    {
        allowed.Clear();
        allowed.UnionWith(to);
    }
}
