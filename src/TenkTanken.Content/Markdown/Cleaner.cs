using Ganss.Xss;

namespace TenkTanken.Content.Markdown;

/// <summary>
/// The second look at what the pipeline made. Links were already checked on the syntax tree; this holds even if a
/// later extension of the pipeline lets something through.
/// </summary>
internal static class Cleaner
{
    private static readonly string[] Tags = ["a", "blockquote", "br", "code", "em", "li", "ol", "p", "span", "strong", "ul"];

    private static readonly HtmlSanitizer Sanitizer = Make();

    public static Html Clean(string html) => new(Sanitizer.Sanitize(html).Trim());

    private static HtmlSanitizer Make()
    {
        // Narrowed from the defaults: starting from empty options the library does not look at addresses at all.
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        Narrow(sanitizer.AllowedTags, Tags);
        Narrow(sanitizer.AllowedAttributes, ["href", "lang"]);
        Narrow(sanitizer.AllowedSchemes, Links.Schemes);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();

        return sanitizer;
    }

    private static void Narrow(ISet<string> allowed, IEnumerable<string> to)
    {
        allowed.Clear();
        allowed.UnionWith(to);
    }
}
