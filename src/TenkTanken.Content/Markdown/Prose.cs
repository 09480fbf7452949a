using System.Buffers;
using System.Text.RegularExpressions;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Markdown;

internal enum ProseKind
{
    Title,
    Address,
    Description,
    Heading,
    Body,
}

/// <summary>A heading, a paragraph or an item of a list as a reader meets it; or one of the texts beside the pages.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">Without ids, facts, words of another language, code and where links lead; with the line ends of the file.</param>
/// <param name="InAllLanguages">The same, with the words of another language.</param>
/// <param name="Part">The part it stands in; null outside parts.</param>
internal sealed partial record Prose(ProseKind Kind, int Line, string Text, string InAllLanguages, PartKind? Part)
{
    /// <summary>What is left out of a text has one of these in it, save for what a line begins with.</summary>
    private static readonly SearchValues<char> LeftOut = SearchValues.Create("{[]*`");

    /// <summary>The line of the file that a place is on.</summary>
    /// <param name="text">One of the two.</param>
    public int LineAt(int index, string text) => Line + text.AsSpan(0, index).Count('\n');

    /// <summary>The same as a reader sees it, line for line.</summary>
    public Prose AsSeen() => OddCharacters.AsSeen(InAllLanguages) is var seen && ReferenceEquals(seen, InAllLanguages)
        ? this
        : this with { Text = OddCharacters.AsSeen(Text), InAllLanguages = seen };

    public static IEnumerable<Prose> Of(PageSource page)
    {
        yield return new Prose(ProseKind.Address, page.SlugLine, page.Slug, page.Slug, null);
        yield return OneLine(ProseKind.Title, page.TitleLine, page.Title);
        yield return OneLine(ProseKind.Description, page.DescriptionLine, page.Description);

        var lines = page.Text.Split('\n');
        var headings = page.Sections.Select(section => section.Line).ToHashSet();
        PartKind? part = null;
        var inCode = false;
        var gathered = new List<string>();
        for (var number = page.FrontLines; number < lines.Length; number++)
        {
            var line = lines[number];
            var label = inCode ? null : PartLabel().Match(line);
            var isFence = Fence().IsMatch(line);
            var isHeading = headings.Contains(number + 1);
            var begins = inCode || isFence || isHeading || label is { Success: true } || string.IsNullOrWhiteSpace(line) || ListItem().IsMatch(line);
            var isUnderline = isHeading && Underline().IsMatch(line);
            if (begins && gathered.Count > 0)
            {
                yield return Paragraph(isUnderline ? ProseKind.Heading : ProseKind.Body, number + 1 - gathered.Count, gathered, part);
                gathered.Clear();
            }

            if (isFence)
            {
                inCode = !inCode;
            }
            else if (label is { Success: true })
            {
                part = PartKinds.Named(label.Groups["label"].Value);
            }
            else if (isHeading && !isUnderline)
            {
                yield return Paragraph(ProseKind.Heading, number + 1, [line.TrimStart('#', ' ')], part);
            }
            else if (!inCode && !isHeading && !string.IsNullOrWhiteSpace(line))
            {
                gathered.Add(line);
            }
        }

        if (gathered.Count > 0)
        {
            yield return Paragraph(ProseKind.Body, lines.Length + 1 - gathered.Count, gathered, part);
        }
    }

    /// <summary>The buttons, labels and messages of the language.</summary>
    public static IEnumerable<(string File, Prose Text)> OfTexts(ContentSource content, string language) =>
        from texts in content.Texts
        where texts.Language == language
        from text in texts.Prose
        select (texts.File, text);

    /// <summary>The words around facts in the language.</summary>
    public static IEnumerable<(string File, Prose Text)> OfFacts(ContentSource content, string language) =>
        from fact in content.Facts
        from text in fact.Prose[language]
        select (fact.File, text);

    /// <summary>A text that stands beside the pages.</summary>
    public static Prose Of(string text, int line) => OneLine(ProseKind.Body, line, text);

    /// <summary>A value of YAML may go over many lines, but tells only where it begins.</summary>
    private static Prose OneLine(ProseKind kind, int line, string text) => Paragraph(kind, line, [text.ReplaceLineEndings(" ")], null);

    private static Prose Paragraph(ProseKind kind, int line, IEnumerable<string> lines, PartKind? part)
    {
        // A hyphen that shows only where a line breaks would hide the word it stands in.
        var text = string.Join('\n', lines).Replace("\u00AD", "", StringComparison.Ordinal);

        var inAllLanguages = HasLeftOut(text) ? Without(text, otherLanguages: false) : text;

        return new Prose(kind, line, text.Contains('{') ? Without(text, otherLanguages: true) : inAllLanguages, inAllLanguages, part);
    }

    /// <summary>Most texts have nothing to be left out.</summary>
    private static bool HasLeftOut(string text)
    {
        if (text.AsSpan().ContainsAny(LeftOut))
        {
            return true;
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.TrimStart() is [var first, ..] && (first is '-' or '>' || char.IsDigit(first)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Without(string text, bool otherLanguages) =>
        NoWords().Replace(text, match => (!otherLanguages && match.Groups["words"] is { Success: true } words ? $" {words.Value} " : " ")
            + new string('\n', match.Value.Count(letter => letter == '\n')));

    [GeneratedRegex(@"\{#[^}]*\}|\{fact:[^}]*\}|\{[a-z]{2,3}:(?<words>[^{}\n]*)\}|(?<=\])\([^)]*\)|`[^`]*`|[*\[\]]|^\s*(-|\d+\.|>)\s", RegexOptions.Multiline)]
    private static partial Regex NoWords();

    [GeneratedRegex(@"^ {0,3}:{3,}\s*(?<label>\S*)")]
    private static partial Regex PartLabel();

    [GeneratedRegex("^ {0,3}(```|~~~)")]
    private static partial Regex Fence();

    /// <summary>What makes a heading of the lines above.</summary>
    [GeneratedRegex(@"^ {0,3}(=+|-+)\s*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*([-*+]|\d+[.)])\s")]
    private static partial Regex ListItem();
}
