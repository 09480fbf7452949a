using TenkTanken.Content.Checking;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Files;

/// <summary>Reads <c>editions/{id}</c>: its structure from <c>edition.yaml</c>, its words from one folder per language.</summary>
internal static class EditionFolder
{
    public static IReadOnlyList<EditionSource> ReadAll(string folder, Site site, ProblemList problems) =>
    [
        .. FolderList.FoldersIn(folder, "editions")
            .Where(id => CopyName.OriginalOf(id, _ => false) is null)
            .Select(id => Read(folder, id, site, problems))
            .OfType<EditionSource>(),
    ];

    private static EditionSource? Read(string folder, string id, Site site, ProblemList problems)
    {
        var file = $"editions/{id}/edition.yaml";
        Ids.Check(id, file, 0, problems);

        // The lock first: what it names only gets advice from rules that came after it.
        var held = EditionLock.Read(folder, id, problems);
        if (YamlMap.Read(ContentFile.Read(folder, file, problems), problems) is not { } map)
        {
            return null;
        }

        var structure = ReadStructure(map);
        var languages = site.Languages
            .Select(language => language.Code)
            .Where(structure.Languages.Contains)
            .Select(language => ReadLanguage(folder, $"editions/{id}/{language}", language, structure, problems));

        return new EditionSource(id, file, structure, map, [.. languages], held);
    }

    private static LanguageSource ReadLanguage(string folder, string path, string language, EditionStructure structure, ProblemList problems)
    {
        var files = FolderList.FilesIn(folder, path, ".md");
        var isElsewhere = FolderList.LeadsOut(folder, path);
        var pages = structure.Pages
            .Where(page => Ids.IsWellFormed(page.Id))
            .DistinctBy(page => page.Id)
            .Select(page => $"{path}/{page.Id}.md")
            // A page that is not there at all is missed by the rule for it, which says in which language it is there.
            .Where(name => isElsewhere || files.Contains(name) || FileName.Near(folder, name) is not null)
            .Select(name => PageSource.Read(folder, name, problems))
            .OfType<PageSource>();

        return new LanguageSource(language, [.. pages], files);
    }

    private static EditionStructure ReadStructure(YamlMap map)
    {
        var structure = new EditionStructure(
            map.Choice<EditionStatus>("status"),
            map.Date("date"),
            map.OptionalText("previous"),
            map.Has("taken-away") ? map.TextList("taken-away") : [],
            map.TextList("languages"),
            map.TextList("menu"),
            [.. map.MapList("pages").Select(page => Whole(page, (page.Text("id"), page.Choice<PageKind>("kind"), page.Line)))],
            [.. map.MapList("signs").Select(sign => Whole(sign, new SignStructure(
                sign.Text("id"), sign.Flag("context-only"), sign.TextList("matters"), sign.Line)))],
            map.Has("duties") ? [.. map.MapList("duties").Select(duty => Whole(duty, new DutyStructure(
                duty.Text("answer"), duty.TextList("rules"), duty.Line)))] : [],
            map.Has("always-matters") ? map.TextList("always-matters") : [],
            map.Has("reflection-contacts") ? map.TextList("reflection-contacts") : []);
        map.NothingElse();

        return structure;
    }

    private static T Whole<T>(YamlMap map, T value)
    {
        map.NothingElse();

        return value;
    }
}
