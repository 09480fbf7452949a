using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>
/// <c>edition.lock</c>: the checksum of every file of an edition that is out. What somebody saved is shown with these
/// words, so they never change.
/// </summary>
/// <param name="Sums">By the file's name from the edition's folder down: <c>nb/home.md</c>.</param>
internal sealed partial record EditionLock(IReadOnlyDictionary<string, string> Sums)
{
    public const string Name = "edition.lock";
    private const string Structure = "edition.yaml";

    /// <summary>Null where there is none, or none that can be read.</summary>
    public static EditionLock? Read(string folder, string edition, ProblemList problems)
    {
        var name = $"editions/{edition}/{Name}";
        if (!Path.Exists(Path.Combine(folder, name)) || ContentFile.Read(folder, name, problems) is not { } file)
        {
            return null;
        }

        if (Conflict.LineIn(file.Text) is > 0 and var mark)
        {
            problems.Add(ProblemKind.MergeMarker, name, mark);
            return null;
        }

        var sums = new Dictionary<string, string>();
        var lines = file.Text.Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            var match = Line().Match(line);
            if (!match.Success || !sums.TryAdd(match.Groups["file"].Value, match.Groups["sum"].Value))
            {
                problems.Add(ProblemKind.LockBroken, name, number);
            }
        }

        problems.AreLocked(sums.Keys.Select(locked => $"editions/{edition}/{locked}"));

        return new EditionLock(sums);
    }

    /// <summary>What the lock of the edition would be with its files as they are.</summary>
    public static EditionLock Of(string folder, EditionSource edition) =>
        Of(edition, ContentFile.Read(folder, edition.File, new ProblemList())?.Text ?? "");

    /// <param name="structure">The text of its <c>edition.yaml</c>.</param>
    public static EditionLock Of(EditionSource edition, string structure)
    {
        var path = $"editions/{edition.Id}";
        var files = edition.Languages
            .SelectMany(language => language.Pages.Select(page => (Name: page.File[(path.Length + 1)..], page.Text)))
            .Append((Structure, structure));

        return new EditionLock(files.ToDictionary(file => file.Item1, file => SumOf(file.Item1, file.Item2)));
    }

    public string AsText() => string.Concat(
        Sums.OrderBy(sum => sum.Key, StringComparer.Ordinal)
            .Select(sum => $"{sum.Value}  {sum.Key}\n")
            // What an editor who opens the file reads first.
            .Prepend(EmbeddedText.Read<EditionLock>(Name + ".head")));

    /// <summary>
    /// Over the text as it is read, so that line ends and byte-order marks make no difference. Of the structure, the
    /// status and the languages are left out: an edition may be withdrawn, and may be translated, after it is out.
    /// </summary>
    private static string SumOf(string name, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((name == Structure ? MayChange().Replace(text + "\n", "") : text).Trim())));

    [GeneratedRegex(@"\A(?<sum>[0-9a-f]{64})  (?<file>[A-Za-z0-9/._-]+)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(status|languages):.*\n([ -].*\n)*", RegexOptions.Multiline)]
    private static partial Regex MayChange();
}
