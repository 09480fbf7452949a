using YamlDotNet.RepresentationModel;

namespace TenkTanken.Content.Checking;

/// <summary>
/// The checker's own messages. They are embedded, not in <c>content/</c>: the content may be what is broken.
/// </summary>
internal static class ProblemWords
{
    private static readonly Dictionary<string, string> Words = Read();

    public static IReadOnlyCollection<string> Keys => Words.Keys;

    public static string Say(Problem problem) =>
        problem.Details.Aggregate(
            Words[Files.YamlMap.Kebab(problem.Kind.ToString())],
            (words, detail) => words.Replace($"{{{detail.Key}}}", detail.Value, StringComparison.Ordinal));

    private static Dictionary<string, string> Read()
    {
        const string name = "problems.nb.yaml";
        using var file = typeof(ProblemWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        using var reader = new StreamReader(file);
        var yaml = new YamlStream();
        yaml.Load(reader);

        return ((YamlMappingNode)yaml.Documents[0].RootNode).Children
            .ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => ((YamlScalarNode)entry.Value).Value!);
    }
}
