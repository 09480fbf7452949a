using System.Text;
using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>Files that are something else than a file, or hold something else than text.</summary>
internal static class BadFileKinds
{
    private const int Most = 64 * 1024;

    public static IEnumerable<BadCase> All(BreakableContent content)
    {
        string[] files = ["site.yaml", "texts/nb.yaml", "facts/law.yaml", $"{content.Edition}/edition.yaml", $"{content.Edition}/nb/conversation.md"];

        return files.SelectMany(file => Kinds(file).Append(Gone(file)))
            .Concat(Corpus.EachAtTwo(files, Encodings))
            .Concat(Corpus.EachAtTwo(files, Characters))
            .Concat(Locks($"{content.Published}/edition.lock"));
    }

    // Nobody says which files of facts there must be: what stood in one is missed by those who use it.
    private static BadCase Gone(string file) =>
        Case(file, "is missing", file.StartsWith("facts", StringComparison.Ordinal) ? null
            : file.EndsWith(".md", StringComparison.Ordinal) ? ProblemKind.PageMissing : ProblemKind.FileMissing, content => content.Delete(file));

    private static IEnumerable<BadCase> Kinds(string file)
    {
        var name = Path.GetFileName(file);
        yield return Case(file, "is a folder", ProblemKind.FileIsFolder, content => content.MakeFolder(file));
        yield return Case(file, "is a folder with itself inside", ProblemKind.FileIsFolder, content =>
        {
            content.MakeFolder(file);
            content.Write($"{file}/{name}", content.Bytes(file));
        });
        yield return Case(file, "is empty", ProblemKind.FileEmpty, content => content.Write(file, ""));
        yield return Case(file, "has only empty lines", ProblemKind.FileEmpty, content => content.Write(file, "\n \n\t\r\n\n"));
        yield return Case(file, "has only a byte-order mark", ProblemKind.FileEmpty, content => content.Write(file, "\uFEFF"));
        yield return Case(file, "is a link to itself", ProblemKind.FileUnreadable, content => content.Link(file, name));
        yield return Case(file, "is a link in a ring", ProblemKind.FileUnreadable, content =>
        {
            content.Link($"{file}.other", name);
            content.Link(file, $"{name}.other");
        });
        yield return Case(file, "is a link to nothing", ProblemKind.FileMissing, content => content.Link(file, "nothing"));
        yield return Case(file, "is a link to a folder", ProblemKind.FileIsFolder, content => content.Link(file, "."));
        yield return Case(file, "is a link out", ProblemKind.FileLeadsOut, content => content.Link(file, Path.GetTempPath()));
        yield return Case(file, "is a link to nothing outside", ProblemKind.FileLeadsOut,
            content => content.Link(file, Path.Combine(Path.GetTempPath(), "nothing")));
        yield return Case(file, "is a link far up", ProblemKind.FileLeadsOut, content => content.Link(file, "../../../../../../../../../etc/hostname"));
        yield return Case(file, "is a link out by way of another", ProblemKind.FileLeadsOut, content =>
        {
            content.Link("way", Path.GetTempPath());
            content.Link(file, Path.Combine(content.Folder, "way", "nothing"));
        });
        yield return Case(file, "is a byte too large", ProblemKind.FileTooLarge,
            content => content.Write(file, [.. content.Bytes(file), .. Enumerable.Repeat((byte)'\n', Most + 1 - content.Bytes(file).Length)]));
        yield return Case(file, "is without end", ProblemKind.FileTooLarge, content => content.Stretch(file, 1L << 40));
        yield return Case(file, "is a hole", ProblemKind.ControlCharacter, content => content.Stretch(file, Most), line: 1);
        yield return Case(file, "is held by another", ProblemKind.FileUnreadable, content => content.Hold(file));
        if (!OperatingSystem.IsWindows())
        {
            yield return Case(file, "is a pipe", ProblemKind.FileEmpty, content => content.Pipe(file));
            yield return Case(file, "is a link to a pipe", ProblemKind.FileEmpty, content =>
            {
                content.Pipe($"{file}.pipe");
                content.Link(file, $"{name}.pipe");
            });
            yield return Case(file, "is a socket", ProblemKind.FileEmpty, content => content.Socket(file));
            yield return Case(file, "is a device", ProblemKind.FileLeadsOut, content => content.Link(file, "/dev/zero"));
        }
    }

