using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace TenkTanken.Cli.Tests;

/// <summary>An editor's desk: a copy of the real content on a day that never changes, and what the workbench says of it.</summary>
internal sealed class Desk : IDisposable
{
    /// <summary>The edition of the real content that is a draft.</summary>
    public const string Draft = "2026-2";

    public const string DraftStructure = $"editions/{Draft}/edition.yaml";

    private readonly string _folder = Directory.CreateTempSubdirectory("tenktanken-cli-").FullName;

    public Desk()
    {
        foreach (var path in Directory.EnumerateFiles(RealContent, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(RealContent, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        Assert.Contains("status: draft", Read(DraftStructure));
    }

    public static DateOnly Today => new(2026, 11, 24);

    /// <summary>The folder of words in the checkout the tests were built from.</summary>
    public static string RealContent { get; } = FindContent();

    public string Folder => Path.Combine(_folder, "content");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Fails when the file does not have it, so that no test breaks nothing.</summary>
    public void Replace(string file, string old, string @new)
    {
        var text = Read(file);
        Assert.Contains(old, text);
        File.WriteAllText(PathOf(file), text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Every file with its text: to see whether any was touched.</summary>
    public IReadOnlyDictionary<string, string> Files() =>
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(Folder, path), File.ReadAllText);

    public (int Exit, string Said) Check(params string[] options) => Run(["check", "--content", Folder, .. options]);

    public (int Exit, string Said) Publish(string edition, params string[] options) => Run(["publish", edition, "--content", Folder, .. options]);

    /// <param name="today">The day it is, where the day matters.</param>
    public static (int Exit, string Said) Run(string[] arguments, DateOnly? today = null)
    {
        var output = new StringWriter();
        var clock = new FakeTimeProvider(new DateTimeOffset(today ?? Today, new TimeOnly(12, 0), TimeSpan.Zero));

        return (Workbench.Run(arguments, output, output, clock), output.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string FindContent()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TenkTanken.sln")))
            {
                return Path.Combine(folder.FullName, "content");
            }
        }

        throw new InvalidOperationException("The tests are run from outside the repository.");
    }
}
