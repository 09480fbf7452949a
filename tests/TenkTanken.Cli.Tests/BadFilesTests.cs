using TenkTanken.Content.Tests;
using TenkTanken.Content.Tests.BadFiles;
using Xunit;

namespace TenkTanken.Cli.Tests;

/// <summary>The check of every sort of broken content, as an editor runs it.</summary>
public sealed class BadFilesTests
{
    [Fact]
    public void Whatever_is_broken_the_check_says_so_and_ends_with_zero_or_one()
    {
        using var content = new BreakableContent(Repository.Content);
        var wrong = new List<string>();
        var found = 0;
        // The content's own tests go through all of them; a sixth shows that the workbench adds nothing that falls over.
        foreach (var one in Corpus.Of(content).Where((_, number) => number % 6 == 0))
        {
            var expected = one.Break(content);
            var (exit, said, errors) = Check(content.Folder);
            content.Undo();
            found += exit;
            if (exit is not (0 or 1) || said.Length == 0 || errors.Length > 0 || (expected is not null && exit == 0))
            {
                wrong.Add($"{one.Name}: {exit} {errors}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(found >= 150, $"{found}");
    }

    [Fact]
    public void What_goes_wrong_in_the_workbench_itself_would_be_seen()
    {
        using var content = new BreakableContent(Repository.Content);

        Assert.Equal((0, ""), (Check(content.Folder).Exit, Check(content.Folder).Errors));
        Assert.NotEmpty(Check(content.Folder, "--no-such-thing").Errors);
    }

    private static (int Exit, string Said, string Errors) Check(string folder, params string[] more)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exit = Workbench.Run(["check", "--content", folder, .. more], output, errors, TimeProvider.System);

        return (exit, output.ToString(), errors.ToString());
    }
}
