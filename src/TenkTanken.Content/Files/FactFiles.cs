using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>Reads <c>facts/*.yaml</c>.</summary>
internal sealed class FactFiles(string folder, Site site, ProblemList problems)
{
    private static readonly string[] AddressStarts = ["https://", "tel:", "mailto:"];

    private readonly List<FactSource> _facts = [];

    public IReadOnlyList<FactSource> Read()
    {
        var names = FolderList.FilesIn(folder, "facts");
        var files = FolderList.FilesIn(folder, "facts", ".yaml").Where(file => problems.WasGood || !IsCopy(Path.GetFileName(file))).ToList();
        foreach (var file in files)
        {
            if (YamlMap.Read(ContentFile.Read(folder, file, problems), problems) is { } map)
            {
                ReadFacts(map, file);
            }
        }

        // Which facts are in a file that is not read for its name, nobody knows. A rule tells of the name.
        foreach (var name in names.Where(name => !files.Contains($"facts/{name}") && StandsAlone(name)))
        {
            problems.CannotRead($"facts/{name}");
        }

        if (files.Count == 0 && !problems.CouldNotReadAll("facts"))
        {
            problems.Add(ProblemKind.FactsMissing, "facts", 0);
        }

        return _facts;
    }

    private bool IsCopy(string name) => CopyName.OpenFileOf(name) is not null || CopyName.OriginalOf(name, IsThere) is not null;

    /// <summary>It is not read for its name, and no other file has what is in it.</summary>
    private bool StandsAlone(string name)
    {
        if (CopyName.OpenFileOf(name) is not null)
        {
            return false;
        }

        var original = CopyName.OriginalOf(name, IsThere) ?? name;

        return FileName.HasTextEnding(original) && !IsThere($"{FileName.Stem(original)}.yaml");
    }

    private bool IsThere(string name) => File.Exists(Path.Combine(folder, "facts", name));

    private void ReadFacts(YamlMap map, string file)
    {
        foreach (var id in map.Keys)
        {
            Ids.Check(id, file, map.LineOf(id), problems);
            if (map.Map(id) is not { } entry)
            {
                continue;
            }

            if (_facts.FirstOrDefault(known => known.Fact.Id == id) is { } first)
            {
                problems.Add(ProblemKind.IdTwice, file, map.LineOf(id), ("id", id), ("file", first.File));
                continue;
            }

            var fact = new Fact(
                id,
                entry.Text("value"),
                Address(entry, "address", file, required: false),
                WordsOf(entry),
                entry.Text("source"),
                Address(entry, "source-address", file, required: true) ?? "",
                entry.Date("checked"),
                entry.Choice<CheckedIn>("checked-in"),
                entry.Date("check-again"),
                entry.Flag("front-page"));
            entry.NothingElse();
            _facts.Add(new FactSource(fact, file, entry, map));
        }
    }

    private Dictionary<string, string> WordsOf(YamlMap entry)
    {
        var words = new Dictionary<string, string>();
        if (entry.Map("words") is { } map)
        {
            foreach (var language in site.Languages)
            {
                words[language.Code] = map.Text(language.Code);
            }

            map.NothingElse();
        }

        return words;
    }

    private string? Address(YamlMap entry, string key, string file, bool required)
    {
        var address = required ? entry.Text(key) : entry.OptionalText(key);
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        // A source may still live on plain http; nobody is sent there by the site, it is only named.
        var starts = required ? [.. AddressStarts, "http://"] : AddressStarts;
        if (!starts.Any(start => address.StartsWith(start, StringComparison.Ordinal)) || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            problems.Add(ProblemKind.NotAnAddress, file, entry.LineOf(key), ("key", key), ("value", address), ("choices", string.Join(", ", starts)));
            return null;
        }

        return uri.AbsoluteUri;
    }
}
