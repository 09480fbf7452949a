using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>A file that cannot be read is told of, and nothing that follows from it.</summary>
public sealed class OneTrueProblemTests
{
    private const string Facts = "facts/contacts.yaml";
    private const string Draft = ContentCopy.Draft + "/nb/conversation.md";

    [Fact]
    public void Whatever_file_cannot_be_read_it_is_the_only_problem()
    {
        using var content = ContentCopy.WithDraft();
        var wrong = new List<string>();
        var files = Directory.EnumerateFiles(content.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(content.Folder, path).Replace('\\', '/'))
            .Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) || (file.EndsWith(".md", StringComparison.Ordinal) && file.Contains('/')))
            // Of what is locked, a page is like another.
            .Where(file => !file.StartsWith(ContentCopy.Edition + "/nb", StringComparison.Ordinal) || file.EndsWith("/checklist.md", StringComparison.Ordinal))
            .ToList();
        foreach (var file in files)
        {
            var text = content.Read(file);
            File.WriteAllBytes(content.PathOf(file), [.. System.Text.Encoding.UTF8.GetBytes(text), 0xE6]);
            var problems = content.Load().Problems;
            if (problems is not [{ Kind: ProblemKind.FileNotUtf8, Blocks: true }] || problems[0].File != file)
            {
                wrong.Add($"{file}: {string.Join("; ", problems)}");
            }

            content.Write(file, text);
        }

        Assert.Empty(wrong);
        Assert.Empty(content.Load().Problems);
    }

    [Theory]
    [InlineData("value: \"112\"", "value: \"112", ProblemKind.YamlBroken)]
    [InlineData("value: \"112\"", "value: [112", ProblemKind.YamlBroken)]
    [InlineData("value: \"112\"", "\tvalue: \"112\"", ProblemKind.YamlTab)]
    [InlineData("value: \"112\"", "value: *112", ProblemKind.YamlAlias)]
    [InlineData("value: \"112\"", "value:\u00A0\"112\"", ProblemKind.SpaceNotPlain)]
    [InlineData("  value: \"112\"", "\u00A0\u00A0value: \"112\"", ProblemKind.SpaceNotPlain)]
    [InlineData("value: \"112\"", "value\u202F: \"112\"", ProblemKind.SpaceNotPlain)]
    [InlineData("value: \"112\"", "value: \"112\"\n<<<<<<< HEAD\n  a: b\n=======\n  a: c\n>>>>>>> other", ProblemKind.MergeMarker)]
    public void One_slip_in_the_facts_is_one_problem(string old, string @new, ProblemKind kind)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Facts, old, @new);

        var problem = content.OnlyProblem();
        Assert.Equal((kind, Facts, true), (problem.Kind, problem.File, problem.Blocks));
    }

    [Fact]
    public void A_folder_without_facts_is_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        Directory.Delete(content.PathOf("facts"), recursive: true);

        Assert.Equal(ProblemKind.FactsMissing, content.OnlyProblem().Kind);
    }

    [Fact]
    public void What_cannot_be_read_is_told_first()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Facts, "value: \"112\"", "value: \"112");
        content.Append(Draft, "\n~~feil~~\n");
        content.Replace("wording/nb.yaml", "avoid:", "avoid");

        Assert.Equal([Facts, "wording/nb.yaml", Draft], content.Load().Problems.Select(problem => problem.File));
    }

    [Fact]
    public void A_conflict_that_nobody_settled_is_the_one_problem_of_a_page()
    {
        string[] conflicts =
        [
            "<<<<<<< HEAD\nen\n=======\nto\n>>>>>>> gren\n",
            "<<<<<<< HEAD\n\n## Ny {#talk-alone}\n\n=======\n\n## Ny {#not-now}\n\n>>>>>>> gren\n",
            "- <<<<<<< HEAD\n- b\n",
            "> <<<<<<< Updated upstream\n> b\n",
            ">>>>>>> 1a2b3c\n",
            "||||||| merged common ancestors\n",
            "=======\n\nb\n",
            "   >>>>>>> gren",
        ];
        using var content = ContentCopy.WithDraft("nb", "nn");
        var whole = content.Read(Draft);
        var line = whole.Count(letter => letter == '\n') + 2;
        foreach (var conflict in conflicts)
        {
            content.Write(Draft, $"{whole}\n{conflict}");
            var problem = content.OnlyProblem();
            Assert.Equal((ProblemKind.MergeMarker, Draft, line, true), (problem.Kind, problem.File, problem.Line, problem.Blocks));
        }

        content.Says($"{Draft}:{line}  Her er det en konflikt mellom to utgaver av filen, og den er ikke løst. Velg det som skal stå, og "
            + "slett linjene med <<<<<<<, ======= og >>>>>>>.");
    }

    [Fact]
    public void A_conflict_within_a_list_is_found_where_it_begins()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Draft, "\n- a\n<<<<<<< HEAD\n- b\n=======\n- c\n>>>>>>> gren\n");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.MergeMarker, content.LineOf(Draft, "<<<<<<<")), (problem.Kind, problem.Line));
    }

    [Theory]
    [InlineData("texts/nb.yaml")]
    [InlineData("site.yaml")]
    [InlineData("wording/nb.yaml")]
    [InlineData(ContentCopy.Draft + "/edition.yaml")]
    [InlineData(ContentCopy.Edition + "/edition.yaml")]
    [InlineData(ContentCopy.Edition + "/edition.lock")]
    [InlineData(Draft)]
    public void A_conflict_is_the_one_problem_of_every_other_file(string file)
    {
        using var content = ContentCopy.WithDraft();
        var lines = content.Read(file).Split('\n').ToList();
        lines.InsertRange(2, ["<<<<<<< HEAD", lines[1], "=======", lines[1], ">>>>>>> gren"]);
        content.Write(file, string.Join('\n', lines));

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.MergeMarker, file, 3), (problem.Kind, problem.File, problem.Line));
    }

    [Theory]
    [InlineData(@"\<<<<<<< HEAD")]
    [InlineData("a <<<<<<< b")]
    [InlineData("> a\n>> b\n>>> c")]
    public void What_only_looks_like_it_is_none(string text)
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Draft, $"\n{text}\n");

        Assert.DoesNotContain(content.Load().Problems, problem => problem.Kind == ProblemKind.MergeMarker);
    }
}
