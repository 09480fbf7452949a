using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TenkTanken.Content.Checking;

/// <summary>The program hunspell with the dictionaries of the machine. Debian's package hunspell-no brings the Norwegian ones.</summary>
internal static class Dictionary
{
    /// <param name="dictionary">As hunspell names it: <c>nb_NO</c>.</param>
    /// <returns>Null where the program or its dictionary is not on this machine.</returns>
    public static IReadOnlySet<string>? UnknownTo(string dictionary, IEnumerable<string> words)
    {
        // No mark at the start: hunspell would take it for a part of the first word.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var hunspell = Start(new ProcessStartInfo("hunspell", ["-d", dictionary, "-l", "-i", "utf-8"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        });
        if (hunspell is null)
        {
            return null;
        }

        // Read from the beginning: one who wrote everything first could wait for a reader of what comes out.
        var errors = hunspell.StandardError.ReadToEndAsync();
        var unknown = hunspell.StandardOutput.ReadToEndAsync();
        try
        {
            hunspell.StandardInput.Write(string.Join('\n', words.Distinct()) + "\n");
            hunspell.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read: its exit code says so below.
        }

        hunspell.WaitForExit();
        Task.WaitAll(errors, unknown);

        return hunspell.ExitCode == 0 ? unknown.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet() : null;
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
