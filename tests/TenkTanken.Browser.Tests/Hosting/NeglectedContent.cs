using System.Text.RegularExpressions;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>A copy of the tests' own words, as it would be if nobody had looked at a phone number since last year.</summary>
internal static partial class NeglectedContent
{
    private const string Facts = "facts/contacts.yaml";

    /// <summary>A site of its own with it.</summary>
    public static async Task<RunningSite> StartSiteAsync()
    {
        // The site has read it before it listens, and goes on with what it has read when the folder is gone.
        var folder = Directory.CreateTempSubdirectory("tenktanken-content-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Folders.Content, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder.FullName, Path.GetRelativePath(Folders.Content, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var facts = Path.Combine(folder.FullName, Facts);
            await File.WriteAllTextAsync(facts, Days().Replace(await File.ReadAllTextAsync(facts), "$1: 2025-01-01\n$2: 2026-01-01"));

            return await RunningSite.StartAsync("http://127.0.0.1:0", folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"( +checked): [\d-]+\n( +check-again): [\d-]+")]
    private static partial Regex Days();
}
