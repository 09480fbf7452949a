using System.CommandLine;
using TenkTanken.Endurance;
using TenkTanken.Endurance.Running;
using TenkTanken.Endurance.Trials;

Trial[] all =
[
    new("kills", Kills.RunAsync),
    new("power-loss", PowerLoss.RunAsync),
    new("full-disk", FullDisk.RunAsync),
    new("held-lock", HeldLock.RunAsync),
    new("damage", Damage.RunAsync),
    new("backups", Backups.RunAsync),
    new("migration", Migration.RunAsync),
    new("stopping", Stopping.RunAsync),
    new("steps", Steps.RunAsync),
    new("pause", Pause.RunAsync),
    new("clocks", Clocks.RunAsync),
    new("rows", Rows.RunAsync),
    new("flood", Flood.RunAsync),
    new("soak", Soak.RunAsync),
    new("odd-requests", OddRequests.RunAsync),
];

var chosen = new Argument<string[]>("trials") { Description = "Which of them; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
chosen.AcceptOnlyFromAmong([.. all.Select(trial => trial.Name)]);
var quick = new Option<bool>("--quick") { Description = "A twentieth of every count: to see whether a trial runs, not whether a goal is held." };
var minutes = new Option<double>("--minutes") { Description = "How long the soak takes.", DefaultValueFactory = _ => 10 };
var sessions = new Option<int>("--sessions") { Description = "How many the trial of rows stores.", DefaultValueFactory = _ => 1_000_000 };
var seed = new Option<int>("--seed") { Description = "Of all that is random.", DefaultValueFactory = _ => Environment.TickCount };
var root = new RootCommand("Runs the long trials of reliability, and tells in one table what is held.") { chosen, quick, minutes, sessions, seed };
root.SetAction((arguments, _) => Table.RunAsync(
    [.. all.Where(trial => arguments.GetRequiredValue(chosen) is not [_, ..] names || names.Contains(trial.Name))],
    new Conditions(
        arguments.GetValue(quick),
        TimeSpan.FromMinutes(arguments.GetValue(minutes)),
        arguments.GetValue(sessions),
        arguments.GetValue(seed))));

var data = new Argument<string>("data");
var keys = new Argument<string>("keys");
var count = new Option<int>("--count") { DefaultValueFactory = _ => int.MaxValue };
var callers = new Option<int>("--callers") { DefaultValueFactory = _ => 64 };
var recorded = new Option<string?>("--recorded");
var writer = new Command("writer", "Saves with the site's storage alone, and tells each code that is acknowledged. Started by trials.")
{
    data, keys, count, callers, recorded,
};
writer.SetAction((arguments, _) => WritingProgram.RunAsync(
    arguments.GetRequiredValue(data),
    arguments.GetRequiredValue(keys),
    arguments.GetValue(count),
    arguments.GetValue(callers),
    arguments.GetValue(recorded)));
root.Add(writer);

var database = new Argument<string>("database");
var milliseconds = new Argument<int>("milliseconds");
var holder = new Command("holder", "Holds the write lock of a database. Started by trials.") { database, milliseconds };
holder.SetAction((arguments, _) => HoldingProgram.RunAsync(
    arguments.GetRequiredValue(database),
    TimeSpan.FromMilliseconds(arguments.GetRequiredValue(milliseconds))));
root.Add(holder);

return await root.Parse(args).InvokeAsync();
