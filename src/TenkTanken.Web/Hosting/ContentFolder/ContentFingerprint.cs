using System.Security.Cryptography;
using System.Text;

namespace TenkTanken.Web.Hosting.ContentFolder;

/// <summary>
/// What lay in a content folder at one moment: enough to see that something has changed, and to know a copy of it. Bytes are
/// read and not only times and lengths, which miss an edit of the same length within one tick of the file system's clock.
/// </summary>
internal sealed class ContentFingerprint
{
    /// <summary>The loader reads no larger file (<c>ContentFile.MaxBytes</c>).</summary>
    private const int MaxBytes = 64 * 1024;

    /// <summary>Editions have their files three folders down. A link that leads in a circle ends here.</summary>
    private const int MaxDepth = 5;

    // By name, so that a data folder or a repository's history within the content folder is no part of it.
    private static readonly string[] Folders = ["editions", "facts", "lessons", "texts", "wording"];
    private static readonly string[] Endings = [".yaml", ".md", ".lock"];

    private ContentFingerprint(string value, string rest, IReadOnlyList<string> files) => (Value, Rest, Files) = (value, rest, files);

    /// <summary>Checksum of the files' names and bytes, in 32 lower-case hexadecimal digits; that of a copy is the same.</summary>
    public string Value { get; }

    /// <summary>The files, by name from the content folder down, with forward slashes.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What no copy has, and the loader may still have something to say of: empty folders, links, what cannot be read.</summary>
    public string Rest { get; }

    public static ContentFingerprint Of(string folder)
    {
        using var calculation = new Calculation(folder);

        return calculation.Compute();
    }

    public bool IsSameAs(ContentFingerprint? other) => other is not null && Value == other.Value && Rest == other.Rest;

    private sealed class Calculation(string root) : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly StringBuilder _rest = new();
        private readonly List<string> _files = [];
        private readonly byte[] _buffer = new byte[MaxBytes + 1];

        public ContentFingerprint Compute()
        {
            foreach (var file in In("").OfType<FileInfo>().Where(file => file.Extension == ".yaml"))
            {
                AddFile(file, file.Name);
            }

            // Without it the loader reads nothing else, and the folder may be any.
            if (_files.Contains("site.yaml"))
            {
                foreach (var name in Folders)
                {
                    AddFolder(new DirectoryInfo(Path.Combine(root, name)), name, depth: 1);
                }
            }

            return new ContentFingerprint(Convert.ToHexStringLower(_hash.GetHashAndReset())[..32], _rest.ToString(), _files);
        }

        public void Dispose() => _hash.Dispose();

        private void AddFolder(FileSystemInfo folder, string name, int depth)
        {
            Note("folder", name);
            if (depth > MaxDepth || LeadsOut(folder, name))
            {
                return;
            }

            foreach (var entry in In(name))
            {
                var below = $"{name}/{entry.Name}";
                if (entry is FileInfo file)
                {
                    AddFile(file, below);
                }
                else
                {
                    AddFolder(entry, below, depth + 1);
                }
            }
        }

        private IEnumerable<FileSystemInfo> In(string name)
        {
            try
            {
                return new DirectoryInfo(Path.Combine(root, name)).GetFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Note("unreadable", name);
                return [];
            }
        }

        private void AddFile(FileInfo file, string name)
        {
            if (!Endings.Contains(file.Extension))
            {
                return;
            }

            try
            {
                var real = NoteLink(file, name) is { } target ? (FileInfo)target : file;
                var length = (int)Math.Min(real.Length, MaxBytes + 1);
                if (length is 0 or > MaxBytes || (length = Read(real)) > MaxBytes)
                {
                    // Never opened when its length is 0: pipes and devices have that too, and a pipe would be waited for.
                    Note(length == 0 ? "empty" : "too large", name);
                    return;
                }

                var nameBytes = Encoding.UTF8.GetBytes(name);
                _hash.AppendData(BitConverter.GetBytes(nameBytes.Length));
                _hash.AppendData(nameBytes);
                _hash.AppendData(BitConverter.GetBytes(length));
                _hash.AppendData(_buffer, 0, length);
                _files.Add(name);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Note("unreadable", name);
            }
        }

        private int Read(FileInfo file)
        {
            // An editor who is saving is never in our way, nor we in hers.
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

            return stream.ReadAtLeast(_buffer, _buffer.Length, throwOnEndOfStream: false);
        }

        /// <summary>The loader does not follow such a link either, and behind it may lie a whole disk.</summary>
        private bool LeadsOut(FileSystemInfo folder, string name)
        {
            try
            {
                return NoteLink(folder, name) is { } target
                    && !target.FullName.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Note("unreadable", name);
                return true;
            }
        }

        private FileSystemInfo? NoteLink(FileSystemInfo entry, string name)
        {
            if (entry.LinkTarget is not { } target)
            {
                return null;
            }

            Note($"link to {target}", name);
            return entry.ResolveLinkTarget(returnFinalTarget: true);
        }

        private void Note(string what, string name) => _rest.Append(what).Append(' ').Append(name).Append('\n');
    }
}
