using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P37: asked to stop (SIGTERM) with saves under way, the site ends soon, and nobody is told what is not so.</summary>
internal static class Stopping
{
    private const int Streams = 500;

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        var (rounds, many, streams) = (conditions.Count(10), Math.Max(20, conditions.Count(100)), conditions.Count(Streams));
        var (told, refused, unanswered, odd, lost, ends, ended) = (0, 0, 0, 0, 0, new Times(), new List<int>());
        using var folders = new Folders();
        for (var i = 0; i < rounds; i++)
        {
            await using var site = await Site.StartAsync(folders);
            using var helper = new Helper(site);
            var open = await helper.FollowAsync(streams);
            if (open.Count < streams)
            {
                throw new InvalidOperationException($"Only {open.Count} streams were opened.");
            }

            var forms = new List<Form>();
            for (var j = 0; j < many; j++)
            {
                forms.Add(await helper.ReflectAsync(conditions.Random));
            }

            var saving = forms.Select(helper.SaveAsync).ToList();
            await Task.Delay(conditions.Random.Next(60));
            ends.Add((await site.StopAsync()).TotalMilliseconds);
            ended.Add(site.Process.ExitCode);
            var replies = await Task.WhenAll(saving);
            var codes = replies.Select(reply => reply.Code).OfType<string>().ToList();
            told += codes.Count;
            refused += replies.Count(reply => reply.IsHonestRefusal);
            unanswered += replies.Count(reply => reply.Status == Helper.Reply.None);
            odd += replies.Count(reply => reply is { Code: null, IsHonestRefusal: false, Status: not Helper.Reply.None });
            await using var stored = await Stored.OpenAsync(folders);
            lost += await stored.MissingAsync(codes);
        }

        return
        [
            new(
                "P37",
                $"SIGTERM × {rounds} with {many} saves in flight and {streams} open streams (HTTP; circuits were left out)",
                "ends within 5 s",
                Times.Say($"median {ends.Median / 1000:0.0} s, longest {ends.Longest / 1000:0.0} s; exit codes {string.Join(' ', ended.Distinct())}"),
                ends.Longest <= LongestEnd.TotalMilliseconds),
            new(
                "P37",
                "those saves",
                "each acknowledged and stored, or clearly failed",
                $"{told} acknowledged, of which {lost} lost; {refused} refused in plain words; {unanswered} without an answer; {odd} other",
                lost == 0 && odd == 0),
        ];
    }
}
