using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>YAML that is none, is too much, or is of a sort our files have no use for.</summary>
internal static class BadYaml
{
    private const int Most = 60_000;

    public static IEnumerable<BadCase> All(BreakableContent content)
    {
        string[] files = ["site.yaml", "texts/nb.yaml", "facts/law.yaml", $"{content.Edition}/edition.yaml"];
        var page = $"{content.Edition}/nb/conversation.md";

        return Corpus.EachAtTwo([.. files, page], Added)
            .Concat(Corpus.EachAtTwo(files, Whole))
            .Concat(files.Select(SecondDocument))
            .Concat(Values("site.yaml", "edition"))
            .Concat(Values($"{content.Edition}/edition.yaml", "status"))
            .Concat(Values($"{content.Edition}/edition.yaml", "date"))
            .Concat(Values(page, "title"))
            .Concat(Lists("site.yaml", "languages"))
            .Concat(Lists($"{content.Edition}/edition.yaml", "menu"));
    }

    /// <summary>One key more, at the end of the map, and its value in the lines below it.</summary>
    private static IEnumerable<BadCase> Added(string file)
    {
        (string Name, string Text, ProblemKind Kind, int Line)[] added =
        [
            ("a tab as indent", "odd:\n\ta: b", ProblemKind.YamlTab, 2),
            ("a tab behind spaces", "odd:\n  \ta: b", ProblemKind.YamlTab, 2),
            ("a key twice", "odd: 1\nodd: 2", ProblemKind.YamlKeyTwice, 2),
            ("a key twice in a map", "odd: { a: 1, a: 2 }", ProblemKind.YamlKeyTwice, 1),
            ("a key twice, once in quotes", "odd: 1\n\"odd\": 2", ProblemKind.YamlKeyTwice, 2),
            ("an alias", "odd: *a", ProblemKind.YamlAlias, 1),
            ("an alias as a key", "*a : b", ProblemKind.YamlAlias, 1),
            ("emphasis that is an alias", "odd: *viktig* å vite", ProblemKind.YamlAlias, 1),
            ("a star that is an alias", "odd: * viktig", ProblemKind.YamlAlias, 1),
            ("an anchor", "odd: &a b", ProblemKind.YamlAlias, 1),
            ("an ampersand that is an anchor", "odd: & Co.", ProblemKind.YamlAlias, 1),
            ("an anchor within itself", "odd: &a [*a, *a]", ProblemKind.YamlAlias, 1),
            ("laughter in growing numbers", "odd:\n  - &a [ha, ha]\n  - &b [*a, *a]\n  - &c [*b, *b]", ProblemKind.YamlAlias, 2),
            ("a merge", "odd: { <<: *a }", ProblemKind.YamlAlias, 1),
            ("a tag of another language", "odd: !!python/object/apply:os.system [ls]", ProblemKind.YamlBroken, 1),
            ("a tag of a type", "odd: !System.IO.FileInfo a", ProblemKind.YamlBroken, 1),
            ("a tag that is no address", "odd: !<%C3%A9> a", ProblemKind.YamlBroken, 1),
            ("a tag of binary", "odd: !!binary AAAA", ProblemKind.YamlBroken, 1),
            ("a nest of seventeen", "odd: " + Repeat("[", 17) + Repeat("]", 17), ProblemKind.YamlTooDeep, 1),
            ("a nest of maps", "odd: " + Repeat("{a: ", 17) + Repeat("}", 17), ProblemKind.YamlTooDeep, 1),
            ("a nest in steps", "odd:\n" + string.Concat(Enumerable.Range(1, 20).Select(depth => new string(' ', depth) + "a:\n"))
                + new string(' ', 21) + "a: b", ProblemKind.YamlTooDeep, 17),
            ("a nest of dashes", "odd:\n" + Repeat("- ", 20) + "a", ProblemKind.YamlTooDeep, 2),
            ("a nest over lines", "odd: " + Repeat("[\n  ", 20) + Repeat("]", 20), ProblemKind.YamlTooDeep, 16),
            ("a list as a key", "? [a, b]\n: c", ProblemKind.YamlBroken, 1),
            ("a map as a key", "? { a: b }\n: c", ProblemKind.YamlBroken, 1),
            ("a list as a key in a map", "odd: { [a]: b }", ProblemKind.YamlBroken, 1),
            ("a line that is no key", "odd: 1\nodd\neven: 2", ProblemKind.YamlBroken, 2),
            ("two colons", "odd: a: b", ProblemKind.YamlBroken, 1),
            ("a sign that begins nothing", "odd: @a", ProblemKind.YamlBroken, 1),
            ("a backtick", "odd: `a`", ProblemKind.YamlBroken, 1),
            ("a list that is not closed", "odd: [a, b\neven: 2", ProblemKind.YamlBroken, 1),
            ("a map that is not closed", "odd: { a: b\neven: 2", ProblemKind.YamlBroken, 1),
            ("a list closed as a map", "odd: [a, b}", ProblemKind.YamlBroken, 1),
            ("quotes that are not closed", "odd: \"a", ProblemKind.YamlBroken, 1),
            ("words behind quotes", "odd: \"a\" b", ProblemKind.YamlBroken, 1),
            ("an escape that is none", "odd: \"\\q\"", ProblemKind.YamlBroken, 1),
            ("an escape beyond the last letter", "odd: \"\\U00110000\"", ProblemKind.YamlBroken, 1),
            ("an escape far beyond", "odd: \"\\UFFFFFFFF\"", ProblemKind.YamlBroken, 1),
            ("an escape of half a pair", "odd: \"\\uD800\"", ProblemKind.YamlBroken, 1),
            ("an escape of nothing", "odd: \"a\\0b\"", ProblemKind.ControlCharacter, 1),
            ("an escape to the terminal", "odd: \"\\e[2J\"", ProblemKind.ControlCharacter, 1),
            ("an escape that turns the text", "odd: \"\\u202E\"", ProblemKind.ControlCharacter, 1),
            ("an escape in a key", "\"o\\0dd\": a", ProblemKind.ControlCharacter, 1),
            ("an indent of a million", "odd: |1000000\n  a", ProblemKind.YamlBroken, 1),
            ("a dash among keys", "- a", ProblemKind.YamlBroken, 1),
        ];

        return added.Select(one => Add(file, $"has {one.Name}", one.Text, one.Kind, one.Line));
    }

