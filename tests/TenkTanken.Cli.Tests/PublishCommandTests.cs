using Xunit;

namespace TenkTanken.Cli.Tests;

public sealed class PublishCommandTests
{
    private const string Lock = $"editions/{Desk.Draft}/edition.lock";
    private const string Page = $"editions/{Desk.Draft}/nb/checklist.md";
    private const string Refused = "Utgaven er ikke gitt ut, og ingen fil er endret. Rett dette først:\n";

    [Fact]
    public void A_draft_is_published_today_and_locked()
    {
        using var desk = new Desk();
        var before = desk.Files();

        var answer = desk.Publish(Desk.Draft);

        Assert.Equal((0, $"Utgaven {Desk.Draft} er gitt ut og låst. Leserne får den når edition i site.yaml sier {Desk.Draft}.\n"), answer);
        Assert.Equal(before[Desk.DraftStructure].Replace("status: draft", "status: published").Replace("date: 2026-01-01", "date: 2026-11-25"),
            desk.Read(Desk.DraftStructure));
        Assert.Equal([Lock, Desk.DraftStructure],
            desk.Files().Where(file => before.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).Order());
        Assert.Contains("  nb/checklist.md\n", desk.Read(Lock));
        Assert.Contains("  edition.yaml\n", desk.Read(Lock));
        Assert.Equal((0, "Ingen feil i content.\n"), desk.Check());
    }

