using System.Net;
using System.Text.RegularExpressions;

namespace TenkTanken.Endurance.Running;

/// <summary>A form as it stands on a page, with what a browser would send of it.</summary>
/// <param name="Action">Where it posts to.</param>
internal sealed partial record Form(string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The one of the page that a helper fills in; null where there is none.</summary>
    public static Form? In(string page)
    {
        if (Whole().Match(page) is not { Success: true } form)
        {
            return null;
        }

        var fields = new List<(string Name, string Value)>();
        foreach (Match tag in Input().Matches(form.Groups["inside"].Value))
        {
            var attributes = Attribute().Matches(tag.Groups["attributes"].Value)
                .DistinctBy(attribute => attribute.Groups["name"].Value)
                .ToDictionary(attribute => attribute.Groups["name"].Value, attribute => WebUtility.HtmlDecode(attribute.Groups["value"].Value));
            var isTicked = attributes.GetValueOrDefault("type") is "hidden" || attributes.ContainsKey("checked");
            if (isTicked && !attributes.ContainsKey("disabled") && attributes.TryGetValue("name", out var name))
            {
                fields.Add((name, attributes.GetValueOrDefault("value", "")));
            }
        }

        return new(WebUtility.HtmlDecode(form.Groups["action"].Value), fields);
    }

    public bool Has(string name) => Fields.Any(field => field.Name == name);

    /// <summary>With one answer in place of the one that stands there.</summary>
    public Form With(string name, string value) => this with { Fields = [.. Fields.Where(field => field.Name != name), (name, value)] };

    /// <summary>With one more box ticked.</summary>
    public Form Tick(string name, string value) => this with { Fields = [.. Fields, (name, value)] };

    [GeneratedRegex("""<form [^>]*method="post" action="(?<action>[^"]*)"[^>]*>(?<inside>.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex("<input (?<attributes>[^>]*)>")]
    private static partial Regex Input();

    [GeneratedRegex("""(?<name>[\w-]+)(="(?<value>[^"]*)")?""")]
    private static partial Regex Attribute();
}
