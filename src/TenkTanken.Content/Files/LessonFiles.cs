using System.Globalization;
using TenkTanken.Content.Checking;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Files;

/// <summary>Reads <c>lessons</c>: the structure of each from <c>{id}.yaml</c>, its words from one folder for each language.</summary>
internal static class LessonFiles
{
    public const string Folder = "lessons";

    public static LessonsSource Read(string folder, Site site, ProblemList problems)
    {
        var lessons = FolderList.FilesIn(folder, Folder, ".yaml")
            .Where(file => !IsCopy(folder, file))
            .Select(file => Read(folder, file, problems))
            .OfType<LessonSource>()
            .ToList();

        return new LessonsSource(lessons, [.. site.Languages.Select(language => ReadLanguage(folder, language.Code, lessons, problems))]);
    }

    private static bool IsCopy(string folder, string file) =>
        CopyName.OriginalOf(Path.GetFileName(file), name => File.Exists(Path.Combine(folder, Folder, name))) is not null
        || CopyName.OpenFileOf(Path.GetFileName(file)) is not null;

    private static LessonSource? Read(string folder, string file, ProblemList problems)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        Ids.Check(id, file, 0, problems);
        if (YamlMap.Read(ContentFile.Read(folder, file, problems), problems) is not { } map)
        {
            return null;
        }

        var parts = map.MapList("parts").Select(part => new LessonPartSource(
            part.Text("id"), [.. part.MapList("slides").Select(slide => ReadSlide(slide, file, problems))], part)).ToList();
        foreach (var part in parts)
        {
            part.Map.NothingElse();
        }

        map.NothingElse();

        return new LessonSource(id, file, parts, map);
    }

    private static SlideSource ReadSlide(YamlMap map, string file, ProblemList problems)
    {
        var slide = new SlideSource(map.Text("id"), Minutes(map, file, problems), map.TextList("shows"), map.Line);
        if (slide.Shows.Count == 0 && !problems.Has(ProblemKind.NotAList, file))
        {
            problems.Add(ProblemKind.KeyMissing, file, map.LineOf("shows"), ("key", "shows"));
        }

        map.NothingElse();

        return slide;
    }

    /// <summary>Whole minutes and halves: nobody looks at a clock for less.</summary>
    private static decimal Minutes(YamlMap map, string file, ProblemList problems)
    {
        const string Key = "minutes";
        var text = map.Text(Key);
        if ((!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) || minutes <= 0 || minutes * 2 % 1 != 0)
            && text.Length > 0)
        {
            problems.Add(ProblemKind.NotMinutes, file, map.LineOf(Key), ("key", Key), ("value", text));
        }

        return minutes;
    }

    private static LanguageSource ReadLanguage(string folder, string language, IReadOnlyList<LessonSource> lessons, ProblemList problems)
    {
        var path = $"{Folder}/{language}";
        var files = FolderList.FilesIn(folder, path, ".md");
        var pages = lessons
            .Where(lesson => Ids.IsWellFormed(lesson.Id))
            .Select(lesson => $"{path}/{lesson.Id}.md")
            // One that is not there at all is missed by a rule, which says in which language.
            .Where(name => files.Contains(name) || FileName.Near(folder, name) is not null)
            .Select(name => PageSource.Read(folder, name, problems))
            .OfType<PageSource>();

        return new LanguageSource(language, [.. pages], files);
    }
}

/// <param name="Languages">Every language of the site; the page of a lesson has its id.</param>
internal sealed record LessonsSource(IReadOnlyList<LessonSource> All, IReadOnlyList<LanguageSource> Languages);

/// <summary>What <c>lessons/{id}.yaml</c> says: the structure, once for every language.</summary>
/// <param name="Map">For the lines of its keys.</param>
internal sealed record LessonSource(string Id, string File, IReadOnlyList<LessonPartSource> Parts, YamlMap Map)
{
    public IEnumerable<SlideSource> Slides => Parts.SelectMany(part => part.Slides);
}

internal sealed record LessonPartSource(string Id, IReadOnlyList<SlideSource> Slides, YamlMap Map);

/// <param name="Shows">Each as it is written: <c>page</c>, <c>page#section</c> or <c>page#section/part</c>.</param>
internal sealed record SlideSource(string Id, decimal Minutes, IReadOnlyList<string> Shows, int Line);

/// <summary>A place in an edition that a slide shows.</summary>
/// <param name="Section">Null: the page's title, and what stands above its first heading.</param>
/// <param name="Part">Null: what stands below the heading, without its parts.</param>
internal sealed record SlidePlace(PageSource Page, SectionSource? Section, PartSource? Part)
{
    /// <summary>Null where there is no such place.</summary>
    public static SlidePlace? Find(string written, LanguageSource words)
    {
        var (pageId, sectionId, partName) = Parse(written);
        if (words.Page(pageId) is not { } page)
        {
            return null;
        }

        var section = sectionId is null ? null : page.Section(sectionId);
        var part = partName is null ? null : section?.Parts.FirstOrDefault(own => own.Argument.Length == 0 && own.Label == partName);

        return (sectionId is not null && section is null) || (partName is not null && part is null) ? null : new SlidePlace(page, section, part);
    }

    /// <summary>Of <c>page#section/part</c> what there is.</summary>
    public static (string Page, string? Section, string? Part) Parse(string written)
    {
        var (place, part) = Split(written, '/');
        var (page, section) = Split(place, '#');

        return (page, section, part);
    }

    private static (string Before, string? After) Split(string text, char at) => text.Split(at, 2) is [var before, var after] ? (before, after) : (text, null);
}
