using System.Buffers;
using System.Text.RegularExpressions;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking;

/// <summary>
/// Marks that stand in what a reader sees: of our Markdown, where it was written so that it is none, and of the Markdown
/// people know from elsewhere (GitHub, Obsidian, Teams, Pandoc), which we do not have. One that was escaped is not seen here.
/// </summary>
internal static partial class Marks
{
    /// <summary>Without one of these, and where no line begins oddly, there is hardly a mark.</summary>
    private static readonly SearchValues<char> Any = SearchValues.Create("*_~=|[]{}<>@#`\\^$%&+\t•●▪▫◦‣⁃∙■□☐☑☒➢➤➔►▶✓✔✗✘○·");

    /// <summary>Whoever has so many in one paragraph pasted something that is no page, and need not be told of each.</summary>
    public const int MostInOne = 50;

    /// <summary>In this order: what is part of something larger is told of as that.</summary>
    private static readonly (Regex Pattern, ProblemKind Kind, bool Certain)[] InOrder =
    [
        (Footnote(), ProblemKind.FootnoteNotUsed, true),
        (Callout(), ProblemKind.MarkUnknown, true),
        (Table(), ProblemKind.TableNotUsed, true),
        (PerhapsTable(), ProblemKind.TableNotUsed, false),
        (Link(), ProblemKind.LinkMiswritten, true),
        (Task(), ProblemKind.TaskListNotUsed, true),
        (Address(), ProblemKind.AddressBare, true),
        (Heading(), ProblemKind.HeadingMiswritten, true),
        (List(), ProblemKind.ListMiswritten, true),
        (PerhapsList(), ProblemKind.ListMiswritten, false),
        (Part(), ProblemKind.PartMiswritten, true),
        (Unknown(), ProblemKind.MarkUnknown, true),
        (Emphasis(), ProblemKind.EmphasisLeft, true),
        (PerhapsEmphasis(), ProblemKind.EmphasisLeft, false),
        (Entity(), ProblemKind.EntityLeft, true),
        (SplitWord(), ProblemKind.WordSplit, false),
        (Brackets(), ProblemKind.BracketsLeft, true),
        (Left(), ProblemKind.MarkLeft, true),
    ];

    /// <returns>Each place once.</returns>
    public static IEnumerable<FoundMark> In(ShownText shown)
    {
        if (!MayHave(shown.Text))
        {
            yield break;
        }

        var taken = new List<FoundMark>();
        foreach (var (pattern, kind, certain) in InOrder)
        {
            foreach (Match match in pattern.Matches(shown.Text))
            {
                var found = new FoundMark(kind, shown.LineAt(match.Index), match.Index, match.Length, Readable(match.Value), Escaped(match.Value), certain);
                if (kind == ProblemKind.TaskListNotUsed && !IsTask(match.Value, shown))
                {
                    continue;
                }

                if (!taken.Exists(other => other.Overlaps(found) || IsSameFault(other, found)))
                {
                    taken.Add(found);
                    yield return found;
                    if (taken.Count == MostInOne)
                    {
                        yield break;
                    }
                }
            }
        }
    }

    /// <summary>Every line of a table or a list has it, and is mended with the first; and marks that were to stand around words come in pairs.</summary>
    private static bool IsSameFault(FoundMark one, FoundMark other) => one.Kind == other.Kind && one.Kind switch
    {
        ProblemKind.TableNotUsed or ProblemKind.ListMiswritten => true,
        ProblemKind.EmphasisLeft => one.Line == other.Line,
        _ => false,
    };

    /// <summary>Outside a list a box that is ticked may be words in brackets.</summary>
    private static bool IsTask(string box, ShownText shown) =>
        shown.IsList || box.TrimStart()[0] != '[' || !box.Contains('x', StringComparison.OrdinalIgnoreCase);

