using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TenkTanken.Data;

/// <summary>Files and folders that only the user the site runs as can look into.</summary>
/// <remarks>Windows has no such modes; there a new folder has the rights of the folder it stands in.</remarks>
internal static class PrivateFiles
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const string UnfinishedExtension = ".unfinished";

    /// <summary>Creates the folder if there is none. Returns why it cannot be used, or null.</summary>
    /// <param name="remedy">What can be done where the folder cannot be made or written.</param>
    public static string? FolderFault(string path, string remedy = "")
    {
        try
        {
            CreateFolder(path);
            File.Delete(WriteUnfinished(Path.Combine(path, "writable"), []));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The folder {path} cannot be used: {exception.Message} {remedy}".TrimEnd();
        }

        // A folder that somebody else made is never changed: it may hold more than ours.
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0
            ? $"The folder {path} is open to other users of this machine. Run `chmod 700 {path}`, "
                + "or name a folder that does not exist yet: it is then created closed."
            : null;
    }

    /// <summary>Why one cannot look into a folder, or null.</summary>
    public static string? ReadingFault(string path)
    {
        try
        {
            Directory.GetFiles(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The folder {path} may hold keys and cannot be read: {exception.Message} "
                + "Make it readable for the user the site runs as, or take it away.";
        }
    }

    /// <summary>Closes one of our own files, which may have been copied here open. Returns why it could not, or null.</summary>
    public static string? Protect(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            {
                File.SetUnixFileMode(path, OwnersFile);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The file {path} is open to other users of this machine, and could not be closed to them: {exception.Message}";
        }
    }

    /// <summary>Creates a file with its content whole, or leaves the one that is there alone. On disk when this returns.</summary>
    public static void CreateOnce(string path, byte[] content)
    {
        GiveName(WriteUnfinished(path, content), path);
        FlushFolder(path);
    }

    /// <summary>Gives an unfinished file its name. It is given up where another file has it.</summary>
    /// <returns>Whether it has its name now.</returns>
    internal static bool GiveName(string unfinished, string path)
    {
        try
        {
            if (TryLink(unfinished, path) is { } linked)
            {
                return linked;
            }

            File.Move(unfinished, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path) || !File.Exists(unfinished))
        {
            // Another process was first, or took ours for something left behind: the caller looks again.
            return false;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Replaces a file as a whole: a reader sees the old one or the new one.</summary>
    public static void Replace(string path, byte[] content) => File.Move(WriteUnfinished(path, content), path, overwrite: true);

    /// <summary>Overwrites a file where it stands and deletes it.</summary>
    public static void Destroy(string path)
    {
        try
        {
            using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
            {
                file.Write(new byte[file.Length]);
                file.Flush(flushToDisk: true);
            }

            File.Delete(path);
            FlushFolder(path);
        }
        catch (FileNotFoundException)
        {
            // Another process has done it.
        }
    }

    /// <summary>Removes what a process killed in the middle of writing left behind.</summary>
    public static void RemoveUnfinished(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, $"*{UnfinishedExtension}*"))
        {
            // Not overwritten: killed at the right moment, this is a second name of the finished file.
            File.Delete(path);
        }
    }

    /// <summary>Creates the folder, closed to others, if there is none. One that is there is left as it is.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnersFolder);
        }
    }

    /// <summary>Creates a file beside the path, under a name that says that it is not finished. Returns that name.</summary>
    public static string WriteUnfinished(string path, byte[] content)
    {
        var unfinished = $"{path}.{RandomNumberGenerator.GetHexString(16)}{UnfinishedExtension}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        try
        {
            using var file = new FileStream(unfinished, options);
            file.Write(content);
            file.Flush(flushToDisk: true);
            return unfinished;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    // File.Move without overwriting looks first and renames then, so that of two processes at once the second replaces the
    // file of the first (measured: 7 times in 100). link(2) cannot. Null where the file system has no links, and on
    // Windows, whose own move does not replace; false where something has the name.
    private static bool? TryLink(string from, string to)
    {
        const int fileExists = 17;
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        return Native.Link(from, to) == 0 ? true : Marshal.GetLastPInvokeError() == fileExists ? false : null;
    }

    // A new or deleted name is on disk only when its folder is. Without this a power cut could take a key and leave the
    // sessions saved with it.
    internal static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Native.Open(Path.GetDirectoryName(path)!, flags: 0); // a path to a file always has a folder; 0: read only
        if (folder >= 0)
        {
            _ = Native.Fsync(folder);
            _ = Native.Close(folder);
        }
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "link", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Fsync(int file);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int file);
    }
}
