using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace TenkTanken.Web.Layout;

/// <summary>Pictures that are written into the page, so that they take its colours and ask for no file of their own.</summary>
internal static partial class Pictures
{
    private static readonly Lazy<FrozenDictionary<string, string>> All = new(Read);

    /// <summary>What stands inside the icon's <c>svg</c>, or null where the site was built without npm.</summary>
    public static string? Icon(string name) => All.Value.GetValueOrDefault($"icons/{name}.svg");

    /// <summary>The whole <c>svg</c> of the drawing, or null where none was drawn.</summary>
    public static string? Drawing(string id) => All.Value.GetValueOrDefault($"drawings/{id}.svg");

    private static FrozenDictionary<string, string> Read()
    {
        var assembly = typeof(Pictures).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.EndsWith(".svg", StringComparison.Ordinal)).ToFrozenDictionary(name => name, name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var picture = reader.ReadToEnd().Trim();

            return name.StartsWith("icons/", StringComparison.Ordinal) ? Inside().Match(picture).Groups[1].Value.Trim() : picture;
        });
    }

    [GeneratedRegex(@"^<svg[^>]*>(.*)</svg>$", RegexOptions.Singleline)]
    private static partial Regex Inside();
}
