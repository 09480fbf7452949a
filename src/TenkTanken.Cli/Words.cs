using YamlDotNet.Serialization;

namespace TenkTanken.Cli;

/// <summary>What the workbench says. Embedded: the content may be what is broken.</summary>
internal static class Words
{
    private static readonly Dictionary<string, string> All = Read();

    public static string Say(string key) => All[key];

    private static Dictionary<string, string> Read()
    {
        using var file = typeof(Words).Assembly.GetManifestResourceStream("words.nb.yaml")
            ?? throw new InvalidOperationException("words.nb.yaml is not embedded in the assembly.");
        using var reader = new StreamReader(file);

        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader);
    }
}
