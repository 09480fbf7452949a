namespace TenkTanken.Content.Files;

/// <summary>
/// What lies in a folder. Names that begin with a dot are left out: they are what systems and programs leave behind
/// (<c>.DS_Store</c>, <c>._law.yaml</c>, the <c>..data</c> of a mounted volume), and no editor sees them.
/// </summary>
internal static class FolderList
{
    /// <summary>
    /// The files with that ending, by name from the content folder down; none when there is no such folder. A folder
    /// with that ending is among them, so that reading it says what lies in the place of a file.
    /// </summary>
    public static IReadOnlyList<string> FilesIn(string folder, string below, string ending) =>
    [
        .. List(folder, below, Directory.EnumerateFileSystemEntries)
            .Where(name => name.EndsWith(ending, StringComparison.Ordinal))
            .Select(name => $"{below}/{name}"),
    ];

    /// <summary>The names of all files in it, whatever they end with; none when there is no such folder.</summary>
    public static IReadOnlyList<string> FilesIn(string folder, string below) => List(folder, below, Directory.EnumerateFiles);

    /// <summary>The names of the folders in it; none when there is no such folder.</summary>
    public static IReadOnlyList<string> FoldersIn(string folder, string below) =>
        List(folder, below, Directory.EnumerateDirectories);

    /// <summary>It is a link, or stands below one, to somewhere outside the content.</summary>
    public static bool LeadsOut(string folder, string below)
    {
        try
        {
            return !RealPath.IsInside(folder, Path.Combine(folder, below), out _);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // What an office program lays beside a file it has open is told of, since it may say that somebody is writing.
    private static bool IsSeen(string name) => !name.StartsWith('.') || CopyName.OpenFileOf(name) is not null;

    // A folder that cannot be listed, or that lies elsewhere, is as good as none: what should have been in it is then
    // missed by name.
    private static IReadOnlyList<string> List(string folder, string below, Func<string, IEnumerable<string>> paths)
    {
        try
        {
            return RealPath.IsInside(folder, Path.Combine(folder, below), out var path)
                ? [.. paths(path).Select(found => Path.GetFileName(found)).Where(IsSeen).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
