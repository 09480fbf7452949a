using System.CommandLine;

namespace TenkTanken.Cli;

/// <summary><c>tenk</c>: the commands of those who look after the content and the site. One file a verb.</summary>
public static class Workbench
{
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand(Words.Say("about")) { CheckCommand.Make() };

        return root.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = errors });
    }
}
