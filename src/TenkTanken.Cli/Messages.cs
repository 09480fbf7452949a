using TenkTanken.Content;
using TenkTanken.Content.Checking;
using YamlDotNet.Serialization;

namespace TenkTanken.Cli;

/// <summary>What the workbench says, in one language. Embedded: the content may be what is broken.</summary>
internal sealed class Messages
{
    private static readonly Dictionary<string, Messages> All = Problem.Languages.ToDictionary(language => language, language => new Messages(language));

    private readonly Dictionary<string, string> _messages;

    private Messages(string language) =>
        _messages = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(EmbeddedText.Read<Messages>($"messages.{language}.yaml"));

    public static Messages In(string language) => All[language];

    public string Say(string key) => _messages[key];
}