    [Fact]
    public void Published_words_are_locked_from_then_on()
    {
        using var desk = new Desk();
        desk.Publish(Desk.Draft);
        desk.Replace(Page, "Senk tempoet.", "Senk farten.");

        var (exit, said) = desk.Check();

        Assert.Equal(1, exit);
        Assert.StartsWith($"{Page}  stopper  Filen er endret etter at utgaven ble gitt ut", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Publishing_twice_changes_nothing_and_keeps_the_day()
    {
        using var desk = new Desk();
        desk.Publish(Desk.Draft);
        var before = desk.Files();

        var (exit, _) = Desk.Run(["publish", Desk.Draft, "--content", desk.Folder], new DateOnly(2027, 3, 1));

        Assert.Equal(0, exit);
        Assert.Equal(before, desk.Files());
    }

    [Fact]
    public void A_problem_is_in_the_way_and_no_file_is_touched()
    {
        using var desk = new Desk();
        desk.Replace(Page, "Senk tempoet.", "Senk tempoet, bakmann.");
        var before = desk.Files();

        var (exit, said) = desk.Publish(Desk.Draft);

        Assert.Equal(1, exit);
        Assert.Equal($"{Refused}{Page}:{Line(desk, "bakmann")}  «bakmann» er et ord vi lar være. Skriv for eksempel: den som utnytter.\n", said);
        Assert.Equal(before, desk.Files());
    }

    [Fact]
    public void It_is_refused_in_english_where_that_is_asked_for()
    {
        using var desk = new Desk();

        Assert.Equal(
            (1, "The edition is not published, and no file was touched. Mend this first:\neditions/2030-1  The edition “2030-1” is not in "
                + "the folder editions, or is not published. Mend edition in site.yaml, or publish the edition.\n"),
            desk.Publish("2030-1", "--language", "en"));
    }

    [Theory]
    [InlineData("2030-1")]
    [InlineData($"../editions/{Desk.Draft}")]
    [InlineData("..")]
    public void An_edition_that_is_not_there_is_named(string edition)
    {
        using var desk = new Desk();
        var before = desk.Files();

        Assert.Equal(
            (1, $"{Refused}editions/{edition}  Utgaven «{edition}» finnes ikke i mappen editions, eller er ikke gitt ut. Rett edition i "
                + "site.yaml, eller gi ut utgaven.\n"),
            desk.Publish(edition));
        Assert.Equal(before, desk.Files());
    }

    [Fact]
    public void A_problem_of_another_edition_is_not_in_the_way()
    {
        using var desk = new Desk();
        desk.Replace("editions/2016/nb/about.md", "title: ", "title: Mer ");

        Assert.Equal(0, desk.Publish(Desk.Draft).Exit);
    }

    [Fact]
    public void That_the_site_names_it_already_is_not_in_the_way()
    {
        using var desk = new Desk();
        desk.Replace("site.yaml", $"edition: {Desk.Current}", $"edition: {Desk.Draft}");
        Assert.Contains("EditionMissing", desk.Check("--format", "json").Said);

        var (_, said) = desk.Publish(Desk.Draft);

        // Where the draft lacks a language of the site, that is in the way; that it is a draft never is.
        Assert.DoesNotContain("eller er ikke gitt ut", said);
    }

    [Fact]
    public void One_that_builds_on_a_draft_is_not_published_before_it()
    {
        using var desk = new Desk();
        const string next = "2026-10";
        desk.CopyEdition(Desk.Draft, next);
        desk.BuildOn(next, Desk.Draft);

        var (exit, said) = desk.Publish(next);

        Assert.Equal(1, exit);
        Assert.Contains($"editions/{next}/edition.yaml:", said);
        Assert.Contains($"Utgaven «{Desk.Draft}», som denne bygger på, finnes ikke.", said);
        Assert.Equal(0, desk.Publish(Desk.Draft).Exit);
        Assert.Equal(0, desk.Publish(next).Exit);
    }

    [Fact]
    public void What_came_to_it_since_is_locked_too()
    {
        using var desk = new Desk();
        var structure = $"editions/{Desk.Current}/edition.yaml";
        var held = $"editions/{Desk.Current}/edition.lock";
        var whole = desk.Read(held);
        File.WriteAllText(desk.PathOf(held), string.Concat(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Contains("  en/")).Select(line => line + "\n")));
        var before = desk.Read(structure);
        Assert.Equal(1, desk.Check().Exit);

        Assert.Equal(0, desk.Publish(Desk.Current).Exit);

        Assert.Equal(whole, desk.Read(held));
        Assert.Equal(before, desk.Read(structure));
        Assert.Equal(0, desk.Check().Exit);
    }

    [Fact]
    public void A_file_that_changed_is_never_locked_anew()
    {
        using var desk = new Desk();
        var page = $"editions/{Desk.Current}/nn/home.md";
        desk.Replace(page, "title: ", "title: Meir ");
        var before = desk.Files();

        var (exit, said) = desk.Publish(Desk.Current);

        Assert.Equal(1, exit);
        Assert.StartsWith($"{Refused}{page}  Filen er endret etter at utgaven ble gitt ut", said, StringComparison.Ordinal);
        Assert.Equal(before, desk.Files());
    }

    [Fact]
    public void One_that_was_made_a_draft_again_becomes_what_it_was()
    {
        using var desk = new Desk();
        var before = desk.Files();
        desk.Replace($"editions/{Desk.Current}/edition.yaml", "status: published", "status: draft");

        var (exit, _) = Desk.Run(["publish", Desk.Current, "--content", desk.Folder], new DateOnly(2027, 3, 1));

        Assert.Equal(0, exit);
        Assert.Equal(before, desk.Files());
    }

    [Fact]
    public void A_folder_where_the_lock_should_be_is_in_the_way()
    {
        using var desk = new Desk();
        Directory.CreateDirectory(desk.PathOf(Lock));
        var before = desk.Files();

        var (exit, said) = desk.Publish(Desk.Draft);

        Assert.Equal(1, exit);
        Assert.StartsWith($"{Refused}{Lock}  ", said, StringComparison.Ordinal);
        Assert.Equal(before, desk.Files());
    }

    [Theory]
    [InlineData(Lock)]
    [InlineData(Desk.DraftStructure)]
    public void What_cannot_be_written_is_said_and_no_file_is_touched(string file)
    {
        using var desk = new Desk();
        Directory.CreateDirectory(desk.PathOf(file + ".new"));
        var before = desk.Files();

        var (exit, said) = desk.Publish(Desk.Draft);

        Assert.Equal(1, exit);
        Assert.StartsWith("Filene kunne ikke skrives: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said);
        Assert.Equal(before, desk.Files());
    }

    [Fact]
    public void Content_that_cannot_be_read_is_in_the_way()
    {
        using var desk = new Desk();
        File.WriteAllText(desk.PathOf("site.yaml"), "name: Tenk tanken\nlanguages: []\nedition: 2026-1\nleave: https://www.yr.no/\n");

        Assert.Equal((1, $"{Refused}site.yaml:2  «languages» mangler eller er tom. Fyll den inn.\n"), desk.Publish(Desk.Draft));
    }

    [Fact]
    public void No_edition_gets_help_and_no_stack_trace()
    {
        var (exit, said) = Desk.Run(["publish"]);

        Assert.NotEqual(0, exit);
        Assert.Contains("--content", said);
        Assert.DoesNotContain("   at ", said);
    }

    private static int Line(Desk desk, string text) => desk.Read(Page).Split('\n').ToList().FindIndex(line => line.Contains(text)) + 1;
}
