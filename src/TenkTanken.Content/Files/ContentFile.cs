using System.Buffers;
using System.Text;
using System.Text.Unicode;
using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>One text file of the content, read whole or not at all.</summary>
internal sealed class ContentFile
{
    /// <summary>No page of words is longer; and some Markdown takes time that grows with the square of its length.</summary>
    public const int MaxBytes = 64 * 1024;

    private ContentFile(string name, string text) => (Name, Text) = (name, text);

    /// <summary>From the content folder down, with forward slashes: what a problem calls the file.</summary>
    public string Name { get; }

    /// <summary>Without byte-order mark, with line feeds only.</summary>
    public string Text { get; }

    public static ContentFile? Read(string folder, string name, ProblemList problems)
    {
        if (Unwritable.IndexIn(name) >= 0 || name.Contains('\n') || name.Contains('\r'))
        {
            problems.Add(ProblemKind.ControlCharacter, Shown(name), 0);
            return null;
        }

        var (bytes, wrong) = ReadBytes(folder, name);
        if (wrong == ProblemKind.FileMissing && FileName.Near(folder, name) is { } near)
        {
            problems.Stop(ProblemKind.FileMisnamed, near, 0, ("name", Path.GetFileName(name)));
            problems.CannotRead(name);
            return null;
        }

        if (wrong is { } kind)
        {
            problems.Add(kind, name, 0, ("limit", $"{MaxBytes / 1024}"));
            return null;
        }

        return Decode(name, bytes, problems);
    }

    private static (byte[] Bytes, ProblemKind? Wrong) ReadBytes(string folder, string name)
    {
        try
        {
            if (!RealPath.IsInside(folder, Path.Combine(folder, name), out var path))
            {
                return ([], ProblemKind.FileLeadsOut);
            }

            if (File.GetAttributes(path).HasFlag(FileAttributes.Directory))
            {
                return ([], ProblemKind.FileIsFolder);
            }

            // Pipes, sockets and devices have no length either, and to open one may wait for ever.
            return new FileInfo(path).Length switch
            {
                0 => ([], ProblemKind.FileEmpty),
                > MaxBytes => ([], ProblemKind.FileTooLarge),
                _ => ReadBytes(path),
            };
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            // A name that is not UTF-8 is listed with a character in its place that leads to no file.
            return ([], name.Contains('\uFFFD') ? ProblemKind.FileUnreadable : ProblemKind.FileMissing);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ([], ProblemKind.FileUnreadable);
        }
    }

    /// <summary>Never more than a file may have, also when it grows while it is read.</summary>
    private static (byte[] Bytes, ProblemKind? Wrong) ReadBytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes + 1);
        try
        {
            var count = stream.ReadAtLeast(buffer, MaxBytes + 1, throwOnEndOfStream: false);

            return count switch
            {
                0 => ([], ProblemKind.FileEmpty),
                > MaxBytes => ([], ProblemKind.FileTooLarge),
                _ => (buffer[..count], null),
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ContentFile? Decode(string name, byte[] bytes, ProblemList problems)
    {
        var letters = new char[bytes.Length];
        if (Utf8.ToUtf16(bytes, letters, out var good, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            problems.Add(ProblemKind.FileNotUtf8, name, LineAt(Encoding.UTF8.GetString(bytes, 0, good), good));
            return null;
        }

        var text = new string(letters, 0, length).TrimStart('\uFEFF');
        if (Unwritable.IndexIn(text) is >= 0 and var at)
        {
            problems.Add(ProblemKind.ControlCharacter, name, LineAt(text, at));
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(ProblemKind.FileEmpty, name, 0);
            return null;
        }

        return new ContentFile(name, text.ReplaceLineEndings("\n"));
    }

    private static int LineAt(string text, int at) => 1 + text[..Math.Min(at, text.Length)].ReplaceLineEndings("\n").Count(letter => letter == '\n');

    private static string Shown(string name) =>
        string.Concat(name.Select(letter => Unwritable.IndexIn($"{letter}") >= 0 || letter is '\n' or '\r' ? '\uFFFD' : letter));
}
