using System.Collections.Concurrent;
using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;
using Xunit;

namespace TenkTanken.Content.Tests;

/// <summary>A copy of the tests' own words, to break in one place.</summary>
internal sealed class ContentCopy : IDisposable
{
    /// <summary>The edition readers get.</summary>
    public const string Edition = $"editions/{Repository.Current}";

    /// <summary>In a copy made by <see cref="WithDraft"/>: nobody has locked it, so it can be broken in one place only.</summary>
    public const string Draft = "editions/2026-9";

    private static readonly IReadOnlyList<string> AllLanguages = ["nb", "nn", "en"];

    private static readonly Dictionary<string, string> Whole = FilesIn(Repository.Content);

    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> WithDrafts = [];

    public ContentCopy()
        : this(Whole)
    {
    }

    private ContentCopy(IReadOnlyDictionary<string, string> files)
    {
        Folder = Directory.CreateTempSubdirectory("tenktanken-content-").FullName;
        foreach (var (file, text) in files)
        {
            Write(file, text);
        }
    }

    public string Folder { get; }

    /// <summary>
    /// The current edition, published and locked, and a draft after it with the same words, both in these languages
    /// only; bokmål where none is named. Small, since every test loads it whole.
    /// </summary>
    public static ContentCopy WithDraft(params IReadOnlyList<string> languages) =>
        new(WithDrafts.GetOrAdd(string.Join(", ", languages.Count == 0 ? ["nb"] : languages), FilesWithDraft));

    private static Dictionary<string, string> FilesWithDraft(string languages)
    {
        var others = AllLanguages.Except(languages.Split(", ")).ToList();
        var files = Whole
            .Where(file => !others.Any(other => file.Key.Contains($"/{other}/") || file.Key.EndsWith($"/{other}.yaml", StringComparison.Ordinal)))
            .Where(file => !file.Key.StartsWith("editions/", StringComparison.Ordinal) || file.Key.StartsWith(Edition + "/", StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => file.Key.StartsWith("facts/", StringComparison.Ordinal)
                ? WithoutLines(file.Value, others.Select(other => $"    {other}: ")) : file.Value);
        foreach (var (file, text) in files.Where(file => file.Key.StartsWith(Edition + "/", StringComparison.Ordinal)).ToList())
        {
            files[Draft + file[Edition.Length..]] = text;
        }

        files.Remove($"{Draft}/{EditionLock.Name}");
        files.Remove($"{Edition}/{EditionLock.Name}");
        using var copy = new ContentCopy(files);
        foreach (var other in others)
        {
            copy.Replace("site.yaml", copy.Read("site.yaml").Split('\n').SkipWhile(line => line != $"  - code: {other}").Take(2)
                .Aggregate("", (text, line) => $"{text}{line}\n"), "");
        }

        copy.Replace($"{Edition}/edition.yaml", "languages: [nb, nn, en]", $"languages: [{languages}]");
        copy.Replace($"{Draft}/edition.yaml", "languages: [nb, nn, en]", $"languages: [{languages}]");
        var previous = copy.Read($"{Edition}/edition.yaml").Split('\n').Single(line => line.StartsWith("previous: ", StringComparison.Ordinal));
        copy.Replace($"{Edition}/edition.yaml", previous + "\n", "");
        copy.Replace($"{Draft}/edition.yaml", previous, "previous: \"2026-1\"");
        copy.Replace($"{Draft}/edition.yaml", "status: published", "status: draft");
        copy.Lock(Repository.Current);

        return FilesIn(copy.Folder);
    }

    /// <summary>How many pages the edition has, and so the draft.</summary>
    public int PageCount => Directory.GetFiles(PathOf($"{Edition}/nb")).Length;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Fails when the file does not have it, so that no test breaks nothing.</summary>
    public void Replace(string file, string old, string @new)
    {
        var text = Read(file);
        Assert.Contains(old, text);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Write(file, text[..at] + @new + text[(at + old.Length)..]);
    }

    public void Append(string file, string text) => Write(file, Read(file) + text);

    public int LineOf(string file, string text) => Read(file).Split('\n').ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal)) + 1;

    /// <summary>Locks the edition with its files as they are, as if it had been published so.</summary>
    public void Lock(string id)
    {
        var edition = ContentLoader.Read(Folder, null, new ProblemList())!.Edition(id)!;
        Write($"editions/{id}/{EditionLock.Name}", EditionLock.Of(Folder, edition).AsText());
    }

    public LoadedContent Load(DateOnly? today = null) => ContentLoader.Load(Folder, today);

    public Problem OnlyProblem() => Assert.Single(Load().Problems);

    /// <summary>These are all the problems there are, each as an editor meets it.</summary>
    public void Says(params string[] problems) => Assert.Equal(problems, Load().Problems.Select(problem => $"{problem}"));

    /// <summary>This is the only problem there is, as an editor meets it in each language.</summary>
    public void SaysInBoth(string norwegian, string english)
    {
        var only = OnlyProblem();
        Assert.Equal(norwegian, $"{only}");
        Assert.Equal(english, $"{only.Place}  {only.Wrong("en")} {only.Remedy("en")}");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static Dictionary<string, string> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText);

    private static string WithoutLines(string text, IEnumerable<string> starts) =>
        string.Join('\n', text.Split('\n').Where(line => !starts.Any(start => line.StartsWith(start, StringComparison.Ordinal))));
}
