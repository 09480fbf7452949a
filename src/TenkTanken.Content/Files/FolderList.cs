namespace TenkTanken.Content.Files;

internal static class FolderList
{
    /// <summary>The files with that ending, by name from the content folder down; none when there is no such folder.</summary>
    public static IReadOnlyList<string> FilesIn(string folder, string below, string ending) =>
        [.. List(() => Directory.GetFiles(Path.Combine(folder, below), "*" + ending)).Select(name => $"{below}/{name}")];

    /// <summary>The names of the folders in it; none when there is no such folder.</summary>
    public static IReadOnlyList<string> FoldersIn(string folder, string below) =>
        List(() => Directory.GetDirectories(Path.Combine(folder, below)));

    // A folder that cannot be listed is as good as none: what should have been in it is then missed by name.
    private static IReadOnlyList<string> List(Func<string[]> paths)
    {
        try
        {
            return [.. paths().Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
