using System.Diagnostics;
using System.Globalization;

namespace TenkTanken.Endurance.Running;

/// <summary>What the system tells of a process and does to it.</summary>
internal static class Processes
{
    /// <param name="signal">Without SIG.</param>
    public static async Task SignalAsync(this Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Of <c>/proc/…/status</c>, in KiB where it is memory. <c>VmHWM</c> is the most that was ever in memory, <c>VmRSS</c> what is now.</summary>
    public static long Status(this Process process, string name)
    {
        foreach (var line in File.ReadLines($"/proc/{process.Id}/status"))
        {
            if (line.StartsWith(name + ":", StringComparison.Ordinal))
            {
                return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException($"There is no {name}.");
    }

    public static int Handles(this Process process) => Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Length;

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, told) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        return (process.ExitCode, await said + await told);
    }
}
