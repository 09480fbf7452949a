using System.CommandLine;
using TenkTanken.Content;
using TenkTanken.Content.Checking;

namespace TenkTanken.Cli;

/// <summary>What more than one command takes.</summary>
internal static class Options
{
    public static Option<DirectoryInfo> Folder(Words words) => new("--content")
    {
        Description = words.Say("content-folder"),
        DefaultValueFactory = _ => new DirectoryInfo("content"),
    };

    public static Option<string> Language(Words words)
    {
        var language = new Option<string>("--language")
        {
            Description = words.Say("language").With(("languages", string.Join(", ", Problem.Languages))),
            DefaultValueFactory = _ => Problem.Languages[0],
        };
        language.AcceptOnlyFromAmong([.. Problem.Languages]);

        return language;
    }
}
