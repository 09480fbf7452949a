using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P45: a process that is held still (SIGSTOP), as a machine is that moves, goes on where it was.</summary>
internal static class Pause
{
    /// <summary>So many are acknowledged before it is held still: it is in the middle of saving.</summary>
    private const int Enough = 200;

    private static readonly TimeSpan After = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        var still = conditions.Time(TimeSpan.FromSeconds(20));
        using var folders = new Folders();
        await using var site = await Site.StartAsync(folders);
        using var helper = new Helper(site);
        using var enough = new CancellationTokenSource();
        var replies = new List<Helper.Reply>();
        var saving = Enumerable.Range(0, 16).Select(async _ =>
        {
            while (!enough.IsCancellationRequested)
            {
                var reply = await helper.SaveAtOnceAsync();
                lock (replies)
                {
                    replies.Add(reply);
                }
            }
        }).ToList();
        while (Acknowledged() < Enough)
        {
            await Task.Delay(20);
        }

        await site.Process.SignalAsync("STOP");
        await Task.Delay(still);
        var then = Acknowledged();

        await site.Process.SignalAsync("CONT");
        await Task.Delay(After);
        await enough.CancelAsync();
        await Task.WhenAll(saving);
        var codes = replies.Select(reply => reply.Code).OfType<string>().ToList();
        await using var stored = await Stored.OpenAsync(folders);
        var missing = await stored.MissingAsync(codes);
        var refused = replies.Count(reply => reply.IsHonestRefusal);
        var odd = replies.Count - codes.Count - refused;

        return
        [
            new(
                "P45",
                Times.Say($"SIGSTOP {still.TotalSeconds:0} s and SIGCONT while 16 save all the time (HTTP)"),
                "0 lost; goes on saving",
                $"{missing} lost of {codes.Count} acknowledged ({codes.Count - then} after it); {refused} refused in plain words; {odd} otherwise failed",
                missing == 0 && codes.Count > then && odd == 0),
        ];

        int Acknowledged()
        {
            lock (replies)
            {
                return replies.Count(reply => reply.Code is not null);
            }
        }
    }
}
