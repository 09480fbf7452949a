using System.CommandLine;
using TenkTanken.Content;

namespace TenkTanken.Cli;

/// <summary><c>tenk publish</c>: gives an edition out and locks its words; exit code 1 when something is in the way.</summary>
internal static class PublishCommand
{
    public static Command Make(Messages messages, TimeProvider clock)
    {
        var folder = Options.Folder(messages);
        var language = Options.Language(messages);
        var edition = new Argument<string>("edition") { Description = messages.Say("publish-edition") };
        var command = new Command("publish", messages.Say("publish")) { edition, folder, language };
        command.SetAction(parsed => Publish(
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(edition),
            parsed.GetRequiredValue(language),
            Workbench.Today(clock),
            parsed.InvocationConfiguration.Output));

        return command;
    }

    private static int Publish(DirectoryInfo folder, string edition, string language, DateOnly today, TextWriter output)
    {
        var messages = Messages.In(language);
        try
        {
            var inTheWay = Publishing.Publish(folder.FullName, edition, today);
            output.WriteLine(messages.Say(inTheWay.Count == 0 ? "published" : "not-published").With(("edition", edition)));
            foreach (var problem in inTheWay)
            {
                output.WriteLine($"{problem.Place}  {problem.Wrong(language)} {problem.Remedy(language)}");
            }

            return inTheWay.Count == 0 ? 0 : 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            output.WriteLine(messages.Say("not-written").With(("reason", fault.Message)));
            return 1;
        }
    }
}
