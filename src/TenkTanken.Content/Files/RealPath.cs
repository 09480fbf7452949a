namespace TenkTanken.Content.Files;

/// <summary>
/// Where a path leads when every link on the way is followed. The framework resolves the last part of a path only,
/// and a link may stand anywhere on the way to it.
/// </summary>
internal static class RealPath
{
    /// <summary>As many as Linux follows before it takes them for a ring.</summary>
    private const int MaxLinks = 40;

    /// <summary>Whether the file or folder really lies in the folder. It need not exist.</summary>
    /// <exception cref="IOException">The links go round in a ring.</exception>
    public static bool IsInside(string folder, string path, out string real)
    {
        real = Of(path);
        var inside = Path.GetRelativePath(Of(folder), real);

        return !Path.IsPathRooted(inside) && inside != ".." && !inside.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
    }

    private static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var rest = new Stack<string>();
        Push(rest, full[real.Length..]);
        var links = 0;
        while (rest.TryPop(out var name))
        {
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new IOException("The links go round in a ring.");
            }

            var root = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
            real = root.Length > 0 ? root : real;
            Push(rest, target[root.Length..]);
        }

        return real;
    }

    private static void Push(Stack<string> rest, string path)
    {
        foreach (var name in path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse().Where(name => name is not ("" or ".")))
        {
            rest.Push(name);
        }
    }
}
