using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests;

/// <summary>A copy of the real content, to break in one place.</summary>
internal sealed class ContentCopy : IDisposable
{
    public const string Edition = "editions/2026-1";

    public ContentCopy()
    {
        Folder = Directory.CreateTempSubdirectory("tenktanken-content-").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Repository.Content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Fails when the file does not have it, so that no test breaks nothing.</summary>
    public void Replace(string file, string old, string @new)
    {
        var text = Read(file);
        Assert.Contains(old, text);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Write(file, text[..at] + @new + text[(at + old.Length)..]);
    }

    public int LineOf(string file, string text) => Read(file).Split('\n').ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal)) + 1;

    public LoadedContent Load() => ContentLoader.Load(Folder);

    public Problem OnlyProblem() => Assert.Single(Load().Problems);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
