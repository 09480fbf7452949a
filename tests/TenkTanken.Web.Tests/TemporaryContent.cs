using TenkTanken.Content.Tests.BadFiles;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>A copy of the tests' own words, to edit and to break.</summary>
internal sealed class TemporaryContent : IDisposable
{
    private readonly string _source;

    public TemporaryContent()
        : this(TestContent.Folder)
    {
    }

    private TemporaryContent(string source)
    {
        _source = source;
        CopyWhole();
    }

    /// <summary>In bokmål only, and no edition but the one readers get and a draft: for those who load it again and again, whatever is in it.</summary>
    public static TemporaryContent Of(SmallContent small) => new(small.Folder);

    public string Folder { get; } = Directory.CreateTempSubdirectory("tenktanken-content-").FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void CopyWhole()
    {
        foreach (var file in Directory.EnumerateFiles(_source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(_source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    public void Append(string file, string text) => File.AppendAllText(PathOf(file), text);

    /// <summary>Fails when the file does not have it, so that no test edits nothing.</summary>
    public void Replace(string file, string old, string @new)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>In each file of the folder that has it; at least one.</summary>
    public void ReplaceEverywhere(string below, string old, string @new)
    {
        var files = Directory.GetFiles(PathOf(below)).Where(file => File.ReadAllText(file).Contains(old, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        files.ForEach(file => Replace(file, old, @new));
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>What small copies are made of. Made once for all tests of a class.</summary>
public sealed class SmallContent : IDisposable
{
    private readonly BreakableContent _content = new(TestContent.Folder);

    public string Folder => _content.Folder;

    public void Dispose() => _content.Dispose();
}
