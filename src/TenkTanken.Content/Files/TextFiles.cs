using System.Reflection;
using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>
/// Reads <c>texts/{language}.yaml</c> into the typed record: a property is a key in kebab-case, a record is a map.
/// So a text that a view asks for cannot be missing, and a key nobody asks for cannot stay.
/// </summary>
internal static class TextFiles
{
    public static IReadOnlyList<TextSource> Read(string folder, Site site, ProblemList problems)
    {
        var texts = new List<TextSource>();
        foreach (var language in site.Languages)
        {
            var file = $"texts/{language.Code}.yaml";
            if (YamlMap.Read(ContentFile.Read(folder, file, problems), problems) is { } map)
            {
                texts.Add(new TextSource(language.Code, file, (UiTexts)ReadRecord(typeof(UiTexts), map), map));
            }
        }

        return texts;
    }

    private static object ReadRecord(Type type, YamlMap? map)
    {
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters().Length > 0);
        var values = constructor.GetParameters().Select(parameter => ReadValue(parameter, map)).ToArray();
        map?.NothingElse();

        return constructor.Invoke(values);
    }

    private static object ReadValue(ParameterInfo parameter, YamlMap? map)
    {
        var key = YamlMap.Kebab(parameter.Name!);
        if (parameter.ParameterType == typeof(string))
        {
            return map?.Text(key) ?? "";
        }

        if (parameter.ParameterType == typeof(IReadOnlyList<string>))
        {
            return map?.TextList(key) ?? [];
        }

        // A map that is missing is one problem, not one for every text in it.
        return ReadRecord(parameter.ParameterType, map?.Map(key));
    }
}
