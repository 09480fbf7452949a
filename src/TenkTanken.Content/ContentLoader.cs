using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;

namespace TenkTanken.Content;

/// <summary>From a folder to a library. Finds every problem before it gives up; a library it gives is whole.</summary>
public static class ContentLoader
{
    public static LoadedContent Load(string folder)
    {
        var problems = new ProblemList();
        var library = Load(folder, problems);

        return new LoadedContent(problems.All.Any(problem => problem.Blocks) ? null : library, problems.All);
    }

    private static ContentLibrary? Load(string folder, ProblemList problems)
    {
        if (!CanList(folder))
        {
            problems.Add(ProblemKind.FolderMissing, folder, 0);
            return null;
        }

        if (SiteFile.Read(folder, problems) is not { } site)
        {
            return null;
        }

        var texts = TextFiles.Read(folder, site, problems);
        var facts = new FactFiles(folder, site, problems).Read();
        var editions = FolderList.FoldersIn(folder, "editions")
            .Select(id => new EditionFolder(folder, id, site, facts, problems).Read())
            .OfType<Edition>()
            .ToDictionary(edition => edition.Id);
        if (problems.All.Count == 0 && editions.GetValueOrDefault(site.EditionId) is not { Status: EditionStatus.Published })
        {
            problems.Add(ProblemKind.EditionMissing, "site.yaml", 0, ("id", site.EditionId));
        }

        return new ContentLibrary(site, texts, facts, editions);
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
public sealed record LoadedContent(ContentLibrary? Library, IReadOnlyList<Problem> Problems);
