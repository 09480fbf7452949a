using System.CommandLine;
using TenkTanken.Content;
using TenkTanken.Content.Checking;

namespace TenkTanken.Cli;

/// <summary>What more than one command takes.</summary>
internal static class Options
{
    public static Option<DirectoryInfo> Folder(Messages messages) => new("--content")
    {
        Description = messages.Say("content-folder"),
        DefaultValueFactory = _ => new DirectoryInfo("content"),
    };

    public static Option<string> Language(Messages messages)
    {
        var language = new Option<string>("--language")
        {
            Description = messages.Say("language").With(("languages", string.Join(", ", Problem.Languages))),
            DefaultValueFactory = _ => Problem.Languages[0],
        };
        language.AcceptOnlyFromAmong([.. Problem.Languages]);

        return language;
    }
}
