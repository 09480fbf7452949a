using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>Pages that parsers take long over, that stand too deep, or that do not begin as a page does.</summary>
internal static class BadMarkdown
{
    private const int Most = 60_000;
    private const int Paragraph = 3990;

    /// <summary>Each of them, many times over, has made one parser or another slow.</summary>
    private static readonly string[] Units =
    [
        "[a](", "![", "*a ", "**x", "***a", "`", "`a", "``` ", "<", "<a ", "<!--", "<?", "<https://a", "{fact:", "{fact:a}", "{#a}", "[a]: b ", "> ", ">", "- ",
        "1. ", ":::", "*", "_", "*_", "a*", "**a* ", "_a __b ", "a** b* ", "*a *b c* d* ", "&amp;", "&", "&#", "[", "]", "[]", "[a]", "[a][b]",
        "[a](<", "[a](b \"",
        "![a](b)", "[![a](b)](c)", "![[]()", "\\", "\\[", "~", "::a", "::a:: ", "- - ", "> - ", "http://", "a@b", "\t", "a  ", "|a", "# ", "=", "{",
    ];

    public static IEnumerable<BadCase> All(BreakableContent content)
    {
        var page = $"{content.Edition}/nb/conversation.md";

        return Paragraphs(page).Concat(Nests(page)).Concat(Long(page)).Concat(FrontMatter(page)).Concat(Entities(page));
    }

    private static IEnumerable<BadCase> Paragraphs(string page)
    {
        yield return Add(page, "has a paragraph that is a letter too long", new string('a', 4000), ProblemKind.ParagraphTooLong, 1);
        yield return Add(page, "has a paragraph of many lines", Repeat("a\n", 4100), ProblemKind.ParagraphTooLong, 1);
        yield return Add(page, "has a long paragraph below others", "a\n\nb\n\n" + Repeat("word ", 5000), ProblemKind.ParagraphTooLong, 5);
        yield return Add(page, "has a quotation without end", Repeat("> a\n", 4100), ProblemKind.ParagraphTooLong, 1);
        foreach (var unit in Units)
        {
            if (unit.Trim().Length > 0)
            {
                yield return Add(page, $"has {unit} without end", "a" + Repeat(unit, Most / 2), ProblemKind.ParagraphTooLong, 1);
            }

            yield return Try(page, $"has {unit} many times", Repeat(unit, Paragraph));
        }
    }

    /// <summary>As much as a file holds of what is still parsed.</summary>
    private static IEnumerable<BadCase> Long(string page)
    {
        foreach (var unit in new[] { "[a](", "*_", "a*", "**x", "**a* ", "::a:: ", "*a *b c* d* ", "`a", "[a]", "{fact:" })
        {
            yield return Try(page, $"is paragraphs of {unit}", Repeat(Repeat(unit, Paragraph) + "\n\n", Most));
        }

        string[] blocks =
        [
            "a", "-", "- a", "1. a", "> a", "# a", "## a {#a}", "### a {#a}", "---", "a\n-", "```", "    a", "[a]: b", "<div>", "::: a\n:::",
            "::: say\n- a\n:::", "* a\n\n- a\n\n+ a", "{fact:rosa}", "[a](home.md)", "\\",
        ];
        foreach (var block in blocks)
        {
            // The cleaner takes a second for as many as a file holds, so that is asked of the shortest only.
            var length = block == "a" ? Most : Most / 3;
            yield return Try(page, $"is blocks of {block.Replace("\n", " ", StringComparison.Ordinal)}", Repeat(block + "\n\n", length));
        }

        yield return Try(page, "is empty lines", Repeat("\n", Most));
        yield return Try(page, "is definitions and links to them", string.Concat(Enumerable.Range(0, 1700).Select(at => $"[a{at}]: home.md\n\n[a{at}]\n\n")));
        yield return Try(page, "has a heading of spaces", "## a" + Repeat(" {#", Paragraph) + Repeat(" ", 3000) + "b");
        yield return Try(page, "is headings of spaces", Repeat("## a" + Repeat(" ", 3000) + "b\n\n", Most));
    }