    private static BadCase SecondDocument(string file) => Add(file, "has a second document", "---\nodd: 1", ProblemKind.YamlNotAMap, 1);

    private static BadCase Add(string file, string how, string text, ProblemKind kind, int line) => new($"{file} {how}", content =>
    {
        var whole = content.Text(file).TrimEnd('\n') + "\n";

        // The map of a page ends where its front matter does.
        var at = file.EndsWith(".md", StringComparison.Ordinal) ? whole.IndexOf("\n---\n", StringComparison.Ordinal) + 1 : whole.Length;
        content.Write(file, $"{whole[..at]}{text}\n{whole[at..]}");
        return new Expected(kind, file, whole[..at].Count(letter => letter == '\n') + line);
    });

    private static IEnumerable<BadCase> Whole(string file)
    {
        (string Name, string Text, ProblemKind Kind, int Line)[] whole =
        [
            ("a list", "# a\n- a\n", ProblemKind.YamlNotAMap, 2),
            ("a word", "a\n", ProblemKind.YamlNotAMap, 1),
            ("nothing said", "~\n", ProblemKind.YamlNotAMap, 1),
            ("remarks", "# a\n# b\n", ProblemKind.YamlNotAMap, 1),
            ("a beginning", "---\n", ProblemKind.YamlNotAMap, 1),
            ("a text from a word processor", "Hei.\n\nDette er en tekst: den er lang.\n", ProblemKind.YamlBroken, 3),
            ("a version to come", "%YAML 9.9\n---\na: b\n", ProblemKind.YamlBroken, 1),
            ("brackets", Repeat("[", Most), ProblemKind.YamlNotAMap, 1),
            ("braces", Repeat("{", Most), ProblemKind.YamlBroken, 1),
            ("brackets in a map", "a: " + Repeat("[", Most), ProblemKind.YamlTooDeep, 1),
            ("braces in a map", "a: " + Repeat("{a: ", Most), ProblemKind.YamlTooDeep, 1),
            ("brackets over lines", "a:\n" + Repeat(" [\n", Most), ProblemKind.YamlTooDeep, 17),
            ("question marks", Repeat("? ", Most), ProblemKind.YamlBroken, 1),
            ("dashes", "a:\n" + Repeat("- ", Most), ProblemKind.YamlTooDeep, 2),
            ("anchors", "a: " + Repeat("&a [*a,*a", Most), ProblemKind.YamlAlias, 1),
            ("one key over and over", Repeat("a:\n", Most), ProblemKind.YamlKeyTwice, 2),
            ("quotes", Repeat("\"a", Most), ProblemKind.YamlNotAMap, 1),
            ("a key without end", new string('x', Most) + ": a", ProblemKind.YamlNotAMap, 1),
            ("documents", "a: b\n" + Repeat("---\na: b\n", Most), ProblemKind.YamlNotAMap, 2),
        ];
        foreach (var (name, text, kind, line) in whole)
        {
            yield return new BadCase($"{file} is {name}", content =>
            {
                content.Write(file, text);
                return new Expected(kind, file, line);
            });
        }

        (string Name, string Text)[] maps =
        [
            ("an empty map", "{}\n"),
            ("thousands of keys", string.Concat(Enumerable.Range(0, 7000).Select(at => $"k{at}:\n"))),
            ("thousands of maps", string.Concat(Enumerable.Range(0, 4000).Select(at => $"k{at}: {{a: b}}\n"))),
            ("one text without end", "a: " + new string('x', Most)),
            ("one text in lines without end", "a: |\n" + Repeat("  x\n", Most)),
            ("one list without end", "a: [" + Repeat("a,", Most) + "]"),
            ("a long key that is asked for", "? " + new string('x', Most) + "\n: a"),
            ("no key", ": a\n"),
            ("a key of nothing", "~: a\n"),
            ("a key in quotes without letters", "\"\": a\n"),
            ("remarks without end", Repeat("#\n", Most) + "a: b"),
        ];
        foreach (var (name, text) in maps)
        {
            yield return new BadCase($"{file} is {name}", content =>
            {
                content.Write(file, text);
                return null;
            });
        }
    }

