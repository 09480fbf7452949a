using System.CommandLine;
using System.Globalization;
using TenkTanken.Content;
using TenkTanken.Data;

namespace TenkTanken.Cli;

/// <summary>
/// <c>tenk restore</c>: puts a backup in the place of the database and says of each month whether its key is there; exit code 1 when it is not
/// restored, 2 when it is and a key is missing.
/// </summary>
internal static class RestoreCommand
{
    public static Command Make(Messages messages, TimeProvider clock)
    {
        var file = new Argument<FileInfo>("backup") { Description = messages.Say("restore-file") };
        var data = Options.Data(messages);
        var keys = new Option<DirectoryInfo>("--keys") { Description = messages.Say("key-folder") };
        var language = Options.Language(messages);
        var command = new Command("restore", messages.Say("restore")) { file, data, keys, language };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            return Run(
                parsed.GetRequiredValue(file).FullName,
                folder,
                parsed.GetValue(keys) is { } named ? KeyFolders.Named(named.FullName) : KeyFolders.Beside(folder),
                clock,
                Messages.In(parsed.GetRequiredValue(language)),
                parsed.InvocationConfiguration.Output);
        });

        return command;
    }

    private static int Run(string file, string data, KeyFolders keys, TimeProvider clock, Messages messages, TextWriter output)
    {
        switch (Backup.Restore(file, data, keys, clock))
        {
            case NotRestored { Fault: var fault }:
                output.WriteLine(messages.Say("not-restored").With(("fault", messages.Say(fault))));
                return 1;

            case Restored { Database: var path, Months: var months }:
                output.WriteLine(messages.Say("restored").With(("path", path)));
                foreach (var month in months)
                {
                    output.WriteLine(messages.Say(KeyOf(month.State)).With(
                        ("month", month.ForgottenAfter.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
                        ("keys", keys.Folder)));
                }

                var lacksKey = months.Any(month => month.State is MonthState.LacksKey);
                if (lacksKey)
                {
                    output.WriteLine(messages.Say("keys-are-gone"));
                }

                output.WriteLine(messages.Say("since-the-backup"));
                return lacksKey ? 2 : 0;

            case var other:
                throw new InvalidOperationException($"{other}");
        }
    }

    private static string KeyOf(MonthState state) => state switch
    {
        MonthState.HasKey => "month-has-key",
        MonthState.LacksKey => "month-lacks-key",
        _ => "month-is-over",
    };
}
