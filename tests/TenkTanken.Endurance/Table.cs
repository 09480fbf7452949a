using System.Diagnostics;

namespace TenkTanken.Endurance;

/// <summary>Runs trials one after the other, and tells what came of them.</summary>
internal static class Table
{
    private static readonly Finding Head = new("", "What was done", "Goal", "Figure", IsHeld: true);

    /// <returns>What the program ends with: 0 when every goal is held.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<Trial> trials, Conditions conditions)
    {
        Conditions.Tell($"seed {conditions.Seed}");
        var findings = new List<Finding>();
        foreach (var trial in trials)
        {
            var (begun, known) = (Stopwatch.GetTimestamp(), findings.Count);
            var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
            Conditions.Tell($"{trial.Name}; the machine's load is {load} on {Environment.ProcessorCount} cores");
            try
            {
                findings.AddRange(await trial.RunAsync(conditions));
            }
            catch (Exception exception)
            {
                // The others are still worth knowing of.
                Conditions.Tell(exception.ToString());
                findings.Add(new(trial.Name, "The trial itself", "runs to its end", $"{exception.GetType().Name}: {exception.Message}", IsHeld: false));
            }

            Conditions.Tell($"{trial.Name} took {Stopwatch.GetElapsedTime(begun):hh\\:mm\\:ss}");
            findings.Skip(known).ToList().ForEach(finding => Conditions.Tell($"  {finding.Figure}{(finding.IsHeld ? "" : "  NOT held")}"));
        }

        Say(Head, "Held");
        Console.WriteLine("|---|---|---|---|---|");
        findings.ForEach(finding => Say(finding, finding.IsHeld ? "held" : "**NOT held**"));

        return findings.TrueForAll(finding => finding.IsHeld) ? 0 : 1;
    }

    private static void Say(Finding finding, string held) =>
        Console.WriteLine($"| {finding.Property} | {finding.Done} | {finding.Goal} | {finding.Figure.ReplaceLineEndings(" ")} | {held} |");
}
