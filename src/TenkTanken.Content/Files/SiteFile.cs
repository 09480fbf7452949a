using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>Reads <c>site.yaml</c>.</summary>
internal static class SiteFile
{
    public const string Name = "site.yaml";

    public static (Site Site, YamlMap Map)? Read(string folder, ProblemList problems)
    {
        if (YamlMap.Read(ContentFile.Read(folder, Name, problems), problems) is not { } map)
        {
            return null;
        }

        var name = map.Text("name");
        var languages = map.MapList("languages").Select(language => ReadLanguage(language, problems)).OfType<Language>().ToList();
        var edition = map.Text("edition");
        var leave = map.Text("leave");
        map.NothingElse();
        if (languages.Count == 0 && !problems.IsAbout(Name))
        {
            problems.Add(ProblemKind.KeyMissing, Name, map.LineOf("languages"), ("key", "languages"));
        }

        if (languages.DistinctBy(language => language.Code).Count() < languages.Count)
        {
            problems.Add(ProblemKind.IdTwice, Name, map.LineOf("languages"), ("id", "code"), ("file", Name));
            return null;
        }

        if (!Uri.TryCreate(leave, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            problems.Add(ProblemKind.NotAnAddress, Name, map.LineOf("leave"), ("key", "leave"), ("value", leave), ("choices", "https://"));
            return null;
        }

        return languages.Count == 0 ? null : (new Site(name, languages, edition, address), map);
    }

    private static Language? ReadLanguage(YamlMap map, ProblemList problems)
    {
        var language = new Language(map.Text("code"), map.Text("name"));
        map.NothingElse();

        // It becomes the name of a folder and the first part of every address.
        if (!Ids.IsWellFormed(language.Code))
        {
            problems.Add(ProblemKind.IdBroken, Name, map.LineOf("code"), ("id", language.Code), ("limit", $"{Ids.MaxLength}"));
            return null;
        }

        return language;
    }
}