    private static IEnumerable<BadCase> Encodings(string file)
    {
        (string Name, byte[] Bytes)[] wrong =
        [
            ("a letter of Latin-1", [0xE6, (byte)'b']),
            ("half a letter", [0xC3]),
            ("a byte that is none", [0xFF]),
            ("a letter written too long", [0xC0, 0x80]),
            ("half a pair", [0xED, 0xA0, 0x80]),
            ("a letter beyond the last", [0xF4, 0x90, 0x80, 0x80]),
            ("the rest of a letter", [0x80]),
        ];
        foreach (var (name, bytes) in wrong)
        {
            yield return Case(file, $"has {name}", ProblemKind.FileNotUtf8, content => content.Write(file, EndOfLine(content.Bytes(file), 3, bytes)), 3);
        }

        yield return Case(file, "has half a letter at its end", ProblemKind.FileNotUtf8, content => content.Write(file, [.. "a: b\nc: "u8, 0xC3]), 2);
        yield return Case(file, "has half a letter below Windows line ends", ProblemKind.FileNotUtf8,
            content => content.Write(file, [.. "a: b\r\nc: d\r\n"u8, 0xC3]), 3);
        yield return Case(file, "is UTF-16", ProblemKind.FileNotUtf8,
            content => content.Write(file, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(content.Text(file))]), 1);
        yield return Case(file, "is UTF-16 the other way round", ProblemKind.FileNotUtf8,
            content => content.Write(file, [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(content.Text(file))]), 1);
        yield return Case(file, "is UTF-16 and does not say so", ProblemKind.ControlCharacter,
            content => content.Write(file, Encoding.Unicode.GetBytes("a: b\n")), 1);
        yield return Case(file, "is a picture", ProblemKind.FileNotUtf8, content => content.Write(file, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), 1);
        yield return Case(file, "is a packed file", ProblemKind.FileNotUtf8, content => content.Write(file, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]), 1);
        yield return Case(file, "is a program", ProblemKind.ControlCharacter, content => content.Write(file, [0x7F, .. "ELF"u8, 2, 1, 1, 0]), 1);
    }

    private static IEnumerable<BadCase> Characters(string file)
    {
        string[] characters =
        [
            "\0", "\u0001", "\u0007", "\b", "\v", "\f", "\u001b", "\u007F", "\u0085", "\u009F",
            "\u202A", "\u202E", "\u2066", "\u2069", "\uFEFF", "\uFFFE", "\uFFFF", "\uFDD0", "\U0001FFFF", "\U0010FFFE",
        ];
        foreach (var character in characters)
        {
            yield return Case(
                file,
                $"has U+{char.ConvertToUtf32(character, 0):X4}",
                ProblemKind.ControlCharacter,
                content => content.Write(file, EndOfLine(content.Bytes(file), 2, Encoding.UTF8.GetBytes(character))),
                2);
        }
    }

    private static IEnumerable<BadCase> Locks(string file)
    {
        yield return Case(file, "is a folder", ProblemKind.FileIsFolder, content => content.MakeFolder(file));
        yield return Case(file, "is empty", ProblemKind.FileEmpty, content => content.Write(file, ""));
        yield return Case(file, "is a link to itself", ProblemKind.FileUnreadable, content => content.Link(file, "edition.lock"));
        yield return Case(file, "is a link out", ProblemKind.FileLeadsOut, content => content.Link(file, "../../../nothing"));
        yield return Case(file, "is not a lock", ProblemKind.LockBroken, content => content.Write(file, "a: b\n- [\n"), 1);
        yield return Case(file, "has one line that is none", ProblemKind.LockBroken, content => content.Write(file, "0000\n"), 1);
        yield return Case(file, "has a sum of a file elsewhere", null, content => content.Write(file, new string('0', 64) + "  ../../../../../etc/passwd\n"));
        yield return Case(file, "has a line without end", ProblemKind.LockBroken, content => content.Write(file, new string('0', Most)), 1);
        yield return Case(file, "has thirty thousand lines", ProblemKind.LockBroken,
            content => content.Write(file, string.Concat(Enumerable.Repeat("a\n", Most / 2))), 1);
        yield return Case(file, "is without end", ProblemKind.FileTooLarge, content => content.Stretch(file, 1L << 40));
        yield return Case(file, "is not UTF-8", ProblemKind.FileNotUtf8, content => content.Write(file, [0xFF, 0xFE, 0, 0]), 1);
        if (!OperatingSystem.IsWindows())
        {
            yield return Case(file, "is a pipe", ProblemKind.FileEmpty, content => content.Pipe(file));
        }
    }

    private static BadCase Case(string file, string how, ProblemKind? kind, Action<BreakableContent> put, int line = 0) => new($"{file} {how}", content =>
    {
        put(content);
        return kind is { } found ? new Expected(found, file, line) : null;
    });

    /// <summary>The file with those bytes at the end of a line, counted from 1.</summary>
    private static byte[] EndOfLine(byte[] bytes, int line, byte[] what)
    {
        var at = -1;
        for (var end = 0; end < line; end++)
        {
            at = Array.IndexOf(bytes, (byte)'\n', at + 1);
        }

        return [.. bytes[..at], .. what, .. bytes[at..]];
    }
}
