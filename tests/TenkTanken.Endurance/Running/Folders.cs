namespace TenkTanken.Endurance.Running;

/// <summary>A data folder with its keys beside it, on a disk, thrown away afterwards.</summary>
internal sealed class Folders : IDisposable
{
    private readonly string _root;

    /// <param name="place">Where to make it; null: where temporary files lie, if that is a disk.</param>
    public Folders(string? place = null)
    {
        _root = Path.Combine(place ?? Disk, $"tenktanken-endurance-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_root);
    }

    public string Root => _root;

    public string Data => Path.Combine(_root, "data");

    public string Keys => Path.Combine(_root, "data-keys");

    public string Database => Path.Combine(Data, "tenktanken.db");

    private static string Disk =>
        new DriveInfo(Path.GetTempPath()).DriveFormat is "tmpfs" or "ramfs" ? "/var/tmp" : Path.GetTempPath();

    /// <summary>The same files in another place. Closed to others, as the site wants them.</summary>
    public Folders Copy(string? place = null)
    {
        var copy = new Folders(place);
        CopyFolder(_root, copy._root);

        return copy;
    }

    public static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
