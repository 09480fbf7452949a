using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class ReadersGetAPublishedEditionTests
{
    private const string Structure = ContentCopy.Edition + "/edition.yaml";

    [Fact]
    public void An_edition_that_is_not_there_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace("site.yaml", "edition: 2026-1", "edition: 2030-1");

        content.SaysInBoth(
            "site.yaml  Utgaven «2030-1» finnes ikke i mappen editions, eller er ikke gitt ut. Rett edition i site.yaml, eller gi ut utgaven.",
            "site.yaml  The edition “2030-1” is not in the folder editions, or is not published. Mend edition in site.yaml, or publish the edition.");
    }

    [Fact]
    public void Readers_never_get_a_draft()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace("site.yaml", "edition: 2026-1", "edition: 2026-9");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.EditionMissing, "site.yaml"), (problem.Kind, problem.File));
    }

    [Fact]
    public void Readers_never_get_one_that_is_withdrawn()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Structure, "status: published", "status: withdrawn");

        Assert.Equal(ProblemKind.EditionMissing, content.OnlyProblem().Kind);
    }

    [Fact]
    public void Readers_never_get_one_without_a_checklist()
    {
        using var content = new ContentCopy();
        content.Replace("site.yaml", $"edition: {Repository.Current}", "edition: \"2016\"");
        content.Replace("editions/2016/edition.yaml", "status: withdrawn", "status: published");

        Assert.Contains(content.Load().Problems, problem => problem is { Kind: ProblemKind.EditionMissing, File: "site.yaml" });
    }

    [Fact]
    public void A_language_of_the_site_that_the_edition_lacks_is_named_at_its_languages()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Structure, "languages: [nb, nn]", "languages: [nb]");
        Directory.Delete(content.PathOf(ContentCopy.Edition + "/nn"), recursive: true);
        content.Lock("2026-1");

        content.SaysInBoth(
            $"{Structure}:{content.LineOf(Structure, "languages:")}  Språket «nn» mangler. Legg det til, eller ta det ut av site.yaml.",
            $"{Structure}:{content.LineOf(Structure, "languages:")}  The language “nn” is missing. Add it, or take it out of site.yaml.");
    }

    [Fact]
    public void An_edition_that_cannot_be_read_is_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Structure, "status: published", "status: ferdig");

        Assert.Equal(ProblemKind.NotAChoice, content.OnlyProblem().Kind);
    }
}
