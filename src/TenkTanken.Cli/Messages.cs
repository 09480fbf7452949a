using TenkTanken.Content.Checking;
using YamlDotNet.Serialization;

namespace TenkTanken.Cli;

/// <summary>What the workbench says, in one language. Embedded: the content may be what is broken.</summary>
internal sealed class Messages
{
    private static readonly Dictionary<string, Messages> All = Problem.Languages.ToDictionary(language => language, language => new Messages(language));

    private readonly Dictionary<string, string> _messages;

    private Messages(string language)
    {
        var name = $"messages.{language}.yaml";
        using var file = typeof(Messages).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        using var reader = new StreamReader(file);
        _messages = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader);
    }

    public static Messages In(string language) => All[language];

    public string Say(string key) => _messages[key];
}
