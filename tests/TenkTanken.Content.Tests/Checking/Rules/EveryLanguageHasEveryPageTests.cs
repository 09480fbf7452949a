using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class EveryLanguageHasEveryPageTests
{
    private const string Draft = ContentCopy.Draft + "/edition.yaml";

    [Fact]
    public void A_page_that_is_missing_in_a_language_is_named_with_the_language()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        File.Delete(content.PathOf($"{ContentCopy.Draft}/nn/privacy.md"));

        content.SaysInBoth(
            $"{ContentCopy.Draft}/nn/privacy.md  Siden «privacy» mangler på Nynorsk. Lag filen, eller ta siden ut av edition.yaml for alle språk.",
            $"{ContentCopy.Draft}/nn/privacy.md  The page “privacy” is missing in Nynorsk. Make the file, or take the "
            + "page out of edition.yaml for every language.");
    }

    [Fact]
    public void A_new_language_is_told_of_every_page_it_lacks()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        Directory.Delete(content.PathOf($"{ContentCopy.Draft}/nn"), recursive: true);

        var problems = content.Load().Problems;

        Assert.Equal(content.PageCount, problems.Count);
        Assert.All(problems, problem => Assert.Equal(ProblemKind.PageMissing, problem.Kind));
    }

    [Fact]
    public void A_file_that_is_no_page_is_only_advised_of()
    {
        using var content = ContentCopy.WithDraft();
        content.Write($"{ContentCopy.Draft}/nb/left-over.md", "Noe.");

        content.Says($"{ContentCopy.Draft}/nb/left-over.md  Ingen viser til denne filen. Føy siden til i edition.yaml, eller slett filen.");
        Assert.NotNull(content.Load().Library);
    }

    [Fact]
    public void A_folder_that_is_no_language_is_only_advised_of()
    {
        using var content = ContentCopy.WithDraft();
        content.Write($"{ContentCopy.Draft}/se/home.md", "Noe.");

        content.Says($"{ContentCopy.Draft}/se  Ingen viser til denne filen. Føy siden til i edition.yaml, eller slett filen.");
        Assert.NotNull(content.Load().Library);
    }

    [Fact]
    public void A_language_the_site_does_not_have_is_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "languages: [nb]", "languages: [nb, se]");

        content.Says($"site.yaml  Språket «se» mangler. Legg det til, eller ta det ut av {Draft}.");
    }

    [Fact]
    public void An_edition_without_a_language_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "languages: [nb]", "languages: []");

        var problems = content.Load().Problems;

        Assert.Contains($"{Draft}:{content.LineOf(Draft, "languages:")}  «languages» mangler eller er tom. Fyll den inn.",
            problems.Select(problem => $"{problem}"));
    }

    [Fact]
    public void Languages_that_are_no_list_are_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "languages: [nb]", "languages: nb");

        Assert.Equal(ProblemKind.NotAList, Assert.Single(content.Load().Problems, problem => problem.Blocks).Kind);
    }

    [Fact]
    public void An_id_that_no_file_can_have_is_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "  - id: about\n", "  - id: Om oss\n");

        var problems = content.Load().Problems;

        Assert.Equal(ProblemKind.IdBroken, Assert.Single(problems, problem => problem.Blocks).Kind);
    }
}
