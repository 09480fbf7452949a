using System.Diagnostics;
using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P31: a disk without room stops saving, and says so; it stops nothing else, and saving goes on when there is room again.</summary>
internal static class FullDisk
{
    private const string Size = "size=64m";

    private static readonly TimeSpan SoonTold = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        using var place = new Folders();
        var disk = Path.Combine(place.Root, "disk");
        Directory.CreateDirectory(disk);
        var mounted = await Processes.RunAsync("mount", "-t", "tmpfs", "-o", Size, "tmpfs", disk);
        if (mounted.Code != 0)
        {
            return [new("P31", "a disk of 64 MiB", "is made", $"could not be made, which only root can: {mounted.Said.Trim()}", IsHeld: false)];
        }

        try
        {
            return await OnAsync(disk, conditions);
        }
        finally
        {
            await Processes.RunAsync("umount", disk);
        }
    }

    private static async Task<IReadOnlyList<Finding>> OnAsync(string disk, Conditions conditions)
    {
        var many = conditions.Count(200);
        using var folders = new Folders(disk);
        await using var site = await Site.StartAsync(folders);
        using var helper = new Helper(site);
        var (codes, waiting) = (new List<string>(), new List<Form>());
        for (var i = 0; i < many; i++)
        {
            var saved = await helper.SaveAsync(await helper.ReflectAsync(conditions.Random));
            codes.Add(saved.Code ?? throw new InvalidOperationException("It does not save before the disk is full."));
            waiting.Add(await helper.ReflectAsync(conditions.Random));
        }

        var filler = Path.Combine(disk, "filler");
        Fill(filler);
        var full = Stopwatch.GetTimestamp();
        while (await helper.GetAsync("/health/ready") is not { Status: 200, Body: "reading only" } && Stopwatch.GetElapsedTime(full) < LongestRecovery)
        {
            await Task.Delay(20);
        }

        var told = Stopwatch.GetElapsedTime(full);
        var (refused, saves, pages, opened) = (0, 0, 0, 0);
        foreach (var form in waiting)
        {
            var reply = await helper.SaveAsync(form);
            refused += reply.IsHonestRefusal ? 1 : 0;
            if (reply.Code is { } code)
            {
                saves++;
                codes.Add(code);
            }

            pages += (await helper.GetAsync(Helper.Reading)).Status == 200 ? 1 : 0;
            opened += await helper.OpensAsync(codes[0]) ? 1 : 0;
        }

        File.Delete(filler);
        var room = Stopwatch.GetTimestamp();
        string? after = null;
        while ((after = (await helper.SaveAsync(waiting[0])).Code) is null && Stopwatch.GetElapsedTime(room) < LongestRecovery)
        {
            await Task.Delay(20);
        }

        var recovered = Stopwatch.GetElapsedTime(room);
        foreach (var form in waiting)
        {
            codes.Add((await helper.SaveAsync(form)).Code ?? "none");
        }

        var missing = await helper.MissingAsync(codes);

        return
        [
            new(
                "P31",
                $"{waiting.Count} saves on a full disk of 64 MiB (HTTP)",
                "each 503 with a text that says so and the answers; reading 200; opening works",
                $"{refused} refused so, {saves} saved; {pages} of {waiting.Count} pages 200; {opened} of {waiting.Count} opened",
                refused + saves == waiting.Count && refused > 0 && pages == waiting.Count && opened == waiting.Count),
            new(
                "P31",
                "`/health/ready` while the disk is full",
                "«reading only» within 2 s",
                Times.Say($"after {told.TotalSeconds:0.0} s"),
                told <= SoonTold),
            new(
                "P31",
                $"room again, no restart; then all {codes.Count} acknowledged codes opened (HTTP)",
                "saves again; 0 lost",
                Times.Say($"{(after is null ? "does not save" : "saved")} after {recovered.TotalSeconds:0.0} s; {missing} lost"),
                after is not null && missing == 0),
        ];
    }

    private static void Fill(string filler)
    {
        using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var piece = new byte[64 * 1024]; piece.Length > 0;)
        {
            try
            {
                file.Write(piece);
            }
            catch (IOException)
            {
                // To the last bytes.
                piece = new byte[piece.Length / 16];
            }
        }
    }
}
