using TenkTanken.Content.Checking;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Files;

/// <summary>Reads <c>editions/{id}</c>: its structure from <c>edition.yaml</c>, its words from one folder per language.</summary>
internal sealed class EditionFolder(string folder, string id, Site site, IReadOnlyDictionary<string, Fact> facts, ProblemList problems)
{
    private readonly string _path = $"editions/{id}";
    private readonly string _file = $"editions/{id}/edition.yaml";

    private sealed record Structure(
        EditionStatus Status,
        DateOnly Date,
        IReadOnlyList<string> Languages,
        IReadOnlyList<string> Menu,
        IReadOnlyList<(string Id, PageKind Kind)> Pages,
        IReadOnlyList<SignStructure> Signs,
        IReadOnlyList<string> AlwaysMatters,
        IReadOnlyList<string> ReflectionContacts);

    public Edition? Read()
    {
        Ids.Check(id, _file, 0, problems);
        if (YamlMap.Read(ContentFile.Read(folder, _file, problems), problems) is not { } map)
        {
            return null;
        }

        var structure = ReadStructure(map);
        foreach (var kind in Enum.GetValues<PageKind>().Where(kind => !structure.Pages.Any(page => page.Kind == kind)))
        {
            problems.Add(ProblemKind.KindMissing, _file, map.LineOf("pages"), ("kind", YamlMap.Kebab(kind.ToString())));
        }

        foreach (var (page, _) in structure.Pages)
        {
            Ids.Check(page, _file, map.LineOf("pages"), problems);
        }

        foreach (var language in structure.Languages.Where(code => site.Language(code) is null))
        {
            problems.Add(ProblemKind.LanguageMissing, "site.yaml", 0, ("language", language), ("file", _file));
        }

        var words = new Dictionary<string, EditionWords>();
        foreach (var language in structure.Languages.Distinct())
        {
            if (ReadWords(structure, language, map) is { } own)
            {
                words[language] = own;
            }
        }

        return words.Count == 0 ? null : new Edition(id, structure.Status, structure.Date, words);
    }

    private static Structure ReadStructure(YamlMap map)
    {
        var structure = new Structure(
            map.Choice<EditionStatus>("status"),
            map.Date("date"),
            map.TextList("languages"),
            map.TextList("menu"),
            [.. map.MapList("pages").Select(page => Whole(page, (page.Text("id"), page.Choice<PageKind>("kind"))))],
            [.. map.MapList("signs").Select(sign => Whole(sign, new SignStructure(
                sign.Text("id"), sign.Flag("context-only"), sign.TextList("matters"), sign.Line)))],
            map.TextList("always-matters"),
            map.TextList("reflection-contacts"));
        map.NothingElse();

        return structure;
    }

    private static T Whole<T>(YamlMap map, T value)
    {
        map.NothingElse();

        return value;
    }

    private EditionWords? ReadWords(Structure structure, string language, YamlMap map)
    {
        var before = problems.All.Count;
        var sources = new Dictionary<string, PageSource>();
        foreach (var (page, _) in structure.Pages)
        {
            if (PageSource.Read(folder, $"{_path}/{language}/{page}.md", problems) is { } source)
            {
                sources[page] = source;
            }
        }

        RequireUniqueNames(sources.Values);
        var links = new LinkTargets(sources, [.. structure.Pages.Select(page => page.Id).Where(page => !sources.ContainsKey(page))], facts, language);
        var pages = new List<Page>();
        var signs = structure.Signs.Select(sign => sign.Id).ToList();
        foreach (var (page, kind) in structure.Pages.Where(page => sources.ContainsKey(page.Id)))
        {
            links.Resolve(sources[page], problems);
            pages.Add(new PageReader(sources[page], kind, signs, problems).Read(page, language));
        }

        RequireSigns(structure, sources, pages);
        if (problems.All.Count > before)
        {
            // One broken page would make every reference to it a problem too, and hide what is to be mended.
            return null;
        }

        var menu = Find(structure.Menu, pages, page => page.Id, map.LineOf("menu"));
        var stepsAndNotes = EditionWords.StepsAndNotes(pages).ToList();
        foreach (var sign in structure.Signs)
        {
            Find(sign.Matters, stepsAndNotes, section => section.Id, sign.Line);
        }

        var always = Find(structure.AlwaysMatters, stepsAndNotes, section => section.Id, map.LineOf("always-matters"));
        var contactSections = pages.Where(page => page.Kind == PageKind.Contacts).SelectMany(page => page.Sections).ToList();
        var contacts = Find(structure.ReflectionContacts, contactSections, section => section.Id, map.LineOf("reflection-contacts"));

        // A kind of page that is missing altogether has been named by the caller.
        return pages.FirstOrDefault(page => page.Kind == PageKind.Checklist) is { } checklist
            && pages.FirstOrDefault(page => page.Kind == PageKind.Practice) is { } practice
            ? new EditionWords(pages, menu, Checklist.From(checklist, structure.Signs), CasesOf(pages), Practice.From(practice), always, contacts)
            : null;
    }

    private static List<Case> CasesOf(IEnumerable<Page> pages) =>
        [.. pages.Where(page => page.Kind == PageKind.Cases).SelectMany(page => page.Sections).Select(Case.From)];

    private void RequireUniqueNames(IEnumerable<PageSource> sources)
    {
        var ids = new Dictionary<string, string>();
        var slugs = new HashSet<string>();
        foreach (var source in sources)
        {
            foreach (var heading in source.Headings.Where(heading => heading.Id.Length > 0 && !ids.TryAdd(heading.Id, source.File)))
            {
                problems.Add(ProblemKind.IdTwice, source.File, heading.Line, ("id", heading.Id), ("file", ids[heading.Id]));
            }

            if (!slugs.Add(source.Slug))
            {
                problems.Add(ProblemKind.SlugTwice, source.File, source.SlugLine, ("slug", source.Slug));
            }
        }
    }

    /// <summary>The signs of the page and the signs of the structure are the same.</summary>
    private void RequireSigns(Structure structure, Dictionary<string, PageSource> sources, List<Page> pages)
    {
        if (pages.FirstOrDefault(page => page.Kind == PageKind.Checklist) is not { } page
            || page.Section(Checklist.SignsSection) is not { } signs)
        {
            return;
        }

        var source = sources[page.Id];
        foreach (var sign in structure.Signs.Where(sign => !signs.Sections.Any(section => section.Id == sign.Id)))
        {
            problems.Add(ProblemKind.SignMissing, source.File, 0, ("id", sign.Id));
        }

        foreach (var section in signs.Sections.Where(section => !structure.Signs.Any(sign => sign.Id == section.Id)))
        {
            var line = source.Headings.First(heading => heading.Id == section.Id).Line;
            problems.Add(ProblemKind.SignNotInEdition, source.File, line, ("id", section.Id));
        }
    }

    private List<T> Find<T>(IReadOnlyList<string> ids, IReadOnlyList<T> among, Func<T, string> idOf, int line)
        where T : class
    {
        var found = new List<T>();
        foreach (var wanted in ids)
        {
            if (among.FirstOrDefault(item => idOf(item) == wanted) is { } item)
            {
                found.Add(item);
            }
            else
            {
                problems.Add(ProblemKind.PointsNowhere, _file, line, ("id", wanted));
            }
        }

        return found;
    }
}
