using System.CommandLine;
using TenkTanken.Content;
using TenkTanken.Data;

namespace TenkTanken.Cli;

/// <summary><c>tenk backup</c>: a checked copy of what is saved, without keys; exit code 1 when there is none.</summary>
internal static class BackupCommand
{
    public static Command Make(Messages messages)
    {
        var file = new Argument<FileInfo>("file") { Description = messages.Say("backup-file") };
        var data = Options.Data(messages);
        var language = Options.Language(messages);
        var command = new Command("backup", messages.Say("backup")) { file, data, language };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file).FullName,
            parsed.GetRequiredValue(data).FullName,
            Messages.In(parsed.GetRequiredValue(language)),
            parsed.InvocationConfiguration.Output));

        return command;
    }

    private static int Run(string file, string data, Messages messages, TextWriter output)
    {
        var fault = Backup.Make(file, data);
        output.WriteLine(fault is null
            ? messages.Say("backed-up").With(("path", file))
            : messages.Say("not-backed-up").With(("fault", messages.Say(fault))));

        return fault is null ? 0 : 1;
    }
}
