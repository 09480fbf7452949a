using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>
/// A copy of the content that can be broken in any way and is whole again after <see cref="Undo"/>: to copy it anew for
/// hundreds of cases would take longer than to load it.
/// </summary>
internal sealed class BreakableContent : IDisposable
{
    private static readonly string[] OtherLanguages = ["nn", "en"];

    private readonly Dictionary<string, byte[]> _whole = [];
    private readonly Stack<Action> _undo = new();

    /// <param name="source">Whole content, with the edition <see cref="Repository.Current"/>.</param>
    public BreakableContent(string source)
    {
        // Short, since the address of a socket may have little more than a hundred characters.
        Folder = Directory.CreateTempSubdirectory("tenk-bad-").FullName;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(source, file)
                .Replace(Path.DirectorySeparatorChar, '/').Replace($"editions/{Repository.Current}/", Published + "/", StringComparison.Ordinal);
            if (IsTaken(name))
            {
                var text = InBokmålOnly(name, File.ReadAllText(file));
                Add(name, text);
                if (name.StartsWith(Published + "/", StringComparison.Ordinal))
                {
                    Add(Edition + name[Published.Length..], AsDraft(text));
                }
            }
        }

        if (Publishing.Publish(Folder, Path.GetFileName(Published), DateOnly.MaxValue) is [var problem, ..])
        {
            throw new InvalidOperationException($"The copy is broken already: {problem}");
        }

        _whole[$"{Published}/edition.lock"] = File.ReadAllBytes(PathOf($"{Published}/edition.lock"));
        Files = [.. _whole.Keys.Where(name => !name.StartsWith(Published + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    public string Folder { get; }

    /// <summary>
    /// What may be damaged at random, by name from the content folder down: not what is locked, since any damage to that is
    /// found by its sum.
    /// </summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The folder of a draft. No lock finds what is broken in it.</summary>
    public string Edition { get; } = "editions/2026-9";

    /// <summary>The folder of the edition that readers get.</summary>
    public string Published { get; } = "editions/2026-8";

    /// <summary>As it is while nothing is broken.</summary>
    public byte[] Bytes(string file) => _whole[file];

    public string Text(string file) => Encoding.UTF8.GetString(_whole[file]);

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] bytes) => Put(file, path => File.WriteAllBytes(path, bytes));

    public void Delete(string fileOrFolder) => Put(fileOrFolder, _ => { });

    public void MakeFolder(string name) => Put(name, path => Directory.CreateDirectory(path));

    public void Link(string name, string target) => Put(name, path => File.CreateSymbolicLink(path, target));

    /// <summary>To open it for reading waits until somebody writes.</summary>
    public void Pipe(string name) => Put(name, path => Run("mkfifo \"$0\"", path));

    public void Socket(string name) => Put(name, path =>
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _undo.Push(socket.Dispose);
        socket.Bind(new UnixDomainSocketEndPoint(path));
    });

    /// <summary>As a program does that is writing it just now.</summary>
    public void Hold(string file) =>
        _undo.Push(new FileStream(PathOf(file), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose);

    /// <summary>Takes no room on the disk, whatever its length.</summary>
    public void Stretch(string file, long length) => Put(file, path =>
    {
        using var stream = File.Create(path);
        stream.SetLength(length);
    });

    /// <summary>A name such as a file has after a careless unpacking: the framework can neither make nor remove it.</summary>
    /// <param name="name">As printf has it: <c>facts/l\377w.yaml</c>.</param>
    public void WriteUnderNameInBytes(string name)
    {
        Run("printf 'a: b\\n' > \"$0/$(printf '" + name + "')\"", Folder);
        _undo.Push(() => Run("rm \"$0/$(printf '" + name + "')\"", Folder));
    }

    public void MakeFolderUnderNameInBytes(string name)
    {
        Run("mkdir \"$0/$(printf '" + name + "')\"", Folder);
        _undo.Push(() => Run("rmdir \"$0/$(printf '" + name + "')\"", Folder));
    }

    /// <summary>Puts something else in the place of the content folder itself.</summary>
    /// <param name="put">Is told the path of the folder, and where the content lies meanwhile.</param>
    public void InPlaceOfFolder(Action<string, string> put)
    {
        var aside = Folder + "-aside";
        Directory.Move(Folder, aside);
        _undo.Push(() =>
        {
            Remove(Folder);
            Directory.Move(aside, Folder);
        });
        put(Folder, aside);
    }

    public void Undo()
    {
        while (_undo.TryPop(out var undo))
        {
            undo();
        }
    }

    public void Dispose()
    {
        Undo();
        Directory.Delete(Folder, recursive: true);
    }

    // Small, since it is loaded a thousand times: one language, the current edition and a draft after it.
    private bool IsTaken(string name) =>
        !name.EndsWith("README.md", StringComparison.Ordinal)
        && !name.EndsWith("edition.lock", StringComparison.Ordinal)
        && (!name.StartsWith("editions/", StringComparison.Ordinal) || name.StartsWith(Published + "/", StringComparison.Ordinal))
        && !OtherLanguages.Any(other => name.Contains($"/{other}/", StringComparison.Ordinal) || name.EndsWith($"/{other}.yaml", StringComparison.Ordinal));

    private static string InBokmålOnly(string name, string text) => name switch
    {
        "site.yaml" => Regex.Replace(text, @"  - code: (?!nb)\w+\n    name: .*\n", "")
            .Replace($"edition: {Repository.Current}", "edition: 2026-8", StringComparison.Ordinal),
        _ when name.StartsWith("facts/", StringComparison.Ordinal) => Regex.Replace(text, @"^    (?!nb)\w\w: .*\n", "", RegexOptions.Multiline),
        _ when name.EndsWith("/edition.yaml", StringComparison.Ordinal) => Regex.Replace(
            Regex.Replace(text, "^languages: .*$", "languages: [nb]", RegexOptions.Multiline), "^previous: .*\n", "", RegexOptions.Multiline),
        _ => text,
    };

    private static string AsDraft(string text) => text.Replace("status: published", "status: draft\nprevious: 2026-8", StringComparison.Ordinal);

    private void Add(string name, string text)
    {
        _whole[name] = Encoding.UTF8.GetBytes(text);
        Restore(name);
    }

    private string PathOf(string name) => Path.Combine(Folder, name);

    private void Put(string name, Action<string> put)
    {
        _undo.Push(() => Restore(name));
        Remove(PathOf(name));
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        put(PathOf(name));
    }

    private void Restore(string name)
    {
        Remove(PathOf(name));
        foreach (var (file, bytes) in _whole.Where(file => file.Key == name || file.Key.StartsWith($"{name}/", StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.WriteAllBytes(PathOf(file), bytes);
        }
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path) && new FileInfo(path).LinkTarget is null)
        {
            Directory.Delete(path, recursive: true);
        }
        else if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path);
        }
    }

    private static void Run(string command, string argument)
    {
        using var process =
            Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command, argument])) ?? throw new InvalidOperationException("There is no shell.");
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} failed.");
        }
    }
}
