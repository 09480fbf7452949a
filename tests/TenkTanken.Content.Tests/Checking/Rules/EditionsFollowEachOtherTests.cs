using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class EditionsFollowEachOtherTests
{
    private const string Draft = ContentCopy.Draft + "/edition.yaml";

    [Fact]
    public void A_previous_edition_that_is_not_there_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "previous: \"2026-1\"", "previous: \"2025-1\"");

        content.SaysInBoth(
            $"{Draft}:{content.LineOf(Draft, "previous:")}  Utgaven «2025-1», som denne bygger på, finnes ikke. Rett previous.",
            $"{Draft}:{content.LineOf(Draft, "previous:")}  The edition “2025-1”, which this one builds on, does not exist. Mend previous.");
    }

    [Fact]
    public void One_that_is_out_never_came_after_a_draft()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "previous: \"2026-1\"\n", "");
        content.Replace($"{ContentCopy.Edition}/edition.yaml", "date: ", "previous: \"2026-9\"\ndate: ");
        content.Lock("2026-1");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.PreviousMissing, $"{ContentCopy.Edition}/edition.yaml"), (problem.Kind, problem.File));
    }

    [Fact]
    public void One_that_follows_itself_goes_in_a_ring()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "previous: \"2026-1\"", "previous: \"2026-9\"");

        content.Says($"{Draft}:{content.LineOf(Draft, "previous:")}  Utgavene bygger på hverandre i ring. Rett previous i en av dem.");
    }

    [Fact]
    public void Of_a_ring_each_is_named_and_not_one_that_leads_into_it()
    {
        using var content = ContentCopy.WithDraft();
        CopyDraftTo(content, "2026-10", "2026-11");
        CopyDraftTo(content, "2026-11", "2026-10");
        content.Replace(Draft, "previous: \"2026-1\"", "previous: \"2026-10\"");

        var problems = content.Load().Problems;

        Assert.Equal(["editions/2026-10/edition.yaml", "editions/2026-11/edition.yaml"], problems.Select(problem => problem.File));
        Assert.All(problems, problem => Assert.Equal(ProblemKind.PreviousLoops, problem.Kind));
    }

    [Fact]
    public void A_previous_edition_that_cannot_be_read_is_one_problem()
    {
        using var content = new ContentCopy();
        content.Write("editions/2016/edition.yaml", "status: [");

        Assert.DoesNotContain(content.Load().Problems, problem => problem.Kind == ProblemKind.PreviousMissing);
        Assert.Contains(content.Load().Problems, problem => problem is { Kind: ProblemKind.YamlBroken, File: "editions/2016/edition.yaml" });
    }

    private static void CopyDraftTo(ContentCopy content, string id, string previous)
    {
        foreach (var path in Directory.EnumerateFiles(content.PathOf(ContentCopy.Draft), "*", SearchOption.AllDirectories))
        {
            content.Write($"editions/{id}/{Path.GetRelativePath(content.PathOf(ContentCopy.Draft), path)}", File.ReadAllText(path));
        }

        content.Replace($"editions/{id}/edition.yaml", "previous: \"2026-1\"", $"previous: \"{previous}\"");
    }
}
