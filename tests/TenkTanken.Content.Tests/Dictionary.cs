using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Xunit;

namespace TenkTanken.Content.Tests;

/// <summary>The program hunspell with the Norwegian dictionaries that Debian brings.</summary>
internal static class Dictionary
{
    public static IReadOnlySet<string> UnknownTo(string dictionary, IEnumerable<string> words)
    {
        // No mark at the start: hunspell would take it for a part of the first word.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo("hunspell", ["-d", dictionary, "-l", "-i", "utf-8"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };

        // Read from the beginning: one who wrote everything first could wait for a reader of what comes out.
        using var hunspell = Start(start, dictionary);
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
        if (hunspell.ExitCode != 0)
        {
            Assert.Fail(Missing(dictionary) + Environment.NewLine + errors.GetAwaiter().GetResult());
        }

        return unknown.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
    }

    private static Process Start(ProcessStartInfo start, string dictionary)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Fail(Missing(dictionary));
            throw;
        }
    }

    private static string Missing(string dictionary) =>
        $"The spelling cannot be looked at: hunspell with the dictionary {dictionary} is missing. Debian's packages hunspell and hunspell-no "
        + "have it: apt-get install --no-install-recommends hunspell hunspell-no";
}
