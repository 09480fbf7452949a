using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class PublishedEditionsNeverChangeTests
{
    private const string Structure = ContentCopy.Edition + "/edition.yaml";
    private const string Checklist = ContentCopy.Edition + "/nb/checklist.md";
    private const string Lock = ContentCopy.Edition + "/edition.lock";

    [Fact]
    public void A_word_that_changed_is_a_problem_of_its_file()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Checklist, "Senk tempoet.", "Senk farten.");

        content.SaysInBoth(
            $"{Checklist}  Filen er endret etter at utgaven ble gitt ut, og det noen har lagret, vises med disse ordene. Hent den "
            + "tilbake slik den var, og gjør endringen i en ny utgave.",
            $"{Checklist}  The file was changed after the edition was published, and what people have saved is shown with "
            + "these words. Bring it back as it was, and make the change in a new edition.");
    }

    [Fact]
    public void The_structure_is_locked_too()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Structure, "reflection-contacts: [urgent, advice, children]", "reflection-contacts: [urgent, advice]");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.PublishedFileChanged, Structure), (problem.Kind, problem.File));
    }

    [Fact]
    public void The_day_it_was_given_out_is_locked()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Structure, "date: 20", "date: 19");

        Assert.Equal(ProblemKind.PublishedFileChanged, content.OnlyProblem().Kind);
    }

    [Fact]
    public void A_file_that_is_gone_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Lock, $"{new string('0', 64)}  nb/gone.md\n");

        content.Says($"{ContentCopy.Edition}/nb/gone.md  Filen hører til en utgave som er gitt ut, og er borte. Hent den tilbake slik den var.");
    }

    [Fact]
    public void A_file_that_came_to_it_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Write(Lock, string.Join('\n', content.Read(Lock).Split('\n').Where(line => !line.EndsWith("nb/about.md", StringComparison.Ordinal))));

        content.Says($"{ContentCopy.Edition}/nb/about.md  Filen er kommet til etter at utgaven ble gitt ut. Er den riktig, så kjør: tenk "
            + "publish 2026-1. Ellers slett den.");
    }

    [Fact]
    public void A_published_edition_without_a_lock_is_named()
    {
        using var content = ContentCopy.WithDraft();
        File.Delete(content.PathOf(Lock));

        content.Says($"{Lock}  Utgaven er gitt ut, men er ikke låst. Kjør: tenk publish 2026-1.");
    }

    [Fact]
    public void A_line_of_the_lock_that_cannot_be_read_is_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        var line = content.LineOf(Lock, "nb/about.md");
        content.Replace(Lock, "  nb/about.md", " nb/about.md");

        content.Says($"{Lock}:{line}  Linjen i låsen kan ikke leses. Hent filen tilbake slik den var.");
    }

    [Fact]
    public void A_file_that_stands_twice_in_the_lock_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Lock, $"{new string('0', 64)}  nb/about.md\n");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.LockBroken, content.Read(Lock).Split('\n').Length - 1), (problem.Kind, problem.Line));
    }

    [Fact]
    public void What_was_given_out_does_not_become_a_draft_again()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace("site.yaml", "edition: 2026-1", "edition: 2026-9");
        content.Replace($"{ContentCopy.Draft}/edition.yaml", "status: draft", "status: published");
        content.Lock("2026-9");
        content.Replace(Structure, "status: published", "status: draft");
        content.Replace($"{ContentCopy.Draft}/edition.yaml", "previous: \"2026-1\"\n", "");
        content.Lock("2026-9");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.PublishedFileChanged, Structure, content.LineOf(Structure, "status:")), (problem.Kind, problem.File, problem.Line));
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void Line_ends_and_byte_order_marks_change_nothing(string lineEnd, string mark)
    {
        using var content = ContentCopy.WithDraft();
        foreach (var file in new[] { Structure, Checklist, Lock })
        {
            content.Write(file, mark + content.Read(file).ReplaceLineEndings(lineEnd));
        }

        content.Says();
    }

    [Theory]
    [InlineData("status: withdrawn")]
    [InlineData("status: withdrawn # det står noe nyere")]
    public void It_may_be_withdrawn(string status)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace($"{ContentCopy.Draft}/edition.yaml", "status: draft", "status: published");
        content.Lock("2026-9");
        content.Replace("site.yaml", "edition: 2026-1", "edition: 2026-9");
        content.Replace(Structure, "status: published", status);

        content.Says();
    }

    [Fact]
    public void It_may_be_withdrawn_on_the_last_line_of_its_file()
    {
        using var content = ContentCopy.WithDraft();
        var structure = content.Read(Structure);
        content.Write(Structure, structure.Replace("status: published\n", "", StringComparison.Ordinal) + "status: published");

        content.Says();
    }

    [Fact]
    public void A_language_may_be_added_and_only_its_files_are_new()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Structure, "languages: [nb, nn]", "languages:\n  - nb\n  - nn");
        content.Write(Lock, string.Join('\n', content.Read(Lock).Split('\n').Where(line => !line.Contains("nn/"))));

        var problems = content.Load().Problems;

        Assert.All(problems, problem => Assert.StartsWith($"{ContentCopy.Edition}/nn/", problem.File, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal(ProblemKind.PublishedFileNotLocked, problem.Kind));
        Assert.Equal(content.PageCount, problems.Count);
    }

    [Fact]
    public void A_language_is_not_taken_away()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace("site.yaml", "edition: 2026-1", "edition: 2026-9");
        content.Replace($"{ContentCopy.Draft}/edition.yaml", "status: draft", "status: published");
        content.Lock("2026-9");
        content.Replace(Structure, "languages: [nb, nn]", "languages: [nb]");

        Assert.Equal(content.PageCount, content.Load().Problems.Count(problem => problem.Kind == ProblemKind.PublishedFileMissing));
    }

    [Fact]
    public void A_draft_changes_freely()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace($"{ContentCopy.Draft}/nb/checklist.md", "Senk tempoet.", "Senk farten.");

        content.Says();
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Checklist, "---\nslug", "slug");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.FrontMatterMissing, Checklist), (problem.Kind, problem.File));
    }
}