    private static IEnumerable<BadCase> Values(string file, string key)
    {
        yield return Value(file, key, "", ProblemKind.KeyMissing);
        yield return Value(file, key, "~", ProblemKind.KeyMissing);
        yield return Value(file, key, "\"\"", ProblemKind.KeyMissing);
        yield return Value(file, key, "\"  \\n \"", ProblemKind.KeyMissing);
        yield return Value(file, key, "# glemt", ProblemKind.KeyMissing);
        yield return Value(file, key, "[a]", ProblemKind.NotAText);
        yield return Value(file, key, "[]", ProblemKind.NotAText);
        yield return Value(file, key, "{ a: b }", ProblemKind.NotAText);
        yield return Value(file, key, "\n  - a", ProblemKind.NotAText);
        yield return Value(file, key, "1.5e300", null);
        yield return Value(file, key, "|\n  a\n\n  b", null);
        yield return Value(file, key, new string('x', Most), null);
    }

    private static IEnumerable<BadCase> Lists(string file, string key)
    {
        yield return Value(file, key, "", ProblemKind.NotAList);
        yield return Value(file, key, "~", ProblemKind.NotAList);
        yield return Value(file, key, "nb", ProblemKind.NotAList);
        yield return Value(file, key, "{ a: b }", ProblemKind.NotAList);
        yield return Value(file, key, "[a, [b]]", ProblemKind.NotAList);
        yield return Value(file, key, "[a, { b: c }]", ProblemKind.NotAList);
        yield return Value(file, key, "[[]]", ProblemKind.NotAList);
        yield return Value(file, key, "[" + Repeat("a,", Most / 2) + "]", null);
        yield return Value(file, key, "[]", null);
        yield return Value(file, key, "[~, \"\", ]", null);
    }

    private static BadCase Value(string file, string key, string value, ProblemKind? kind) =>
        new($"{file} {key} is {(value.Length > 20 ? value[..20] : value)}", content =>
    {
        var lines = content.Text(file).Split('\n').ToList();
        var at = lines.FindIndex(line => line.StartsWith($"{key}:", StringComparison.Ordinal));

        // What stands below it, further in, is its old value.
        var end = lines.FindIndex(at + 1, line => !line.StartsWith(' '));
        lines.RemoveRange(at, end - at);
        lines.Insert(at, $"{key}: {value}");
        content.Write(file, string.Join('\n', lines));
        return kind is { } found ? new Expected(found, file, at + 1) : null;
    });

    private static string Repeat(string text, int times) =>
        string.Concat(Enumerable.Repeat(text, times == Most ? Most / text.Length : times));
}
