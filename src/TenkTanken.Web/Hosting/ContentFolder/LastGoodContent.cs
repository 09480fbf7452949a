using System.Globalization;
using TenkTanken.Content;
using TenkTanken.Web.Hosting.Starting;

namespace TenkTanken.Web.Hosting.ContentFolder;

/// <summary>
/// A copy of the content files in the data folder, for a start at which the content folder is broken. Each copy lies in a
/// folder named by the checksum of its files, so that a half-written or damaged one is known by its name. The one before
/// is kept too: whatever a crash or a power cut leaves, one of them is whole.
/// </summary>
internal sealed class LastGoodContent(Settings settings, TimeProvider time)
{
    private const string Unfinished = "unfinished-";
    private const int CopiesKept = 2;

    /// <summary>The coarsest that a file system keeps apart (FAT).</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    public string Folder { get; } = FolderIn(settings.DataFolder);

    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, "last-good-content");

    /// <summary>The newest copy that is whole and loads, or null.</summary>
    public KeptContent? Read()
    {
        try
        {
            return Copies()
                .Where(copy => IsWhole(copy.FullName))
                .Select(copy => ContentLoader.LoadKept(copy.FullName) is { Library: { } library } loaded
                    ? new KeptContent(library, loaded, copy.LastWriteTimeUtc)
                    : null)
                .FirstOrDefault(kept => kept is not null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Copies what is in the fingerprint. False when it has changed since the fingerprint was taken.</summary>
    /// <exception cref="IOException">The disk is full, say.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public bool Write(string contentFolder, ContentFingerprint fingerprint)
    {
        var copy = Path.Combine(Folder, fingerprint.Value);
        if (!IsWhole(copy) && !Copy(contentFolder, fingerprint, copy))
        {
            return false;
        }

        var newest = Copies().FirstOrDefault(other => other.Name != fingerprint.Value)?.LastWriteTimeUtc ?? DateTime.MinValue;
        if (Directory.GetLastWriteTimeUtc(copy) <= newest)
        {
            // Two saves may fall on the same moment, and a clock may be set back: this is the newest all the same.
            Directory.SetLastWriteTimeUtc(copy, Later(time.GetUtcNow().UtcDateTime, newest + Tick));
        }

        foreach (var old in Copies().Skip(CopiesKept).Concat(new DirectoryInfo(Folder).GetDirectories(Unfinished + "*")))
        {
            old.Delete(recursive: true);
        }

        return true;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private bool Copy(string contentFolder, ContentFingerprint fingerprint, string copy)
    {
        var unfinished = Path.Combine(Folder, Unfinished + Path.GetRandomFileName());
        try
        {
            foreach (var file in fingerprint.Files)
            {
                CopyFile(Path.Combine(contentFolder, file), Path.Combine(unfinished, file));
            }

            if (ContentFingerprint.Of(unfinished).Value != fingerprint.Value)
            {
                return false;
            }

            if (Directory.Exists(copy))
            {
                Directory.Delete(copy, recursive: true); // a damaged one
            }

            Directory.SetLastWriteTimeUtc(unfinished, time.GetUtcNow().UtcDateTime);
            Directory.Move(unfinished, copy);
            return true;
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private static void CopyFile(string from, string to)
    {
        CreateFolder(Path.GetDirectoryName(to)!); // a path to a file always has a folder
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Not flushed to the disk file by file, which takes longer than all of the rest at start: a copy that the power has cut
        // through is known by its checksum, and the one before it is still there.
        using var file = new FileStream(to, options);
        file.Write(File.ReadAllBytes(from));
    }

    // As everything in the data folder: only the user the site runs as can look into it. Folders above are made first, one by
    // one, since they would not get the mode.
    private static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        CreateFolder(Path.GetDirectoryName(path)!); // the root is always there
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Newest first. What else lies there is not ours, and left alone.</summary>
    private List<DirectoryInfo> Copies() =>
        Directory.Exists(Folder)
            ? [.. new DirectoryInfo(Folder).GetDirectories()
                .Where(folder => folder.Name.Length == 32 && folder.Name.All(char.IsAsciiHexDigitLower))
                .OrderByDescending(folder => folder.LastWriteTimeUtc)]
            : [];

    private static bool IsWhole(string copy) => Directory.Exists(copy) && ContentFingerprint.Of(copy).Value == Path.GetFileName(copy);
}

/// <param name="Since">When it was copied, in UTC.</param>
internal sealed record KeptContent(ContentLibrary Library, LoadedContent Loaded, DateTime Since)
{
    public string SinceText => Since.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
