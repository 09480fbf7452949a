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
        if (content is not null)
        {
            ContentLoader.Ask(AsIfPublished(content, id), problems);
        }

        if (content is not null && edition is null && !problems.IsAbout($"editions/{id}/edition.yaml"))
        {
            problems.Add(ProblemKind.EditionMissing, $"editions/{id}", 0, ("id", id));
        }

        var inTheWay = problems.InOrder().Where(problem => problem.Blocks && IsInTheWay(problem, id)).ToList();
        if (inTheWay.Count == 0)
        {
            Write(folder, edition!, today);
        }

        return inTheWay;
    }

    /// <summary>The rules are asked of the content as it will be: that readers would get a draft is no problem once it is published.</summary>
    private static ContentSource AsIfPublished(ContentSource content, string id) => content with
    {
        Editions = [.. content.Editions.Select(edition => edition.Id == id && !edition.IsOut
            ? edition with { Structure = edition.Structure with { Status = EditionStatus.Published } }
            : edition)],
    };

    /// <summary>Its own and those of the whole site; not those of other editions, and not those that publishing mends.</summary>
    private static bool IsInTheWay(Problem problem, string id) => problem.File.StartsWith($"editions/{id}/", StringComparison.Ordinal)
        ? problem.Kind is not (ProblemKind.LockMissing or ProblemKind.PublishedFileNotLocked)
        : !problem.File.StartsWith("editions/", StringComparison.Ordinal) || problem.Kind == ProblemKind.EditionMissing;

    private static void Write(string folder, EditionSource edition, DateOnly today)
    {
        var structure = ContentFile.Read(folder, edition.File, new ProblemList())!.Text;
        if (!edition.IsOut)
        {
            structure = Status().Replace(structure, "status: published", 1);

            // A lock says that it was published before: then its day is locked too.
            structure = edition.Lock is null ? Date().Replace(structure, $"date: {today:yyyy-MM-dd}", 1) : structure;
        }

        List<(string Path, string Text)> files =
            [(Path.Combine(folder, "editions", edition.Id, EditionLock.Name), EditionLock.Of(edition, structure).AsText())];
        if (!edition.IsOut)
        {
            files.Add((Path.Combine(folder, edition.File), structure));
        }

        WriteWhole(files);
    }

    /// <summary>No file is ever seen half, and none takes its place before all could be written.</summary>
    private static void WriteWhole(IReadOnlyList<(string Path, string Text)> files)
    {
        const string beside = ".new";
        try
        {
            foreach (var (path, text) in files)
            {
                File.WriteAllText(path + beside, text);
            }

            foreach (var (path, _) in files)
            {
                File.Move(path + beside, path, overwrite: true);
            }
        }
        finally
        {
            foreach (var (path, _) in files.Where(file => File.Exists(file.Path + beside)))
            {
                File.Delete(path + beside);
            }
        }
    }

    [GeneratedRegex("^status:.*$", RegexOptions.Multiline)]
    private static partial Regex Status();

    [GeneratedRegex("^date:.*$", RegexOptions.Multiline)]
    private static partial Regex Date();
}
