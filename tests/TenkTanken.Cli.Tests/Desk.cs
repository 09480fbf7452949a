using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using TenkTanken.Content.Tests;
using Xunit;

namespace TenkTanken.Cli.Tests;

/// <summary>An editor's desk: a copy of the tests' own words with a draft of the next edition, and what the workbench says of it.</summary>
internal sealed partial class Desk : IDisposable
{
    /// <summary>It has the words of the edition readers get.</summary>
    public const string Draft = "2026-9";

    public const string DraftStructure = $"editions/{Draft}/edition.yaml";

    /// <summary>A draft there is already: another one would only be read once more by every command.</summary>
    private static readonly string Proposed = Path.Combine(Whole, "editions", "2026-2") + Path.DirectorySeparatorChar;

    private readonly string _folder = Directory.CreateTempSubdirectory("tenktanken-cli-").FullName;

    public Desk()
    {
        foreach (var path in Directory.EnumerateFiles(Whole, "*", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith(Proposed, StringComparison.Ordinal)))
        {
            var copy = PathOf(Path.GetRelativePath(Whole, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        CopyEdition(Current, Draft);
        File.Delete(PathOf($"editions/{Draft}/edition.lock"));
        Replace(DraftStructure, "status: published", "status: draft");
        File.WriteAllText(PathOf(DraftStructure), Date().Replace(Read(DraftStructure), "date: 2026-01-01"));
        BuildOn(Draft, Current);
    }

    public static DateOnly Today => Repository.Today;

    /// <summary>The edition readers get.</summary>
    public const string Current = Repository.Current;

    /// <summary>Content that nothing is wrong with.</summary>
    public static string Whole => Repository.Content;

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

    public void CopyEdition(string from, string to)
    {
        var folder = PathOf($"editions/{from}");
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf($"editions/{to}/{Path.GetRelativePath(folder, path)}");
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    public void BuildOn(string edition, string previous)
    {
        var structure = $"editions/{edition}/edition.yaml";
        Assert.Matches(Previous(), Read(structure));
        File.WriteAllText(PathOf(structure), Previous().Replace(Read(structure), $"previous: \"{previous}\""));
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

    [GeneratedRegex("^date: .*$", RegexOptions.Multiline)]
    private static partial Regex Date();

    [GeneratedRegex("^previous: .*$", RegexOptions.Multiline)]
    private static partial Regex Previous();
}
