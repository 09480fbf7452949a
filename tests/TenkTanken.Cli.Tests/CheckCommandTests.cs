using Xunit;

namespace TenkTanken.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tenktanken-cli-").FullName;

    [Fact]
    public void The_real_content_has_no_problem()
    {
        var (exit, said) = Run("check", "--content", RealContent());

        Assert.Equal((0, "Ingen feil i content.\n"), (exit, said));
    }

    [Fact]
    public void Every_problem_is_said_with_its_place_and_the_exit_code_is_one()
    {
        File.WriteAllText(Path.Combine(_folder, "site.yaml"), "languages:\n  - code: nb\nedition: 2026-1\nleave: https://www.yr.no/\n");

        var (exit, said) = Run("check", "--content", _folder);

        Assert.Equal(1, exit);
        Assert.Contains("site.yaml:2  «name» mangler eller er tom. Fyll den inn.\n", said);
        Assert.Contains("texts/nb.yaml  Filen finnes ikke.", said);
        Assert.Contains("facts  Mappen facts har ingen fakta.", said);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem_like_any_other()
    {
        var (exit, said) = Run("check", "--content", Path.Combine(_folder, "missing"));

        Assert.Equal(1, exit);
        Assert.Contains("Content:Folder", said);
    }

    [Fact]
    public void Help_names_the_commands()
    {
        var (exit, said) = Run("--help");

        Assert.Equal(0, exit);
        Assert.Contains("check", said);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int Exit, string Said) Run(params string[] arguments)
    {
        var output = new StringWriter();

        return (Workbench.Run(arguments, output, output, TimeProvider.System), output.ToString().ReplaceLineEndings("\n"));
    }

    private static string RealContent()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TenkTanken.sln")))
            {
                return Path.Combine(folder.FullName, "content");
            }
        }

        throw new InvalidOperationException("The tests are run from outside the repository.");
    }
}
