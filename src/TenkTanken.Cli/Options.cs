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

    /// <remarks>Never guessed: a backup of another folder than one thought of would be found out on the day it is needed.</remarks>
    public static Option<DirectoryInfo> Data(Messages messages) => new("--data") { Description = messages.Say("data-folder"), Required = true };

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
