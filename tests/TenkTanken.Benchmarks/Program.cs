using System.CommandLine;
using TenkTanken.Benchmarks.Reading;
using TenkTanken.Benchmarks.Rooms;

var people = new Argument<int[]>("people")
{
    Description = "How many come, one room after the other.",
    Arity = ArgumentArity.ZeroOrMore,
    DefaultValueFactory = _ => [200, 2000],
};
var within = new Option<double>("--within") { Description = "Seconds in which all of them come.", DefaultValueFactory = _ => 9 };
var flush = new Option<int>("--flush") { Description = "Milliseconds that each flush of the disk takes longer. Needs cc." };
var noFollowing = new Option<bool>("--no-following") { Description = "Phones do not follow the room, as without scripts." };
var idle = new Option<int>("--idle") { Description = "So many phones follow another room meanwhile." };
var room = new Command("room", "A hall comes into a room and answers.") { people, within, flush, noFollowing, idle };
room.SetAction((arguments, cancelled) => RoomBenchmark.RunAsync(
    arguments.GetRequiredValue(people),
    TimeSpan.FromSeconds(arguments.GetRequiredValue(within)),
    TimeSpan.FromMilliseconds(arguments.GetValue(flush)),
    follow: !arguments.GetValue(noFollowing),
    arguments.GetValue(idle),
    cancelled));

var following = new Command("following", "Phones follow a room, and the trainer asks something.") { people };
following.SetAction((arguments, cancelled) => FollowingBenchmark.RunAsync(arguments.GetRequiredValue(people), cancelled));

var seconds = new Option<int>("--seconds") { Description = "How long each of nine runs takes.", DefaultValueFactory = _ => 3 };
var reading = new Command("reading", "A page is read as fast as can be, from the site and from nginx. Needs wrk and nginx.") { seconds };
reading.SetAction((arguments, cancelled) => ReadingBenchmark.RunAsync(arguments.GetRequiredValue(seconds), cancelled));

return await new RootCommand("Takes times of the site, built as it is published, on a core of its own.") { room, following, reading }.Parse(args).InvokeAsync();
