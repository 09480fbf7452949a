using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>Folders that are gone, are something else, lead elsewhere or have odd names.</summary>
internal static class BadFolders
{
    private static readonly string Long = new('a', 200);

    public static IEnumerable<BadCase> All() => OfTheContent().Concat(Below()).Concat(Names()).Concat(Elsewhere());

    private static IEnumerable<BadCase> OfTheContent()
    {
        yield return Root("is missing", (_, _) => { });
        yield return Root("is empty", (path, _) => Directory.CreateDirectory(path));
        yield return Root("is a file", (path, aside) => File.Copy(Path.Combine(aside, "site.yaml"), path));
        yield return Root("is a link to itself", (path, _) => File.CreateSymbolicLink(path, path));
        yield return Root("is a link to nothing", (path, aside) => File.CreateSymbolicLink(path, Path.Combine(aside, "nothing")));
        yield return Root("is a link to a file", (path, aside) => File.CreateSymbolicLink(path, Path.Combine(aside, "site.yaml")));
        yield return new BadCase("the content folder has another's files", content =>
        {
            content.InPlaceOfFolder((path, _) =>
            {
                Directory.CreateDirectory(path);
                File.WriteAllText(Path.Combine(path, "package.json"), "{}");
            });
            return new Expected(ProblemKind.FileMissing, "site.yaml", 0);
        });
    }

    private static BadCase Root(string how, Action<string, string> put) => new($"the content folder {how}", content =>
    {
        content.InPlaceOfFolder(put);
        return new Expected(ProblemKind.FolderMissing, content.Folder, 0);
    });

    private static IEnumerable<BadCase> Below()
    {
        (string Name, Func<BreakableContent, string> Folder, Func<BreakableContent, Expected> Expected)[] folders =
        [
            ("texts", _ => "texts", _ => new Expected(ProblemKind.FileMissing, "texts/nb.yaml", 0)),
            ("facts", _ => "facts", _ => new Expected(ProblemKind.FactsMissing, "facts", 0)),
            ("editions", _ => "editions", _ => new Expected(ProblemKind.EditionMissing, "site.yaml", 0)),
            ("edition", content => content.Published, _ => new Expected(ProblemKind.EditionMissing, "site.yaml", 0)),
            ("language", content => $"{content.Edition}/nb", content => new Expected(ProblemKind.PageMissing, $"{content.Edition}/nb/home.md", 0)),
        ];
        foreach (var (name, folder, expected) in folders)
        {
            yield return Folder("is missing", (content, at) => content.Delete(at));
            yield return Folder("is a file", (content, at) => content.Write(at, "a: b\n"));
            yield return Folder("is a link to nothing", (content, at) => content.Link(at, "nothing"));
            if (name is "texts" or "facts" or "language")
            {
                yield return Folder("is empty", (content, at) => content.MakeFolder(at));
            }

            // What a link in the place of a folder hides is missed by name, or named as a link: both are right.
            yield return Unforeseen("is a link to itself", (content, at) => content.Link(at, Path.GetFileName(at)));
            yield return Unforeseen("is a link out", (content, at) => content.Link(at, Path.GetTempPath()));
            yield return Unforeseen("is a link to a folder without end", (content, at) => content.Link(at, "/proc/self/root"));
            if (!OperatingSystem.IsWindows())
            {
                yield return Folder("is a pipe", (content, at) => content.Pipe(at));
                yield return Folder("is a socket", (content, at) => content.Socket(at));
            }

            BadCase Folder(string how, Action<BreakableContent, string> put) => new($"the folder {name} {how}", content =>
            {
                put(content, folder(content));
                return expected(content);
            });

            BadCase Unforeseen(string how, Action<BreakableContent, string> put) => new($"the folder {name} {how}", content =>
            {
                put(content, folder(content));
                return null;
            });
        }

        yield return new BadCase("the folder texts leads out", content =>
        {
            content.Link("texts", Path.GetTempPath());
            return new Expected(ProblemKind.FileLeadsOut, "texts/nb.yaml", 0);
        });
        yield return new BadCase("the folder of the edition leads out", content =>
        {
            content.Link(content.Edition, Path.GetTempPath());
            return new Expected(ProblemKind.FileLeadsOut, $"{content.Edition}/edition.yaml", 0);
        });
        yield return new BadCase("the folder of the language leads out", content =>
        {
            content.Link($"{content.Edition}/nb", Path.GetTempPath());
            return new Expected(ProblemKind.FileLeadsOut, $"{content.Edition}/nb/home.md", 0);
        });
        yield return new BadCase("an edition without a file", content =>
        {
            content.MakeFolder("editions/2099-1");
            return new Expected(ProblemKind.FileMissing, "editions/2099-1/edition.yaml", 0);
        });
        yield return new BadCase("an edition that contains itself", content =>
        {
            content.Link("editions/2099-1", ".");
            return new Expected(ProblemKind.FileMissing, "editions/2099-1/edition.yaml", 0);
        });
    }

