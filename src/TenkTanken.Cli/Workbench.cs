using System.CommandLine;
using TenkTanken.Content.Checking;

namespace TenkTanken.Cli;

/// <summary><c>tenk</c>: the commands of those who look after the content and the site. One file a verb.</summary>
public static class Workbench
{
    /// <param name="clock">Says which day it is, for facts that have grown old, and which months are over.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors, TimeProvider clock)
    {
        var messages = Messages.In(Problem.Languages[0]);
        var root = new RootCommand(messages.Say("about"))
        {
            CheckCommand.Make(messages, clock),
            PublishCommand.Make(messages, clock),
            BackupCommand.Make(messages),
            RestoreCommand.Make(messages, clock),
        };

        return root.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = errors });
    }

    internal static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
