using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests;

/// <summary>A rule that came later only advises where words are locked, and on what was kept as good: an update never stops a running site.</summary>
public sealed class LaterRulesTests
{
    private const string Page = ContentCopy.Draft + "/nb/about.md";

    /// <summary>Each of them stops a draft.</summary>
    private static readonly string Faults = string.Join(
        "\n\n",
        "{faktum:rosa}", "{navn}", "{NB:ord}", "Tekst {#id}", "    {fact:rosa}", "    kode", "[x] (conversation.md)", "[x]()", "[](conversation.md)",
        "https://example.org", "| a | b |\n|---|---|", "- [ ] x",
        "Note[^1]", "[NB]: husk", "~~x~~", "**«Nei.»**ordet", "##Tekst", "• punkt", ":: why", "&nbsp x", "a\u200Bb", "\uF0B7", "\uFB01", "a\u030A",
        "x\u0304", "s\u0430m", "Ã¥");

    [Fact]
    public void Every_kind_of_the_first_day_is_where_it_was()
    {
        // A kind that is put among them would stop editions that are locked already.
        Assert.Equal(79, Enum.GetValues<ProblemKind>().Count(kind => !Weight.CameLater(kind) && !Weight.IsAdvice(kind)));
        Assert.Equal(ProblemKind.OnlyWordsHere, Weight.LastOfTheFirst);
        Assert.All(Enum.GetValues<ProblemKind>(), kind => Assert.Equal(kind > ProblemKind.OnlyWordsHere, Weight.CameLater(kind)));
    }

    [Fact]
    public void What_stops_a_draft_is_advice_once_it_is_locked()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Page, $"\n{Faults}\n");
        var inDraft = content.Load();

        content.Replace(ContentCopy.Draft + "/edition.yaml", "status: draft", "status: published");
        content.Lock("2026-9");
        var locked = content.Load();

        Assert.Null(inDraft.Library);
        Assert.NotNull(locked.Library);
        Assert.Equal(inDraft.Problems.Select(problem => (problem.Kind, problem.Line)), locked.Problems.Select(problem => (problem.Kind, problem.Line)));
        Assert.DoesNotContain(locked.Problems, problem => problem.Blocks);
        Assert.True(inDraft.Problems.Where(problem => problem.Blocks).Select(problem => problem.Kind).Distinct().Count() >= 25);
    }

    [Fact]
    public void A_conflict_that_was_published_and_locked_is_advice_too()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(ContentCopy.Draft + "/edition.yaml", "status: draft", "status: published");
        content.Append(Page, "\n<<<<<<< HEAD\n\nen\n\n>>>>>>> gren\n");
        content.Lock("2026-9");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.MergeMarker, false), (problem.Kind, problem.Blocks));
        Assert.Contains("HEAD", content.Load().Library!.Editions["2026-9"].ByLanguage["nb"].Page("about")!.Sections[^1].Body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_lock_does_not_name_is_stopped_as_a_draft_is()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(ContentCopy.Draft + "/edition.yaml", "status: draft", "status: published");
        content.Append(ContentCopy.Draft + "/nn/about.md", "\n~~x~~\n");
        content.Lock("2026-9");
        var held = content.Read(ContentCopy.Draft + "/edition.lock").Split('\n');
        content.Write(ContentCopy.Draft + "/edition.lock", string.Join('\n', held.Where(line => !line.Contains("nn/about.md", StringComparison.Ordinal))));

        Assert.Contains(content.Load().Problems, problem => problem is { Kind: ProblemKind.MarkUnknown, Blocks: true });
    }

    [Theory]
    [InlineData("texts/nb.yaml", "\n  menu: ", "\n  menu: \"~~x~~\" # ")]
    [InlineData("facts/contacts.yaml", "    nb: \"", "    nb: \"**a\u030A**\u200B ")]
    [InlineData(Page, "\ntitle: ", "\ntitle: \"• punkt\" # ")]
    [InlineData("site.yaml", "name: Tenk", "name: \uFB01Tenk")]
    public void A_copy_that_was_kept_as_good_is_served_by_the_next_version_too(string file, string old, string @new)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(file, old, @new);

        Assert.Null(content.Load().Library);
        Assert.NotNull(ContentLoader.LoadKept(content.Folder).Library);
        Assert.NotEmpty(ContentLoader.LoadKept(content.Folder).Problems);
    }

    [Fact]
    public void A_kept_copy_with_a_fault_of_the_first_day_is_not_served()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Page, "\n{fact:rose}\n");

        Assert.Null(ContentLoader.LoadKept(content.Folder).Library);
    }

    [Fact]
    public void A_draft_with_such_a_fault_is_not_given_out()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Page, "\n~~x~~\n\n<<<<<<< HEAD\n");
        var before = content.Read(ContentCopy.Draft + "/edition.yaml");

        var inTheWay = Publishing.Publish(content.Folder, "2026-9", new DateOnly(2026, 11, 28));

        Assert.Equal([ProblemKind.MergeMarker], inTheWay.Select(problem => problem.Kind));
        Assert.Equal(before, content.Read(ContentCopy.Draft + "/edition.yaml"));
    }
}
