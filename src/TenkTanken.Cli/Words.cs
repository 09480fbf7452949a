using TenkTanken.Content;
using TenkTanken.Content.Checking;
using YamlDotNet.Serialization;

namespace TenkTanken.Cli;

/// <summary>What the workbench says, in one language. Embedded: the content may be what is broken.</summary>
internal sealed class Words
{
    private static readonly Dictionary<string, Words> All = Problem.Languages.ToDictionary(language => language, language => new Words(language));

    private readonly Dictionary<string, string> _words;

    private Words(string language) =>
        _words = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(EmbeddedText.Read<Words>($"words.{language}.yaml"));

    public static Words In(string language) => All[language];

    public string Say(string key) => _words[key];
}