    private static IEnumerable<BadCase> Nests(string page)
    {
        (string Name, string Text, int Line)[] nests =
        [
            ("quotations", "a\n\n" + Repeat("> ", 1000) + "a", 3),
            ("quotations without spaces", Repeat(">", 500) + "a", 1),
            ("lists", Repeat("- ", 1000) + "a", 1),
            ("numbered lists", Repeat("1. ", 1000) + "a", 1),
            ("lists in quotations", Repeat("> - ", 1000) + "a", 1),
            ("parts", Repeat("::: say\n\n", Most), 65),
            ("parts without names between", Repeat("::: say\n:::: say\n\n", Most), 49),
            ("lists in steps", string.Concat(Enumerable.Range(0, 100).Select(depth => new string(' ', 2 * depth) + "- a\n")), 0),
            ("quotations over lines", "> a\n>> a\n" + Repeat("> ", 66) + "a", 3),
            ("brackets", "a\n\n" + Repeat("[", 3000), 3),
            ("pictures", Repeat("![", Paragraph), 1),
            ("emphasis", Repeat("*a ", 1500) + Repeat("b* ", 1500), 1),
            ("strong emphasis", Repeat("**a ", 1500) + Repeat("b** ", 1500), 1),
            ("links in links", Repeat("![a", 1200) + Repeat("](b)", 1600), 1),
        ];

        foreach (var (name, text, line) in nests)
        {
            yield return line > 0
                ? Add(page, $"has {name} inside each other", text, ProblemKind.MarkdownTooDeep, line)
                : Try(page, $"has {name} inside each other", text);
        }
    }

    private static IEnumerable<BadCase> FrontMatter(string page)
    {
        (string Name, Func<string, string> Change)[] missing =
        [
            ("is only front matter that is not closed", _ => "---\nslug: a\n"),
            ("has no front matter", text => text[text.IndexOf("---\n\n", StringComparison.Ordinal)..][4..]),
            ("begins with an empty line", text => "\n" + text),
            ("begins with a space", text => " " + text),
            ("begins with four hyphens", text => "-" + text),
            ("begins with long hyphens", text => "———" + text[3..]),
            ("has front matter that is not closed", text => text.Replace("\n---\n", "\n", StringComparison.Ordinal)),
            ("has front matter closed with two hyphens", text => text.Replace("\n---\n", "\n--\n", StringComparison.Ordinal)),
            ("has front matter closed further in", text => text.Replace("\n---\n", "\n ---\n", StringComparison.Ordinal)),
            ("has front matter without end", text => "---\n" + Repeat("# a\n", 9000) + text[4..]),
            ("is a line", _ => "---"),
            ("is words", _ => "Hei."),
        ];
        foreach (var (name, change) in missing)
        {
            yield return new BadCase($"{page} {name}", content =>
            {
                content.Write(page, change(content.Text(page)));
                return new Expected(ProblemKind.FrontMatterMissing, page, 1);
            });
        }

        yield return new BadCase($"{page} has front matter twice", content =>
        {
            content.Write(page, content.Text(page).Replace("\n---\n", "\n---\n---\nslug: a\n---\n", StringComparison.Ordinal));
            return null;
        });
        yield return new BadCase($"{page} is only front matter", content =>
        {
            content.Write(page, "---\nslug: a\ntitle: a\ndescription: a\n---");
            return null;
        });
        yield return new BadCase($"{page} has empty front matter", content =>
        {
            content.Write(page, "---\n---\n\na\n");
            return new Expected(ProblemKind.YamlNotAMap, page, 2);
        });
    }

    private static IEnumerable<BadCase> Entities(string page)
    {
        foreach (var entity in new[] { "&#x202E;", "&#1;", "&#x2066;", "&#27;", "&#xFFFE;", "&#xFEFF;" })
        {
            yield return Add(page, $"has {entity}", $"a\n\nb {entity} c", ProblemKind.ControlCharacter, 3);
        }

        foreach (var entity in new[] { "&#0;", "&#xD800;", "&#99999999;", "&#x110000;", "&NoSuchThing;", "&#;" })
        {
            yield return Try(page, $"has {entity}", entity);
        }
    }

    private static BadCase Add(string page, string how, string text, ProblemKind kind, int line) => new($"{page} {how}", content =>
    {
        var above = content.Text(page).TrimEnd('\n') + "\n\n";
        content.Write(page, above + text + "\n");
        return new Expected(kind, page, above.Count(letter => letter == '\n') + line);
    });

    /// <summary>Only to be lived through: it may be no fault at all.</summary>
    private static BadCase Try(string page, string how, string text) => new($"{page} {how}", content =>
    {
        var above = content.Text(page).TrimEnd('\n') + "\n\n";
        content.Write(page, above + text[..Math.Min(text.Length, Most - above.Length)] + "\n");
        return null;
    });

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, Math.Max(1, length / text.Length)));
}
