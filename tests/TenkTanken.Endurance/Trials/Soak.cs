using System.Diagnostics;
using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P48: days of ordinary doings in some minutes, and whether memory, handles or threads grow with them.</summary>
internal static class Soak
{
    private const double MostMegabytesAnHour = 1;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        var time = conditions.Time(conditions.Soak);
        using var folders = new Folders();
        await using var site = await Site.StartAsync(folders);
        using var enough = new CancellationTokenSource();
        var doings = Enumerable.Range(0, 4).Select(number => GoOnAsync(site, new Random(conditions.Seed + number), enough.Token)).ToList();
        var looks = new List<Look>();
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < time; await Task.Delay(BetweenLooks))
        {
            looks.Add(new(
                Stopwatch.GetElapsedTime(begun).TotalHours,
                site.Process.Status("VmRSS") / 1024.0,
                site.Process.Handles(),
                site.Process.Status("Threads")));
        }

        await enough.CancelAsync();
        var failures = (await Task.WhenAll(doings)).ToList();

        // What is compiled and what is kept for the next who asks is there after a third.
        var settled = looks.Skip(looks.Count / 3).ToList();
        var (slope, error) = Slope(settled);
        var (first, last) = (settled.Take(settled.Count / 5).ToList(), settled.TakeLast(settled.Count / 5).ToList());

        return
        [
            new(
                "P48",
                Times.Say($"{time.TotalMinutes:0.#} minutes of saving, opening, forgetting and reading, {failures.Sum(one => one.Done)} doings by 4 (HTTP)"),
                "0 failed",
                $"{failures.Sum(one => one.Failed)} failed",
                failures.Sum(one => one.Failed) == 0),
            new(
                "P48",
                "memory (RSS) after the first third; its slope, with what chance makes of so short a time (twice the standard error)",
                "≤ 1 MB an hour; a shorter time than hours cannot tell",
                Times.Say($"{settled[0].Memory:0} MiB to {settled[^1].Memory:0} MiB; {slope:+0.0;-0.0} ± {2 * error:0.0} MiB an hour"),
                slope - (2 * error) <= MostMegabytesAnHour),
            new(
                "P48",
                "open files and threads, in the first and in the last fifth of that",
                "no more than 5 % and 5 more",
                Times.Say($"files {first.Average(look => look.Handles):0} and {last.Average(look => look.Handles):0}; ")
                    + Times.Say($"threads {first.Average(look => look.Threads):0} and {last.Average(look => look.Threads):0}"),
                IsFlat(first.Average(look => look.Handles), last.Average(look => look.Handles))
                    && IsFlat(first.Average(look => look.Threads), last.Average(look => look.Threads))),
        ];
    }

    private static bool IsFlat(double first, double last) => last <= (first * 1.05) + 5;

    private static async Task<(int Done, int Failed)> GoOnAsync(Site site, Random random, CancellationToken enough)
    {
        string[] pages = [Helper.Reading, Helper.Checklist, Helper.ComeBack, "/nb", "/en", "/nn", "/health/ready"];
        var (done, failed, codes) = (0, 0, new List<string>());
        using var helper = new Helper(site);
        while (!enough.IsCancellationRequested)
        {
            var what = random.Next(10);
            bool isRight;
            if (what < 5 || (what > 6 && codes.Count == 0))
            {
                isRight = (await helper.GetAsync(pages[random.Next(pages.Length)])).Status == 200;
            }
            else if (what < 7)
            {
                var saved = await helper.SaveAsync(await helper.ReflectAsync(random));
                isRight = saved.Code is not null;
                codes.AddRange(saved.Code is { } code ? [code] : []);
            }
            else
            {
                var at = random.Next(codes.Count);
                var opened = await helper.ComeBackAsync(codes[at]);
                isRight = opened is { Status: 200, Form: not null };
                if (what == 9 && isRight)
                {
                    isRight = (await helper.PostAsync(opened.Form!, "forget")).Status == 200;
                    codes.RemoveAt(at);
                }
            }

            done++;
            failed += isRight ? 0 : 1;
        }

        return (done, failed);
    }

    /// <summary>Of memory over time, by least squares, and its standard error.</summary>
    private static (double Slope, double Error) Slope(List<Look> looks)
    {
        var (x, y) = (looks.Average(look => look.Hours), looks.Average(look => look.Memory));
        var spread = looks.Sum(look => (look.Hours - x) * (look.Hours - x));
        var slope = looks.Sum(look => (look.Hours - x) * (look.Memory - y)) / spread;
        var rest = looks.Sum(look => Math.Pow(look.Memory - y - (slope * (look.Hours - x)), 2));

        return (slope, Math.Sqrt(rest / Math.Max(1, looks.Count - 2) / spread));
    }

    /// <param name="Memory">MiB.</param>
    private sealed record Look(double Hours, double Memory, int Handles, long Threads);
}
