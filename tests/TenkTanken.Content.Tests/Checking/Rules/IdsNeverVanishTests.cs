using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class IdsNeverVanishTests
{
    private const string Draft = ContentCopy.Draft + "/edition.yaml";
    private const string About = ContentCopy.Draft + "/nb/about.md";
    private const string OldAbout = ContentCopy.Edition + "/nb/about.md";

    [Fact]
    public void A_heading_that_is_gone_is_named_on_the_page_it_stood_on()
    {
        using var content = WithOldHeading();

        content.SaysInBoth(
            $"{About}  «old-heading» fantes i utgaven 2026-1, men er borte her. Sett den inn igjen. Skal den bort, så skriv id-en "
            + "under taken-away i edition.yaml.",
            $"{About}  “old-heading” was in edition 2026-1, but is gone here. Put it back. If it is to go, write the id "
            + "under taken-away in edition.yaml.");
    }

    [Fact]
    public void One_that_is_taken_away_on_purpose_is_no_problem()
    {
        using var content = WithOldHeading();
        content.Replace(Draft, "status: draft\n", "status: draft\ntaken-away: [old-heading]\n");

        content.Says();
    }

    [Fact]
    public void One_that_moved_to_another_page_is_no_problem()
    {
        using var content = WithOldHeading();
        content.Append($"{ContentCopy.Draft}/nb/changes.md", "\n## Flyttet {#old-heading}\n");

        content.Says();
    }

    [Fact]
    public void A_page_that_is_gone_is_named_in_the_structure()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace($"{ContentCopy.Edition}/edition.yaml", "  - id: privacy\n", "  - id: old-page\n    kind: article\n  - id: privacy\n");
        content.Write($"{ContentCopy.Edition}/nb/old-page.md", "---\nslug: gammel\ntitle: Gammel\ndescription: Noe.\n---\n\nNoe.\n");
        content.Lock("2026-1");

        content.Says($"{Draft}  «old-page» fantes i utgaven 2026-1, men er borte her. Sett den inn igjen. Skal den bort, så skriv id-en "
            + "under taken-away i edition.yaml.");
    }

    [Fact]
    public void A_page_is_not_there_because_a_heading_has_its_name()
    {
        using var content = WithOldHeading();
        content.Append(About, "\n## Gammel {#old-heading}\n");
        content.Replace($"{ContentCopy.Edition}/edition.yaml", "  - id: privacy\n", "  - id: old-heading\n    kind: article\n  - id: privacy\n");
        content.Write($"{ContentCopy.Edition}/nb/old-heading.md", "---\nslug: gammel\ntitle: Gammel\ndescription: Noe.\n---\n\nNoe.\n");
        content.Lock("2026-1");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.IdVanished, About), (problem.Kind, problem.File));

        content.Replace(Draft, "status: draft\n", "status: draft\ntaken-away: [old-heading]\n");
        content.Says();
    }

    [Fact]
    public void A_heading_that_is_left_of_a_sign_is_no_sign()
    {
        using var content = WithOldHeading();
        content.Append(About, "\n## Gammel {#old-heading}\n");
        content.Replace($"{ContentCopy.Edition}/edition.yaml", "signs:\n", "signs:\n  - id: old-heading\n    matters: []\n");
        content.Lock("2026-1");

        // The older edition lacks the sign on its checklist, which is told of there.
        Assert.Equal([ProblemKind.SignMissing, ProblemKind.IdVanished], content.Load().Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void A_sign_that_is_gone_is_named_on_the_checklist()
    {
        using var content = ContentCopy.WithDraft();
        const string checklist = ContentCopy.Draft + "/nb/checklist.md";
        const string situations = ContentCopy.Draft + "/nb/situations.md";
        content.Replace(Draft, "  - id: from-known-country\n    context-only: true\n    matters: []\n", "");
        var text = content.Read(checklist);
        var start = text.LastIndexOf("### ", text.IndexOf("{#from-known-country}", StringComparison.Ordinal), StringComparison.Ordinal);
        content.Write(checklist, text[..start] + text[text.IndexOf("## Hvis", start, StringComparison.Ordinal)..]);
        content.Replace(situations, "::: seen from-known-country", "::: seen no-access-to-income");

        content.Says($"{checklist}  «from-known-country» fantes i utgaven 2026-1, men er borte her. Sett den inn igjen. Skal den bort, så "
            + "skriv id-en under taken-away i edition.yaml.");
    }

    [Theory]
    [InlineData("never-there")]
    [InlineData("talk-alone")]
    public void What_is_not_taken_away_does_not_stand_there(string id)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "status: draft\n", $"status: draft\ntaken-away: [{id}]\n");

        content.Says($"{Draft}:{content.LineOf(Draft, "taken-away")}  «{id}» står under taken-away, men er ikke tatt bort her. Ta den ut av taken-away.");
    }

    [Fact]
    public void What_was_taken_away_is_never_used_again()
    {
        using var content = WithOldHeading();
        content.Replace(Draft, "status: draft\n", "status: draft\ntaken-away: [old-heading]\n");
        foreach (var path in Directory.EnumerateFiles(content.PathOf(ContentCopy.Draft), "*", SearchOption.AllDirectories))
        {
            content.Write($"editions/2026-10/{Path.GetRelativePath(content.PathOf(ContentCopy.Draft), path)}", File.ReadAllText(path));
        }

        content.Replace("editions/2026-10/edition.yaml", "previous: \"2026-1\"", "previous: \"2026-9\"");
        content.Replace("editions/2026-10/edition.yaml", "taken-away: [old-heading]\n", "");
        content.Says();

        const string about = "editions/2026-10/nb/about.md";
        content.Append(about, "\n## Noe annet {#old-heading}\n");

        content.Says($"{about}:{content.LineOf(about, "{#old-heading}")}  «old-heading» ble tatt bort i utgaven 2026-9, og en id brukes "
            + "aldri om igjen. Velg en ny id.");
    }

    [Fact]
    public void Pages_may_become_another_kind_and_keep_their_ids()
    {
        // From 2016 to 2026-1 the signs moved from an article to a checklist, and articles became guides and cases.
        using var content = new ContentCopy();

        Assert.DoesNotContain(content.Load().Problems, problem => problem.Kind is ProblemKind.IdVanished or ProblemKind.IdReused);
    }

    [Fact]
    public void Of_a_page_that_cannot_be_read_nobody_says_what_is_gone()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(About, "---\nslug", "slug");

        Assert.Equal(ProblemKind.FrontMatterMissing, content.OnlyProblem().Kind);
    }

    /// <summary>The older edition has a heading more than the draft.</summary>
    private static ContentCopy WithOldHeading()
    {
        var content = ContentCopy.WithDraft();
        content.Append(OldAbout, "\n## Gammel {#old-heading}\n");
        content.Lock("2026-1");

        return content;
    }
}
