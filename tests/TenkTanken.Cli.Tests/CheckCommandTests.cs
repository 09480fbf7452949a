using System.Text.Json;
using Xunit;

namespace TenkTanken.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private const string DraftPage = $"editions/{Desk.Draft}/nb/checklist.md";

    private readonly string _folder = Directory.CreateTempSubdirectory("tenktanken-cli-").FullName;

    [Fact]
    public void Content_that_is_whole_has_no_problem()
    {
        var (exit, said) = Desk.Run(["check", "--content", Desk.Whole]);

        Assert.Equal((0, "Ingen feil i content.\n"), (exit, said));
    }

    [Fact]
    public void Every_problem_is_said_with_its_place_and_the_exit_code_is_one()
    {
        File.WriteAllText(Path.Combine(_folder, "site.yaml"), "languages:\n  - code: nb\nedition: 2026-1\nleave: https://www.yr.no/\n");

        var (exit, said) = Desk.Run(["check", "--content", _folder]);

        Assert.Equal(1, exit);
        Assert.Contains("site.yaml:2  stopper  «name» mangler eller er tom. Fyll den inn.\n", said);
        Assert.Contains("texts/nb.yaml  stopper  Filen finnes ikke.", said);
        Assert.Contains("facts  stopper  Mappen facts har ingen fakta.", said);
    }

    [Fact]
    public void Each_problem_is_a_line_with_its_place_its_weight_and_what_to_do()
    {
        using var desk = BrokenDesk();

        Assert.Equal(
            (1,
             $"{DraftPage}:7  råd  Setningen har 45 ord. Del den. Under 31 ord er lettere å lese.\n"
             + $"{DraftPage}:9  stopper  «bakmann» er et ord vi lar være. Skriv for eksempel: den som utnytter.\n"
             + "Stopper: 1. Råd: 1. Rett det som stopper, og kjør kontrollen en gang til.\n"),
            desk.Check("--format", "plain"));
    }

    [Fact]
    public void The_same_can_be_said_in_english()
    {
        using var desk = BrokenDesk();

        Assert.Equal(
            (1,
             $"{DraftPage}:7  advice  The sentence has 45 words. Split it. Under 31 words is easier to read.\n"
             + $"{DraftPage}:9  blocks  “bakmann” is a word we avoid. Write for example: den som utnytter.\n"
             + "Blocking: 1. Advice: 1. Mend what blocks, and run the check again.\n"),
            desk.Check("--language", "en"));
    }

    [Theory]
    [InlineData("nb", "«bakmann» er et ord vi lar være.", "Skriv for eksempel: den som utnytter.")]
    [InlineData("en", "“bakmann” is a word we avoid.", "Write for example: den som utnytter.")]
    public void Other_programs_get_the_same_as_json(string language, string wrong, string @do)
    {
        using var desk = BrokenDesk();

        var (exit, said) = desk.Check("--format", "json", "--language", language);
        using var answer = JsonDocument.Parse(said);
        var problems = answer.RootElement.GetProperty("problems");
        var problem = problems[1];

        Assert.Equal(1, exit);
        Assert.Equal((1, 1, 2),
            (answer.RootElement.GetProperty("blocking").GetInt32(), answer.RootElement.GetProperty("advice").GetInt32(), problems.GetArrayLength()));
        Assert.Equal(["file", "line", "kind", "blocks", "wrong", "do"], problem.EnumerateObject().Select(property => property.Name));
        Assert.Equal((DraftPage, 9), (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32()));
        Assert.Equal(("WordToAvoid", true), (problem.GetProperty("kind").GetString(), problem.GetProperty("blocks").GetBoolean()));
        Assert.Equal((wrong, @do), (problem.GetProperty("wrong").GetString(), problem.GetProperty("do").GetString()));
        Assert.False(problems[0].GetProperty("blocks").GetBoolean());
    }

    [Fact]
    public void A_problem_of_a_whole_file_has_no_line()
    {
        using var desk = new Desk();
        File.Delete(desk.PathOf(DraftPage));

        var (_, said) = desk.Check("--format", "json");
        using var answer = JsonDocument.Parse(said);

        var problem = answer.RootElement.GetProperty("problems")[0];
        Assert.Equal((DraftPage, JsonValueKind.Null), (problem.GetProperty("file").GetString(), problem.GetProperty("line").ValueKind));
    }

    [Fact]
    public void Nothing_wrong_is_json_too()
    {
        var (exit, said) = Desk.Run(["check", "--format", "json", "--content", Desk.Whole]);
        using var answer = JsonDocument.Parse(said);

        Assert.Equal((0, 0), (exit, answer.RootElement.GetProperty("problems").GetArrayLength()));
    }

    [Fact]
    public void Advice_alone_stops_nobody()
    {
        using var desk = new Desk();
        File.WriteAllText(desk.PathOf($"editions/{Desk.Draft}/nb/left-over.md"), "Noe.");

        Assert.Equal(
            (0, $"editions/{Desk.Draft}/nb/left-over.md  råd  Ingen viser til denne filen. Føy siden til i edition.yaml, eller slett "
                + "filen.\nIngenting stopper. Råd: 1.\n"),
            desk.Check());
    }

    [Fact]
    public void Facts_that_have_grown_old_are_advice_on_the_day_it_is()
    {
        var (exit, said) = Desk.Run(["check", "--content", Desk.Whole], new DateOnly(2136, 11, 24));

        Assert.Equal(0, exit);
        Assert.Contains("  råd  «rosa» skulle vært kontrollert igjen innen ", said);
    }

    [Theory]
    [InlineData("--format", "xml")]
    [InlineData("--language", "se")]
    [InlineData("--no-such-option", "x")]
    public void An_option_that_is_not_there_gets_help_and_no_stack_trace(string option, string value)
    {
        var (exit, said) = Desk.Run(["check", "--content", Desk.Whole, option, value]);

        Assert.NotEqual(0, exit);
        Assert.Contains("--format", said);
        Assert.DoesNotContain("   at ", said);
        Assert.DoesNotContain("Ingen feil", said);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("file.txt")]
    public void A_folder_that_is_not_there_is_a_problem_like_any_other(string name)
    {
        File.WriteAllText(Path.Combine(_folder, "file.txt"), "Noe.");

        var (exit, said) = Desk.Run(["check", "--content", Path.Combine(_folder, name)]);

        Assert.Equal(1, exit);
        Assert.Contains("Content:Folder", said);
    }

    [Fact]
    public void A_site_without_languages_is_a_problem_and_no_crash()
    {
        File.WriteAllText(Path.Combine(_folder, "site.yaml"), "name: Tenk tanken\nlanguages: []\nedition: 2026-1\nleave: https://www.yr.no/\n");

        Assert.Equal(
            (1, "site.yaml:2  stopper  «languages» mangler eller er tom. Fyll den inn.\nStopper: 1. Råd: 0. Rett det som stopper, og kjør "
                + "kontrollen en gang til.\n"),
            Desk.Run(["check", "--content", _folder]));
    }

    [Fact]
    public void Help_names_the_commands()
    {
        var (exit, said) = Desk.Run(["--help"]);

        Assert.Equal(0, exit);
        Assert.Contains("check", said);
        Assert.Contains("publish", said);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>With one problem that blocks, and one that does not.</summary>
    private static Desk BrokenDesk()
    {
        var desk = new Desk();
        var lines = desk.Read(DraftPage).Split('\n').ToList();
        lines[6] = string.Join(' ', Enumerable.Repeat("ord", 45)) + ".";
        lines.InsertRange(8, ["En bakmann.", ""]);
        File.WriteAllText(desk.PathOf(DraftPage), string.Join('\n', lines));

        return desk;
    }
}
