using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>An edition that is out has a lock, and its files are as they were when it was written. Design, promise 6.</summary>
internal sealed class PublishedEditionsNeverChange : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var edition in content.Editions.Where(edition => edition.IsOut || edition.Lock is not null))
        {
            var path = $"editions/{edition.Id}";
            if (edition.Lock is { } held)
            {
                Compare(held, EditionLock.Of(content.Folder, edition), edition, path, problems);
                if (!edition.IsOut && !problems.Has(ProblemKind.NotAChoice, edition.File))
                {
                    // What was given out does not become a draft again: then anybody could change it.
                    problems.Add(ProblemKind.PublishedFileChanged, edition.File, edition.Map.LineOf("status"));
                }
            }
            else if (!problems.IsAbout($"{path}/{EditionLock.Name}"))
            {
                problems.Add(ProblemKind.LockMissing, $"{path}/{EditionLock.Name}", 0, ("edition", edition.Id));
            }
        }
    }

    private static void Compare(EditionLock held, EditionLock now, EditionSource edition, string path, ProblemList problems)
    {
        foreach (var (file, sum) in held.Sums)
        {
            var name = $"{path}/{file}";
            if (now.Sums.TryGetValue(file, out var own) ? own != sum : !problems.IsAbout(name))
            {
                problems.Add(now.Sums.ContainsKey(file) ? ProblemKind.PublishedFileChanged : ProblemKind.PublishedFileMissing, name, 0);
            }
        }

        // A line of the lock that cannot be read is one problem, not one more for the file it was about.
        foreach (var file in now.Sums.Keys.Where(file => !held.Sums.ContainsKey(file) && !problems.IsAbout($"{path}/{EditionLock.Name}")))
        {
            problems.Add(ProblemKind.PublishedFileNotLocked, $"{path}/{file}", 0, ("edition", edition.Id));
        }
    }
}
