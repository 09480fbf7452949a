using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;

namespace TenkTanken.Content;

/// <summary>From a folder to a library. Finds every problem before it gives up; a library it gives is whole.</summary>
public static class ContentLoader
{
    /// <param name="today">Null: nobody is told of facts that have grown old. The site says that itself, on each page.</param>
    public static LoadedContent Load(string folder, DateOnly? today = null)
    {
        var problems = new ProblemList();
        var content = Read(folder, today, problems);
        if (content is not null)
        {
            foreach (var rule in AllRules.InOrder)
            {
                rule.Check(content, problems);
            }
        }

        var found = problems.InOrder();
        var blocked = content is null || found.Any(problem => problem.Blocks);

        return new LoadedContent(blocked ? null : new EditionBuilder(content!).Build(), found);
    }

    internal static ContentSource? Read(string folder, DateOnly? today, ProblemList problems)
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

        return new ContentSource(
            folder,
            site,
            TextFiles.Read(folder, site, problems),
            new FactFiles(folder, site, problems).Read(),
            WordingFiles.Read(folder, site, problems),
            EditionFolder.ReadAll(folder, site, problems),
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
public sealed record LoadedContent(ContentLibrary? Library, IReadOnlyList<Problem> Problems);
