using YamlDotNet.Serialization;

namespace TenkTanken.Content.Checking;

/// <summary>
/// The checker's own messages in one language. They are embedded, not in <c>content/</c>: the content may be what is broken.
/// </summary>
internal sealed class ProblemMessages
{
    private static readonly Dictionary<string, ProblemMessages> All = Languages.ToDictionary(language => language, language => new ProblemMessages(language));

    private readonly Dictionary<string, Dictionary<string, string>> _words;

    private ProblemMessages(string language)
    {
        var messages = EmbeddedText.Read<ProblemMessages>($"problems.{language}.yaml");
        _words = new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, string>>>(messages);
    }

    public static IReadOnlyList<string> Languages => ["nb", "en"];

    public IReadOnlyCollection<string> Keys => _words.Keys;

    public static ProblemMessages In(string language) => All[language];

    public string Wrong(Problem problem) => Say(problem, "wrong");

    public string Remedy(Problem problem) => Say(problem, "do");

    private string Say(Problem problem, string part) =>
        problem.Details.Aggregate(
            _words[Files.YamlMap.Kebab(problem.Kind.ToString())][part],
            (words, detail) => words.Replace($"{{{detail.Key}}}", detail.Value, StringComparison.Ordinal));
}
