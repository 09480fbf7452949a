using System.Text.RegularExpressions;
using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;

namespace TenkTanken.Content;

/// <summary>Giving an edition out: from then on its words are locked.</summary>
public static partial class Publishing
{
    /// <summary>
    /// Makes a draft published and locks its files. An edition that is out already keeps its status and its day; files that
    /// came to it since, a translation for one, are locked too. A locked file that has changed is never locked anew.
    /// </summary>
    /// <returns>What is in the way. When there is anything, no file was touched.</returns>
    public static IReadOnlyList<Problem> Publish(string folder, string id, DateOnly today)
    {
        var problems = new ProblemList();
        var content = ContentLoader.Read(folder, today, problems);
        var edition = content?.Edition(id);
        foreach (var rule in content is null ? [] : AllRules.InOrder)
        {
            rule.Check(content!, problems);
        }

        if (content is not null && edition is null && !problems.IsAbout($"editions/{id}/edition.yaml"))
        {
            problems.Add(ProblemKind.EditionMissing, $"editions/{id}", 0, ("id", id));
        }

        var inTheWay = problems.InOrder().Where(problem => problem.Blocks && IsInTheWay(problem, id)).ToList();
        if (inTheWay.Count == 0)
        {
            Write(folder, content!, edition!, today);
        }

        return inTheWay;
    }

    /// <summary>Its own and those of the whole site; not those of other editions, and not those that publishing mends.</summary>
    private static bool IsInTheWay(Problem problem, string id) => problem.File.StartsWith($"editions/{id}/", StringComparison.Ordinal)
        ? problem.Kind is not (ProblemKind.LockMissing or ProblemKind.PublishedFileNotLocked)
        : !problem.File.StartsWith("editions/", StringComparison.Ordinal) || problem.Kind == ProblemKind.EditionMissing;

    private static void Write(string folder, ContentSource content, EditionSource edition, DateOnly today)
    {
        if (!edition.IsOut)
        {
            var structure = ContentFile.Read(folder, edition.File, new ProblemList())!.Text;
            structure = Status().Replace(structure, "status: published", 1);
            WriteWhole(Path.Combine(folder, edition.File), Date().Replace(structure, $"date: {today:yyyy-MM-dd}", 1));
        }

        WriteWhole(Path.Combine(folder, "editions", edition.Id, EditionLock.Name), EditionLock.Of(content.Folder, edition).AsText());
    }

    /// <summary>A file that is being written is never seen half.</summary>
    private static void WriteWhole(string path, string text)
    {
        var beside = path + ".new";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }

    [GeneratedRegex("^status:.*$", RegexOptions.Multiline)]
    private static partial Regex Status();

    [GeneratedRegex("^date:.*$", RegexOptions.Multiline)]
    private static partial Regex Date();
}
