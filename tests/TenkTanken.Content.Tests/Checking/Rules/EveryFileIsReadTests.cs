using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class EveryFileIsReadTests
{
    private const string Pages = ContentCopy.Draft + "/nb";

    public static TheoryData<string> Endings => [".yml", ".YAML", ".txt", ".yaml.txt", ".json"];

    [Fact]
    public void A_copy_is_named_as_one_with_what_it_is_a_copy_of()
    {
        string[] names =
        [
            "home (1).md", "home(2).md", "home - Copy.md", "home - Copy (2).md", "home – kopi.md", "home - Kopi.md", "home copy.md", "home copy 2.md",
            "home kopi.md", "home 2.md",
            "home (conflicted copy 2026-11-28).md", "home (Karis conflicted copy 2026-11-28).md", "home (konfliktkopi fra Kari 2026-11-28).md",
            "home.sync-conflict-20261128-101112-ABCDEFG.md",
            "home_conflict-20261128-101112.md", "Copy of home.md", "Kopi av home.md", "Kopi (2) av home.md", "home-copy.md", "home_kopi.md",
            "home-LAPTOP-1A2B.md", "home.md.orig", "home.md.bak",
            "home.md.rej", "home.md.old", "home.md.~1~", "home_BACKUP_1234.md", "home.md.LOCAL.1234.md", "home - Copy (1) (2).md", "home.markdown",
            "home.MD", "home.md.txt", "home.txt",
        ];
        using var content = ContentCopy.WithDraft();
        foreach (var name in names)
        {
            content.Write($"{Pages}/{name}", "~~x~~ {fact:rose}");
        }

        var loaded = content.Load();

        Assert.NotNull(loaded.Library);
        Assert.Equal(names.Order(StringComparer.Ordinal).Select(name => $"{Pages}/{name} home.md"),
            loaded.Problems.Select(problem => $"{problem.File} {problem.Details["name"]}"));
        Assert.All(loaded.Problems, problem => Assert.Equal(ProblemKind.FileIsCopy, problem.Kind));
    }

    [Fact]
    public void It_says_what_to_do_with_a_copy()
    {
        using var content = ContentCopy.WithDraft();
        content.Write($"{Pages}/home (1).md", "Noe.");

        content.SaysInBoth(
            $"{Pages}/home (1).md  Navnet sier at dette er en kopi av home.md. Den leses ikke. Sammenlign de to, behold det som er "
            + "riktig i home.md, og slett kopien. Skal den være noe eget, så gi den et eget navn.",
            $"{Pages}/home (1).md  By its name this is a copy of home.md. It is not read. Compare the two, keep what is "
            + "right in home.md, and delete the copy. If it is to be something else, give it a name of its own.");
    }

    [Fact]
    public void What_an_office_program_leaves_behind_is_named_too()
    {
        using var content = ContentCopy.WithDraft();
        content.Write($"{Pages}/~$home.md", "x");
        content.Write($"{Pages}/.~lock.home.md#", "x");
        content.Write("facts/~$contacts.yaml", "\u0001");

        var loaded = content.Load();

        Assert.NotNull(loaded.Library);
        Assert.Equal(
            [($"{Pages}/.~lock.home.md#", "home.md"), ($"{Pages}/~$home.md", "home.md"), ("facts/~$contacts.yaml", "contacts.yaml")],
            loaded.Problems.Select(problem => (problem.File, problem.Details["name"])));
        Assert.All(loaded.Problems, problem => Assert.Equal(ProblemKind.FileLeftOpen, problem.Kind));
    }

    [Fact]
    public void It_is_named_wherever_it_lies_and_never_read()
    {
        (string File, string Original)[] copies =
        [
            ("editions/2026-1 (1)", "2026-1"), ("editions/2026-1 - Kopi", "2026-1"), (ContentCopy.Edition + "/edition (1).yaml", "edition.yaml"),
            (ContentCopy.Edition + "/edition.lock.bak", "edition.lock"),
            (ContentCopy.Edition + "/nb - Copy", "nb"), (ContentCopy.Edition + "/nb/home (1).md", "home.md"), ("editions/Copy of 2026-1", "2026-1"),
            ("facts (1)", "facts"), ("facts/contacts (1).yaml", "contacts.yaml"), ("facts/contacts-kopi.yaml", "contacts.yaml"),
            ("facts/contacts.yml", "contacts.yaml"),
            ("facts/law.sync-conflict-20261128-101112-ABCDEFG.yaml", "law.yaml"), ("site (conflicted copy 2026-11-28).yaml", "site.yaml"),
            ("site.yaml.orig", "site.yaml"), ("site.yml", "site.yaml"),
            ("texts - Copy", "texts"), ("texts/nb (1).yaml", "nb.yaml"), ("texts/nb.yml", "nb.yaml"), ("wording/nb - Copy.yaml", "nb.yaml"),
        ];
        using var content = ContentCopy.WithDraft();
        foreach (var (file, original) in copies)
        {
            var isFolder = !original.Contains('.');
            content.Write(isFolder ? $"{file}/home.md" : file,
                file.StartsWith("facts/", StringComparison.Ordinal) ? content.Read($"facts/{original}") : "a: [");
        }

        var loaded = content.Load();

        Assert.NotNull(loaded.Library);
        Assert.Equal(copies.OrderBy(copy => copy.File, StringComparer.Ordinal), loaded.Problems.Select(problem => (problem.File, problem.Details["name"])));
        Assert.All(loaded.Problems, problem => Assert.Equal(ProblemKind.FileIsCopy, problem.Kind));
    }

    [Fact]
    public void What_nobody_takes_for_content_is_left_alone()
    {
        using var content = ContentCopy.WithDraft();
        foreach (var file in new[] { "facts/.DS_Store", "facts/Thumbs.db", $"{Pages}/.home.md.swp", $"{Pages}/home.md~", "facts/README.md",
            "notes (1).txt", "texts/se.yaml" })
        {
            content.Write(file, "Noe.");
        }

        content.Says();
    }

    [Fact]
    public void A_page_that_an_edition_names_is_no_copy()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(ContentCopy.Draft + "/edition.yaml", "pages:\n", "pages:\n  - id: about-old\n    kind: article\n");
        content.Write($"{Pages}/about-old.md", "---\nslug: om-2\ntitle: Om\ndescription: Om\n---\n\nNoe.\n");

        Assert.DoesNotContain(content.Load().Problems, problem => problem.Kind == ProblemKind.FileIsCopy);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void A_file_of_facts_with_another_ending_is_the_one_problem(string ending)
    {
        using var content = ContentCopy.WithDraft();
        File.Move(content.PathOf("facts/contacts.yaml"), content.PathOf($"facts/contacts{ending}"));

        var loaded = content.Load();

        Assert.Null(loaded.Library);
        Assert.Equal($"facts/contacts{ending}  Filen leses ikke, for den heter ikke contacts.yaml. Gi den navnet contacts.yaml. Skal den "
            + "ikke brukes, så slett den.", $"{Assert.Single(loaded.Problems)}");
    }

    [Theory]
    [InlineData("site.yaml", "site.yml")]
    [InlineData("texts/nb.yaml", "texts/nb.yml")]
    [InlineData("texts/nb.yaml", "texts/NB.yaml")]
    [InlineData("wording/nb.yaml", "wording/nb.txt")]
    [InlineData(ContentCopy.Draft + "/edition.yaml", ContentCopy.Draft + "/edition.yml")]
    [InlineData(ContentCopy.Edition + "/edition.yaml", ContentCopy.Edition + "/edition.YAML")]
    [InlineData(Pages + "/home.md", Pages + "/home.markdown")]
    [InlineData(Pages + "/home.md", Pages + "/Home.md")]
    [InlineData(Pages + "/home.md", Pages + "/home.MD")]
    [InlineData(Pages + "/home.md", Pages + "/home.md.txt")]
    [InlineData(ContentCopy.Edition + "/nb/checklist.md", ContentCopy.Edition + "/nb/checklist.txt")]
    [InlineData("facts/contacts.yaml", "facts/contacts (1).yaml")]
    public void A_name_that_is_nearly_right_is_the_one_problem(string file, string named)
    {
        using var content = ContentCopy.WithDraft();
        File.Move(content.PathOf(file), content.PathOf(named));

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.FileMisnamed, named, Path.GetFileName(file), true), (problem.Kind, problem.File, problem.Details["name"], problem.Blocks));
    }

    [Fact]
    public void Facts_nobody_tells_may_be_misnamed_and_stop_nobody()
    {
        using var content = ContentCopy.WithDraft();
        content.Write("facts/more.yml", "a: b\n");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.FileMisnamed, "facts/more.yml", false), (problem.Kind, problem.File, problem.Blocks));
    }

    [Fact]
    public void A_page_nobody_names_with_another_ending_is_advised_of()
    {
        using var content = ContentCopy.WithDraft();
        content.Write($"{Pages}/notes.markdown", "Noe.");

        content.Says($"{Pages}/notes.markdown  Ingen viser til denne filen. Føy siden til i edition.yaml, eller slett filen.");
    }
}
