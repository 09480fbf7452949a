using System.Diagnostics;
using System.Globalization;

namespace TenkTanken.Benchmarks.Rooms;

/// <summary>So many phones follow a room, and the trainer asks something: when each is told, and when it shows what is asked.</summary>
internal static class FollowingBenchmark
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(IReadOnlyList<int> halls, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var people in halls)
        {
            await using var site = await MeasuredSite.StartAsync(TimeSpan.Zero, cancellationToken);
            await RoomBenchmark.MeasureAsync(site, RoomBenchmark.FirstHall, TimeSpan.FromSeconds(10), follow: true, isTold: false);
            isRight &= await MeasureAsync(site, people, cancellationToken);
        }

        return isRight ? 0 : 1;
    }

    /// <returns>Whether all are let in, and are told.</returns>
    private static async Task<bool> MeasureAsync(MeasuredSite site, int people, CancellationToken cancellationToken)
    {
        using var trainer = await Trainer.OpenAsync(site.Address);
        using var one = new Browser(site.Address);
        using var followers = new Followers(site.Address, await one.JoinAsync(trainer.Code));
        var memory = site.Memory;
        var begun = Stopwatch.GetTimestamp();
        await followers.ComeAsync(people);
        var came = Stopwatch.GetElapsedTime(begun);
        memory = site.Memory - memory;

        followers.IsAskedNow();
        begun = Stopwatch.GetTimestamp();
        await trainer.AskAsync();
        while (followers.UpToDate < followers.Following && Stopwatch.GetElapsedTime(begun) < LongestWait)
        {
            await Task.Delay(50, cancellationToken);
        }

        Tell($"{people} follow a room, and something is asked");
        Tell($"  all follow after      {came.TotalSeconds:0.0} s; {followers.Refused} refused");
        Tell($"  memory                {memory / 1024.0 / people:0.0} KiB a person");
        Tell($"  milliseconds          median      p99     most    count");
        Tell($"  told                {followers.Told}");
        Tell($"  shown               {followers.Shown}");

        return followers.Refused == 0 && followers.UpToDate == people;
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
