using System.Diagnostics;
using System.Globalization;

namespace TenkTanken.Benchmarks.Rooms;

/// <summary>
/// A hall comes into a room and answers, while somebody reads a page now and then. Afterwards the totals are compared with what was
/// acknowledged: each answer is counted once.
/// </summary>
internal static class RoomBenchmark
{
    private const string Reading = "/nb/tegn";

    /// <summary>Nothing is made for it: what it takes is what asking takes.</summary>
    private const string File = "/icon.svg";

    /// <summary>In another room, an hour ago.</summary>
    internal const int FirstHall = 2000;

    private static readonly TimeSpan BetweenReadings = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <param name="idle">So many follow another room meanwhile, in which nothing happens.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<int> halls,
        TimeSpan within,
        TimeSpan flush,
        bool follow,
        int idle,
        CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var people in halls)
        {
            await using var site = await MeasuredSite.StartAsync(flush, cancellationToken);
            // A site that has been asked nothing yet would be measured while it is compiled.
            await MeasureAsync(site, FirstHall, TimeSpan.FromSeconds(10), follow, isTold: false);
            using var trainer = await Trainer.OpenAsync(site.Address);
            using var one = new Browser(site.Address);
            using var others = new Followers(site.Address, await one.JoinAsync(trainer.Code));
            await others.ComeAsync(idle);
            isRight &= await MeasureAsync(site, people, within, follow, isTold: true);
            isRight &= others.Refused == 0;
            if (idle > 0)
            {
                Tell($"  beside it             {others.Following} followed another room, {others.Refused} were refused");
            }
        }

        return isRight ? 0 : 1;
    }

    /// <returns>Whether every answer was received, and is counted once.</returns>
    internal static async Task<bool> MeasureAsync(MeasuredSite site, int people, TimeSpan within, bool follow, bool isTold)
    {
        using var trainer = await Trainer.OpenAsync(site.Address);
        await trainer.AskAsync();
        using var wall = new Wall(site.Address, trainer.Wall);
        _ = wall.FollowAsync();
        using var hall = new Hall(site.Address, trainer.Code, follow);
        var (memory, processor) = (site.Memory, site.Processor);

        using var enough = new CancellationTokenSource();
        var (pages, files) = (new Times(), new Times());
        var reader = ReadAsync(site.Address, pages, files, enough.Token);
        var took = await hall.ComeAsync(people, within);
        await enough.CancelAsync();
        await reader;
        var (memoryThen, processorThen) = (site.Memory, site.Processor);

        var waiting = Stopwatch.GetTimestamp();
        while (wall.Answers < hall.Acknowledged.Count && Stopwatch.GetElapsedTime(waiting) < LongestWait)
        {
            await Task.Delay(BetweenReadings);
        }

        await trainer.PressAsync("close");
        await trainer.PressAsync("reveal");
        var totals = await trainer.TotalsAsync();
        var isCounted = totals.Index().All(total => total.Item == hall.Chosen.GetValueOrDefault(total.Index)) && totals.Sum() == hall.Acknowledged.Count;
        if (isTold)
        {
            Tell($"{people} people within {within.TotalSeconds:0.#} s, {(follow ? "following" : "without following")}");
            Tell($"  all done after        {took.TotalSeconds:0.0} s, of which the site's processor worked {(processorThen - processor).TotalSeconds:0.0} s");
            Tell($"  answers acknowledged  {hall.Acknowledged.Count}, {(isCounted ? "each counted once" : $"BUT COUNTED {totals.Sum()}")}");
            Tell($"  failed                {(hall.Failures.Count == 0 ? "none" : string.Join(", ", hall.Failures.Select(why => $"{why.Value} × {why.Key}")))}");
            Tell($"  memory                {(memoryThen - memory) / 1024.0 / people:0.0} KiB a person; {memoryThen / 1024 / 1024} MiB in all");
            Tell("  milliseconds          median      p99     most    count");
            Tell($"  page of a phone     {hall.Pages}");
            Tell($"  join or answer      {hall.Posts}");
            Tell($"  answered to wall    {wall.Behind(hall.Acknowledged)}");
            Tell($"  reading meanwhile   {pages}");
            Tell($"  a file meanwhile    {files}");
            Tell($"  reading to file       {pages.Median / files.Median:0.0} {pages.P99 / files.P99,8:0.0}");
        }

        return isCounted && hall.Failures.Count == 0 && hall.Acknowledged.Count == people;
    }

    private static async Task ReadAsync(Uri site, Times pages, Times files, CancellationToken enough)
    {
        using var browser = new Browser(site);
        while (!enough.IsCancellationRequested)
        {
            await pages.OfAsync(browser.GetAsync(Reading));
            await files.OfAsync(browser.GetAsync(File));
            await Task.Delay(BetweenReadings, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Tell(string line) => Console.WriteLine(line);
}