    private static IEnumerable<BadCase> Names()
    {
        yield return Fact("a\u001b[2J.yaml", ProblemKind.ControlCharacter, "a\uFFFD[2J.yaml");
        yield return Fact("a\nb.yaml", ProblemKind.ControlCharacter, "a\uFFFDb.yaml");
        yield return Fact("c\u202Ed.yaml", ProblemKind.ControlCharacter, "c\uFFFDd.yaml");
        yield return Fact($"{Long}.yaml", ProblemKind.FileEmpty, $"{Long}.yaml");
        yield return Fact("æøå \\ \"'.yaml", ProblemKind.FileEmpty, "æøå \\ \"'.yaml");
        yield return new BadCase("an edition with a name in two lines", content =>
        {
            content.MakeFolder("editions/a\nb");
            return new Expected(ProblemKind.ControlCharacter, "editions/a\uFFFDb/edition.yaml", 0);
        });
        yield return new BadCase("an edition with a long name", content =>
        {
            content.MakeFolder($"editions/{Long}");
            return new Expected(ProblemKind.FileMissing, $"editions/{Long}/edition.yaml", 0);
        });
        if (!OperatingSystem.IsWindows())
        {
            yield return new BadCase("a fact file with a name that is not UTF-8", content =>
            {
                content.WriteUnderNameInBytes("facts/l\\377w.yaml");
                return new Expected(ProblemKind.FileUnreadable, "facts/l\uFFFDw.yaml", 0);
            });
            yield return new BadCase("an edition with a name that is not UTF-8", content =>
            {
                content.MakeFolderUnderNameInBytes("editions/20\\35499");
                return new Expected(ProblemKind.FileUnreadable, "editions/20\uFFFD99/edition.yaml", 0);
            });
        }
    }

    private static BadCase Fact(string name, ProblemKind kind, string shown) => new($"a fact file by the name of {shown}", content =>
    {
        content.Write($"facts/{name}", "");
        return new Expected(kind, $"facts/{shown}", 0);
    });

    /// <summary>Names in the files that lead to other files than the content's.</summary>
    private static IEnumerable<BadCase> Elsewhere()
    {
        string[] ids = ["../../../../../../../../etc/passwd", "/etc/passwd", "..", ".", "\"\"", "a/../../../../x", Long + Long, "\"a\\nb\"",
            "nb/home", "home.md", "HOME", "a*", "C:\\a", "æ"];
        foreach (var id in ids)
        {
            yield return In("edition.yaml", "  - id: home\n", $"  - id: {id}\n", $"a page by the id of {id}");
            yield return In("edition.yaml", "languages: [", $"languages: [{(id.Contains('\\') || id.Length == 2 ? id : $"\"{id}\"")}, ",
                $"a language by the code of {id}");
        }

        yield return new BadCase("a page outside the content", content =>
        {
            var file = $"{content.Edition}/edition.yaml";
            content.Write(file, content.Text(file).Replace("  - id: home\n", "  - id: ../../../../etc/hosts\n", StringComparison.Ordinal));
            return new Expected(ProblemKind.IdBroken, file, Array.FindIndex(content.Text(file).Split('\n'), line => line == "  - id: home") + 1);
        });
        yield return new BadCase("a language that the site does not have, and an edition has", content =>
        {
            content.Write("site.yaml", content.Text("site.yaml").Replace("code: nb", "code: sma", StringComparison.Ordinal));
            return new Expected(ProblemKind.FileMissing, "texts/sma.yaml", 0);
        });
        yield return new BadCase("facts without words, and pages that use them", content =>
        {
            var lines = content.Text("facts/contacts.yaml").Split('\n')
                .Where(line => !line.StartsWith("  words:", StringComparison.Ordinal) && !line.StartsWith("    ", StringComparison.Ordinal)).ToList();
            content.Write("facts/contacts.yaml", string.Join('\n', lines));
            return new Expected(ProblemKind.KeyMissing, "facts/contacts.yaml",
                lines.FindIndex(line => line.StartsWith("  value:", StringComparison.Ordinal)) + 1);
        });
        yield return In("edition.yaml", "languages: [", "languages: [" + string.Concat(Enumerable.Range(0, 100).Select(at => $"l{at}, ")),
            "a hundred languages nobody has");
        yield return In("edition.yaml", "languages: [", "languages: [" + string.Concat(Enumerable.Repeat("nb, ", 10_000)),
            "the same language ten thousand times");
        yield return In("edition.yaml", "pages:\n", "pages:\n"
            + string.Concat(Enumerable.Range(0, 500).Select(at => $"  - {{ id: p{at}, kind: article }}\n")), "five hundred pages that are not there");
        yield return In("edition.yaml", "pages:\n", "pages:\n" + string.Concat(Enumerable.Repeat("  - { id: home, kind: home }\n", 50)),
            "the same page fifty times");
    }

    private static BadCase In(string file, string old, string @new, string name) => new(name.Length > 80 ? name[..80] : name, content =>
    {
        var path = $"{content.Edition}/{file}";
        var text = content.Text(path);
        content.Write(path, text.Contains(old, StringComparison.Ordinal)
            ? text.Replace(old, @new, StringComparison.Ordinal)
            : throw new InvalidOperationException($"{path} has nothing like {old}"));
        return null;
    });
}
