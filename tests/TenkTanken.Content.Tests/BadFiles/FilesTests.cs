using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;
using Xunit;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>What looks odd and is no fault, and what a problem says of one.</summary>
public sealed class FilesTests
{
    private const string Page = ContentCopy.Edition + "/nb/about.md";

    [Fact]
    public void A_mounted_volume_is_links_within_the_folder_and_no_problem()
    {
        using var content = new ContentCopy();
        var version = Directory.CreateDirectory(content.PathOf("..2026_11_24")).FullName;
        foreach (var name in new[] { "site.yaml", "texts", "facts", "editions" })
        {
            Directory.Move(content.PathOf(name), Path.Combine(version, name));
            Directory.CreateSymbolicLink(content.PathOf(name), $"..data/{name}");
        }

        Directory.CreateSymbolicLink(content.PathOf("..data"), "..2026_11_24");

        Assert.Empty(content.Load().Problems);
    }

    [Fact]
    public void The_content_folder_itself_may_be_a_link()
    {
        using var content = new ContentCopy();
        var link = content.Folder + "-link";
        Directory.CreateSymbolicLink(link, content.Folder);
        try
        {
            Assert.Empty(ContentLoader.Load(link).Problems);
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Fact]
    public void What_systems_leave_behind_is_not_read()
    {
        using var content = new ContentCopy();
        File.WriteAllBytes(content.PathOf("facts/._law.yaml"), [0, 5, 0x16, 7]);
        Directory.CreateDirectory(content.PathOf("editions/.git"));

        Assert.Empty(content.Load().Problems);
    }

    [Fact]
    public void A_file_may_be_as_large_as_the_limit()
    {
        using var content = new ContentCopy();
        var file = content.PathOf(Page);
        File.AppendAllText(file, new string('\n', ContentFile.MaxBytes - (int)new FileInfo(file).Length));

        Assert.Empty(content.Load().Problems);
    }

    [Fact]
    public void Front_matter_may_end_with_the_file_and_its_lines_with_spaces()
    {
        using var content = new ContentCopy();
        content.Write(Page, "--- \nslug: om\ntitle: Om\ndescription: Om\n---\t\nHei.");
        Assert.DoesNotContain(content.Load().Problems, problem => problem.Kind == ProblemKind.FrontMatterMissing);

        content.Write(Page, "---\nslug: om\ntitle: Om\ndescription: Om\n---");
        Assert.DoesNotContain(content.Load().Problems, problem => problem.Kind == ProblemKind.FrontMatterMissing);
    }

    [Theory]
    [InlineData("Æøå ŧđŋ, «sitat» – 100 %")]
    [InlineData("soft\u00ADhyphen, no\u00A0break, zero\u200Bwidth")]
    [InlineData("ع\u200Fربي \u200Eand back")]
    [InlineData("👩🏽‍⚕️ \t\r\n")]
    public void What_people_write_can_be_written(string text)
    {
        Assert.Equal(-1, Unwritable.IndexIn(text));
    }

    [Theory]
    [InlineData("ab\u0000")]
    [InlineData("ab\u202E")]
    [InlineData("ab\U0001FFFE")]
    [InlineData("ab\u0085")]
    public void What_nobody_sees_is_found_at_its_place(string text)
    {
        Assert.Equal(2, Unwritable.IndexIn(text));
    }

    [Fact]
    public void Half_a_pair_is_found_at_its_place()
    {
        // Not as data of a theory: attributes are kept as UTF-8, which has no such thing.
        Assert.Equal(2, Unwritable.IndexIn("ab\uD800c"));
        Assert.Equal(2, Unwritable.IndexIn("ab\uDC00"));
        Assert.Equal(-1, Unwritable.IndexIn("ab\uFFFD"));
    }

    [Fact]
    public void Every_sort_of_line_end_becomes_a_line_feed()
    {
        using var content = new ContentCopy();
        content.Write(Page, "\uFEFFa\r\nb\rc\u2028d\n");

        Assert.Equal("a\nb\nc\nd\n", ContentFile.Read(content.Folder, Page, new ProblemList())!.Text);
    }

    [Theory]
    [InlineData("a: null", "null")]
    [InlineData("a: \"~\"", "~")]
    [InlineData("a: 112", "112")]
    [InlineData("a: no", "no")]
    [InlineData("a: ~", "")]
    [InlineData("a:", "")]
    public void A_value_is_the_text_as_it_stands_and_a_tilde_is_none(string yaml, string text)
    {
        var problems = new ProblemList();
        var map = YamlMap.Parse(yaml, "site.yaml", 0, problems)!;

        Assert.Equal(text, map.Text("a"));
        Assert.Equal(text.Length == 0, problems.All.Any(problem => problem.Kind == ProblemKind.KeyMissing));
    }

    [Fact]
    public void A_list_with_an_item_of_nothing_is_named_with_the_line_of_the_item()
    {
        var problems = new ProblemList();
        YamlMap.Parse("a:\n  - b\n  -\n  - ~\n", "site.yaml", 0, problems)!.TextList("a");

        Assert.Equal([(ProblemKind.KeyMissing, 3), (ProblemKind.KeyMissing, 4)], problems.All.Select(problem => (problem.Kind, problem.Line)));
    }

    [Fact]
    public void A_list_below_its_key_is_named_with_the_line_of_the_key()
    {
        var problems = new ProblemList();
        YamlMap.Parse("a: b\nc:\n  - d\n", "site.yaml", 0, problems)!.Text("c");

        Assert.Equal((ProblemKind.NotAText, 2), problems.All.Select(problem => (problem.Kind, problem.Line)).Single());
    }

    [Theory]
    [InlineData("a: b\nc: [d, e\nf: g\n", 2, "c: [d, e")]
    [InlineData("a: b\nc: d: e\n", 2, "c: d: e")]
    [InlineData("a: \"b\n\n\n", 1, "a: \"b")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: [", 1,
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…")]
    public void What_cannot_be_understood_is_told_by_the_line_itself(string yaml, int line, string said)
    {
        var problems = new ProblemList();
        Assert.Null(YamlMap.Parse(yaml, "site.yaml", 0, problems));

        var problem = Assert.Single(problems.All);
        Assert.Equal((ProblemKind.YamlBroken, line), (problem.Kind, problem.Line));
        Assert.Contains(said, problem.Wrong("nb"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_key_that_stands_twice_is_named()
    {
        var problems = new ProblemList();
        Assert.Null(YamlMap.Parse("a: 1\nb:\n  c: 1\n  c: 2\na: 2\n", "site.yaml", 3, problems));

        Assert.Equal([(ProblemKind.YamlKeyTwice, 7), (ProblemKind.YamlKeyTwice, 8)], problems.All.Select(problem => (problem.Kind, problem.Line)));
    }
}
