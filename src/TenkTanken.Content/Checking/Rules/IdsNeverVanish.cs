using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// What an edition had, the next one has, or says that it took it away; and what was taken away never comes back as
/// something else. So a link, a saved answer and a comparison always know what an id means.
/// </summary>
internal sealed class IdsNeverVanish : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var edition in content.Editions)
        {
            if (content.Edition(edition.Structure.Previous) is { } previous && IsWhole(edition) && IsWhole(previous))
            {
                Compare(edition, previous, problems);
                FindReused(edition, content, problems);
            }
        }
    }

    /// <summary>Of a page that could not be read, nobody knows what is on it.</summary>
    private static bool IsWhole(EditionSource edition) =>
        edition.First is { } first && edition.Structure.Pages.All(page => first.Page(page.Id) is not null);

    private static void Compare(EditionSource edition, EditionSource previous, ProblemList problems)
    {
        var now = IdsOf(edition).ToHashSet();
        var before = IdsOf(previous).ToHashSet();
        foreach (var id in before.Except(now).Except(edition.Structure.TakenAway).Order(StringComparer.Ordinal))
        {
            problems.Add(ProblemKind.IdVanished, PlaceFor(id, edition, previous), 0, ("id", id), ("edition", previous.Id));
        }

        foreach (var id in edition.Structure.TakenAway.Where(id => now.Contains(id) || !before.Contains(id)))
        {
            problems.Add(ProblemKind.IdNotTakenAway, edition.File, edition.Map.LineOf("taken-away"), ("id", id));
        }
    }

    /// <summary>The page it stood on, where that is still there.</summary>
    private static string PlaceFor(string id, EditionSource edition, EditionSource previous)
    {
        var stood = previous.First!.Pages.FirstOrDefault(page => page.Section(id) is not null);

        return (stood is null ? null : edition.First!.Page(stood.Id)?.File) ?? edition.File;
    }

    private static void FindReused(EditionSource edition, ContentSource content, ProblemList problems)
    {
        var passed = new HashSet<string> { edition.Id };
        for (var older = content.Edition(edition.Structure.Previous); older is not null && passed.Add(older.Id); older = content.Edition(older.Structure.Previous))
        {
            foreach (var id in older.Structure.TakenAway.Intersect(IdsOf(edition)))
            {
                var page = edition.First!.Pages.FirstOrDefault(page => page.Section(id) is not null);
                problems.Add(ProblemKind.IdReused, page?.File ?? edition.File, page?.Section(id)!.Line ?? 0, ("id", id), ("edition", older.Id));
            }
        }
    }

    private static IEnumerable<string> IdsOf(EditionSource edition) =>
        edition.Structure.Pages.Select(page => page.Id)
            .Concat(edition.First!.Pages.SelectMany(page => page.Sections).Select(section => section.Id))
            .Where(id => id.Length > 0);
}
