using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace TenkTanken.Content.Tests;

/// <summary>A word as it stands in a file of the content.</summary>
/// <param name="Line">From 1.</param>
internal sealed record SpokenWord(string File, int Line, string Text)
{
    public override string ToString() => $"content/{File}:{Line} «{Text}»";
}

/// <summary>The words a reader meets in a language: pages, texts and facts, without ids, links, labels and placeholders.</summary>
internal static partial class SpokenWords
{
    /// <summary>Small at first is the same word with a capital, as a sentence begins; «rvts» is not «RVTS».</summary>
    public static IEqualityComparer<string> AtAnyPlaceInASentence { get; } =
        EqualityComparer<string>.Create((one, other) => WithCapital(one!) == WithCapital(other!), word => WithCapital(word).GetHashCode(StringComparison.Ordinal));

    public static IReadOnlyList<SpokenWord> In(string content, string language)
    {
        var pages = Directory.EnumerateFiles(Path.Combine(content, "editions"), "*.md", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == language);
        var texts = Path.Combine(content, "texts", language + ".yaml");
        var facts = Directory.EnumerateFiles(Path.Combine(content, "facts"), "*.yaml");

        return
        [
            .. pages.SelectMany(path => Words(content, path, PageLines(path))),
            .. Words(content, texts, Values(Root(texts))),
            .. facts.SelectMany(path => Words(content, path, Root(path).Children.Values.SelectMany(fact => FactWords(fact, language)))),
        ];
    }

    private static IEnumerable<SpokenWord> Words(string content, string path, IEnumerable<(int Line, string Text)> lines) =>
        from line in lines
        from Match word in Word().Matches(Placeholder().Replace(line.Text, " "))
        select new SpokenWord(Path.GetRelativePath(content, path).Replace('\\', '/'), line.Line, word.Value);

    private static IEnumerable<(int Line, string Text)> PageLines(string path) =>
        File.ReadLines(path).Select((text, index) => (index + 1, LinkTarget().Replace(NotSpoken().Replace(text, ""), "]")));

    private static YamlMappingNode Root(string path)
    {
        using var reader = File.OpenText(path);
        var yaml = new YamlStream();
        yaml.Load(reader);

        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static IEnumerable<(int Line, string Text)> FactWords(YamlNode fact, string language) =>
        ((YamlMappingNode)fact["words"]).Children.TryGetValue(language, out var words) ? Values(words) : [];

    private static IEnumerable<(int Line, string Text)> Values(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } => [((int)node.Start.Line, text)],
        YamlSequenceNode list => list.Children.SelectMany(Values),
        YamlMappingNode map => map.Children.Values.SelectMany(Values),
        _ => [],
    };

    private static string WithCapital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    // A letter alone is a list's («bokstav e») or a word no dictionary is needed for.
    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex LinkTarget();

    // The slug, the names of the other keys of the front matter, and the labels of the parts.
    [GeneratedRegex(@"^(slug:.*|:::.*|title:|description:)")]
    private static partial Regex NotSpoken();
}
