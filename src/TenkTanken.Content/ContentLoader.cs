using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;

namespace TenkTanken.Content;

/// <summary>From a folder to a library. Finds every problem before it gives up; a library it gives is whole.</summary>
public static class ContentLoader
{
    /// <param name="today">Null: nobody is told of facts that have grown old. The site says that itself, on each page.</param>
    public static LoadedContent Load(string folder, DateOnly? today = null) => Load(folder, today, new ProblemList());

    /// <summary>
    /// The same of a copy that was kept because it loaded. What has come to the check since then only advises: a new
    /// version of the program starts on the words that the one before it served.
    /// </summary>
    public static LoadedContent LoadKept(string folder) => Load(folder, null, new ProblemList(wasGood: true));

    /// <summary>All that there is to say of a folder to those who write it: what is misspelt, too.</summary>
    public static IReadOnlyList<Problem> Check(string folder, DateOnly today)
    {
        var problems = new ProblemList();
        var content = ReadAndAsk(folder, today, problems);

        return [.. problems.InOrder(), .. content is null ? [] : Spelling.Check(content)];
    }

    private static LoadedContent Load(string folder, DateOnly? today, ProblemList problems)
    {
        var content = ReadAndAsk(folder, today, problems);
        var found = problems.InOrder();
        var blocked = content is null || found.Any(problem => problem.Blocks);

        return new LoadedContent(blocked ? null : new EditionBuilder(content!).Build(), found) { Source = blocked ? null : content };
    }

    private static ContentSource? ReadAndAsk(string folder, DateOnly? today, ProblemList problems)
    {
        var content = Read(folder, today, problems);
        if (content is not null)
        {
            Ask(content, problems);
        }

        return content;
    }

    /// <summary>Asks all rules.</summary>
    internal static void Ask(ContentSource content, ProblemList problems)
    {
        var readable = Conflict.TakenOut(content, problems);
        foreach (var rule in AllRules.InOrder)
        {
            rule.Check(readable, problems);
        }
    }

    internal static ContentSource? Read(string folder, DateOnly? today, ProblemList problems)
    {
        if (!CanList(folder))
        {
            problems.Add(ProblemKind.FolderMissing, folder, 0);
            return null;
        }

        if (SiteFile.Read(folder, problems) is not var (site, map))
        {
            return null;
        }

        return new ContentSource(
            folder,
            site,
            map,
            TextFiles.Read(folder, site, problems),
            new FactFiles(folder, site, problems).Read(),
            WordingFiles.Read(folder, site, problems),
            EditionFolder.ReadAll(folder, site, problems),
            LessonFiles.Read(folder, site, problems),
            today);
    }

    private static bool CanList(string folder)
    {
        try
        {
            return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <param name="Library">Null when a problem blocks.</param>
/// <param name="Problems">By file and line; those that only advise too.</param>
public sealed record LoadedContent(ContentLibrary? Library, IReadOnlyList<Problem> Problems)
{
    /// <summary>What the library was built of; null when there is none. Much larger than the library: whoever keeps it has a reason.</summary>
    internal ContentSource? Source { get; init; }

    /// <summary>
    /// The site as it will be once the draft has come out, with every page below the root. Null where there is no such draft,
    /// and where it is none that readers could be given yet: it has no checklist. Not to be asked by two at once.
    /// </summary>
    public ContentLibrary? Preview(string draft, string root)
    {
        if (Source?.Edition(draft) is not { IsOut: false, HasChecklist: true } asked)
        {
            return null;
        }

        // In the languages it has, which may be fewer than the site's as long as it is written.
        var site = Source.Site with { EditionId = draft, Languages = [.. Source.Site.Languages.Where(language => asked.Language(language.Code) is not null)] };
        var published = asked with { Structure = asked.Structure with { Status = EditionStatus.Published } };
        var editions = Source.Editions.Select(edition => edition.Id == draft ? published : edition);

        return new EditionBuilder(Source with { Site = site, Editions = [.. editions] }, root).Build();
    }
}