    private static bool MayHave(string text)
    {
        if (text.AsSpan().ContainsAny(Any) || BeginsOddly(text, 0)
            || text.Contains(".md", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        for (var at = text.AsSpan().IndexOfAny(':', '\n'); at >= 0;)
        {
            if (text[at] == '\n' ? BeginsOddly(text, at + 1) || (at > 0 && text[at - 1] == '-') : at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]))
            {
                return true;
            }

            var next = text.AsSpan(at + 1).IndexOfAny(':', '\n');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>As an item of a list that was made by hand does.</summary>
    private static bool BeginsOddly(string text, int at) =>
        at < text.Length
        && (text[at] is '-' or '–' or '—' or '−' or '→' or '»'
            or '(' || char.IsDigit(text[at]) || (at + 1 < text.Length && text[at + 1] is ')' or '.' or '\u00A0'));

    /// <summary>How the first mark is written so that it is shown: each sign of it with a backslash.</summary>
    private static string Escaped(string text)
    {
        var mark = text.SkipWhile(letter => char.IsLetterOrDigit(letter) || char.IsWhiteSpace(letter)).ToList();

        return string.Concat(mark.TakeWhile(letter => letter == mark[0]).Select(letter => $"\\{letter}"));
    }

    private static string Readable(string text)
    {
        var line = text.Trim().Replace('\t', ' ').Split('\n')[0].Replace($"{ShownText.Something}", "…", StringComparison.Ordinal);

        return line.Length > 40 ? $"{line[..40]}…" : line;
    }

    [GeneratedRegex(@"\[\^[^\[\]\n]*\]:?|\^\[[^\[\]\n]*\]")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^[ \t]*([-*+][ \u00A0])?\[[ xX\u00A0]\](?=\s)", RegexOptions.Multiline)]
    private static partial Regex Task();

    // > [!NOTE]
    [GeneratedRegex(@"^\[![A-Za-z]+\]", RegexOptions.Multiline)]
    private static partial Regex Callout();

    // The head of a table with the line below it, a line between bars, the line below the head of a table, or a table drawn with plus signs.
    [GeneratedRegex(
        @"^.*\|.*\n(?=[ \t]*\|?[ \t]*:?-+:?[ \t]*\|)|^[ \t]*\|.*$|^.*\|[ \t]*$|^[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+$|^[ \t]*\+([-=]{2,}\+)+",
        RegexOptions.Multiline)]
    private static partial Regex Table();

    // Two lines with a bar or a tab within: the second is how a table comes out of Word and Excel.
    [GeneratedRegex(@"^[^|\n]+\|[^\n]+\n[^|\n]+\|[^\n]+$|^[^\t\n]+\t[^\n]+\n[^\t\n]+\t[^\n]+$", RegexOptions.Multiline)]
    private static partial Regex PerhapsTable();

    // [[x]], [x](y with anything in between or no end, [x] (page.md), [x][y], (x)[page.md], and the name of a page alone.
    [GeneratedRegex(
        @"!?\[\[[^\[\]\n]+\]\]|!?\[[^\[\]\n]*\]\([^()\n]*\)?|\]\("
        + @"|\[[^\[\]\n]*\]\s{0,3}[:\u200B]?\s{0,3}\((?=[^()\n]*(\.md|://|www\.|#|@))[^()\n]*\)?"
        + @"|\[[^\[\]\n]+\]\s{0,3}\{[^{}\n]*\.md[^{}\n]*\}|\[[^\[\]\n]+\]\s?\[[^\[\]\n]*\]|\([^()\n]+\)\[[^\[\]\n]*(\.md|://|www\.|#)[^\[\]\n]*\]"
        + @"|<?(?<![a-z0-9-])[a-z0-9-]+\.md\b(#[a-z0-9-]*)?>?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"\b(https?|ftp|file)://[^\s<>()\[\]«»""\u0001]*[^\s<>()\[\]«»""\u0001.,;:!?]|\b(mailto|tel):[^\s<>()\[\]«»""\u0001]+"
        + @"|\bwww\.\w[\w-]*(\.[\w-]+)+(/[^\s<>()\[\]«»""\u0001]*[^\s<>()\[\]«»""\u0001.,;:!?])?"
        + @"|(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // ##Tekst, and ## before a space that is none for Markdown. One # without an id is how people name a subject.
    [GeneratedRegex(@"^[ \t\u00A0\u200B]*(#{2,}.*|#[\u00A0\u2000-\u200B\u202F\u3000].*|#\w.*\{#.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    // • punkt, and - before a space that is none for Markdown; or two lines that begin with -tekst or *tekst.
    [GeneratedRegex(
        @"^[ \t]*[•●▪▫◦‣⁃∙■□☐☑☒➢➤➔►▶✓✔✗✘○·][\s\p{L}\p{N}].*$|^[ \t]*o[\t\u00A0].*$"
        + @"|^[ \t]*[-*+][\u00A0\u2000-\u200B\u202F\u3000].*$|^[ \t]*[-+*]\p{L}.*\n[ \t]*[-+*]\p{L}.*$",
        RegexOptions.Multiline)]
    private static partial Regex List();

    // One such line, or two that begin with a dash, a number or a letter.
    [GeneratedRegex(
        @"^[ \t]*[-+]\p{L}.*$|^[ \t]*[–—−→»][ \t\u00A0]*\S.*\n[ \t]*[–—−→»][ \t\u00A0]*\S.*$"
        + @"|^[ \t]*\(?\d{1,3}[.)][ \t\u00A0]*\p{L}.*\n[ \t]*\(?\d{1,3}[.)][ \t\u00A0]*\p{L}.*$"
        + @"|^[ \t]*\(?[a-zA-Z][.)]\s+\S.*\n[ \t]*\(?[a-zA-Z][.)]\s+\S.*$",
        RegexOptions.Multiline)]
    private static partial Regex PerhapsList();

    [GeneratedRegex(@":{3,}.*$|^[ \t]*::[ \t]*[a-zæøå]+[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Part();

    // ~~struck~~, ==marked==, ++added++, %%hidden%%, $$formula$$, $formula$, ||covered||, :smile:, ^raised^, ~lowered~; {{template}} is told of as braces.
    [GeneratedRegex(
        @"~~[^~\n]*~{0,2}|(?<![=<>!])==(?=[^\s=])[^=\n]*=="
        + @"|(?<![\w+])\+\+(?=[^\s+])[^+\n]*\+\+|%%[^%\n]+%%|\$\$[^$\n]+\$\$|\|\|[^|\n]+\|\|"
        + @"|(?<![\w:/]):[a-z][a-z0-9_+-]+:(?![\w:/])|\^[^\s^\n]+\^|(?<![\w~])~(?=[^\s~\d])[^~\n]*[^\s~]~(?![\w~])|(?<=\w)~[^\s~]{1,10}~"
        + @"|(?<![\w$])\$(?=[^\s$])[^$\n]*(?<=[^\s$])\$(?![\w$])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Unknown();

    // Two stars together, or two marks that touch words and were to stand around them. Underscores within a word are none.
    [GeneratedRegex(
        @"\*{2,}([^*\n]*\*+)?|(?<![*\d])\*(?=\S)[^*\n]*\*|(?<=[^\d\s] )\* (?!\d)[^*\n]*\*|(?<![\w_])_{1,2}(?=[^\s_])[^_\n]*_{1,2}",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<![\d*])\*(?=[^\s*])\S*|(?<!\S)[^\s\d*]+\*(?!\*)|(?<![\w_])_(?=[^\s_])\S*|(?<!\S)\S*[^\s_]_(?![\w_])")]
    private static partial Regex PerhapsEmphasis();

    [GeneratedRegex(
        @"&[a-zA-Z][a-zA-Z0-9]{1,30};|&#[xX]?[0-9a-fA-F]+;?"
        + @"|&(nbsp|amp|lt|gt|quot|apos|shy|aring|oslash|aelig|ndash|mdash|laquo|raquo|hellip|rsquo|lsquo|ldquo|rdquo|bull)(?![a-z])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Entity();

    // [samtalen]: what was to be a link, or stands for what was left out. […] is how a quotation is shortened.
    [GeneratedRegex(@"\[(?=[^\[\]\n]*\w)[^\[\]\n]*\]")]
    private static partial Regex Brackets();

    // menneske-⏎handel, out of a PDF; but not helse-⏎og omsorg.
    [GeneratedRegex(@"\w*\p{Ll}-\n(?!(og|eller|men|til|and|or|to)\b)\p{Ll}+")]
    private static partial Regex SplitWord();

    [GeneratedRegex(@"`+[^`\n]*`*|\\\S*")]
    private static partial Regex Left();
}

/// <param name="Text">As it stands there, cut to what a message has room for.</param>
/// <param name="Escaped">How one writes its first sign so that it is shown.</param>
/// <param name="Certain">False: it may have been meant so.</param>
internal sealed record FoundMark(ProblemKind Kind, int Line, int Index, int Length, string Text, string Escaped, bool Certain)
{
    public bool Overlaps(FoundMark other) => Index < other.Index + other.Length && other.Index < Index + Length;
}
