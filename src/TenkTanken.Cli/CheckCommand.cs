using System.CommandLine;
using TenkTanken.Content;

namespace TenkTanken.Cli;

/// <summary><c>tenk check</c>: every problem of the content with its file and line; exit code 1 when there is one.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var folder = new Option<DirectoryInfo>("--content")
        {
            Description = Words.Say("content-folder"),
            DefaultValueFactory = _ => new DirectoryInfo("content"),
        };
        var command = new Command("check", Words.Say("check")) { folder };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output));

        return command;
    }

    private static int Check(DirectoryInfo folder, TextWriter output)
    {
        var content = ContentLoader.Load(folder.FullName);
        foreach (var problem in content.Problems)
        {
            output.WriteLine(problem);
        }

        output.WriteLine(content.Problems.Count == 0
            ? Words.Say("no-problems").With(("folder", folder.Name))
            : Words.Say("problems").With(("count", $"{content.Problems.Count}")));

        return content.Problems.Count == 0 ? 0 : 1;
    }
}
