using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>Reads <c>site.yaml</c>.</summary>
internal static class SiteFile
{
    private const string Name = "site.yaml";

    public static Site? Read(string folder, ProblemList problems)
    {
        if (YamlMap.Read(ContentFile.Read(folder, Name, problems), problems) is not { } map)
        {
            return null;
        }

        var languages = map.MapList("languages").Select(ReadLanguage).ToList();
        var edition = map.Text("edition");
        var leave = map.Text("leave");
        map.NothingElse();
        if (!Uri.TryCreate(leave, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            problems.Add(ProblemKind.NotAnAddress, Name, map.LineOf("leave"), ("key", "leave"), ("value", leave), ("choices", "https://"));
            return null;
        }

        return languages.Count == 0 ? null : new Site(languages, edition, address);
    }

    private static Language ReadLanguage(YamlMap map)
    {
        var language = new Language(map.Text("code"), map.Text("name"));
        map.NothingElse();

        return language;
    }
}
