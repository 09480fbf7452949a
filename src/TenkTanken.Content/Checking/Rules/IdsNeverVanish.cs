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
        edition.First is { } first && edition.Structure.Pages.All(page => first.Page(page.Id) is not null) && IdsMeanOneThing.HoldsFor(edition);

    private static void Compare(EditionSource edition, EditionSource previous, ProblemList problems)
    {
        var (now, before) = (IdsOf(edition), IdsOf(previous));
        var gone = before.Except(now).Select(own => own.Id).ToHashSet();

        // What its kind of page or the structure asks for is missed by other rules.
        var asked = edition.First!.Pages.SelectMany(page => PageShape.Of(edition.KindOf(page)).RequiredSections)
            .Concat(edition.HasChecklist ? SignsOf(edition) : []);
        foreach (var id in gone.Except(asked).Except(edition.Structure.TakenAway).Order(StringComparer.Ordinal))
        {
            problems.Add(ProblemKind.IdVanished, PlaceFor(id, edition, previous), 0, ("id", id), ("edition", previous.Id));
        }

        foreach (var id in edition.Structure.TakenAway.Where(id => !gone.Contains(id)))
        {
            problems.Add(ProblemKind.IdNotTakenAway, edition.File, edition.Map.LineOf("taken-away"), ("id", id));
        }
    }

    /// <summary>In the structure, or on the page: those that are only in one of the two.</summary>
    private static IEnumerable<string> SignsOf(EditionSource edition) =>
        edition.Structure.Signs.Select(sign => sign.Id).Concat(
            edition.First!.Pages.SelectMany(page => page.Outline.Sections)
                .Where(section => section.Id == Checklist.SignsSection).SelectMany(section => section.Sections).Select(section => section.Id));

    /// <summary>The page it stood on, where that is still there.</summary>
    private static string PlaceFor(string id, EditionSource edition, EditionSource previous)
    {
        var stood = previous.First!.Pages.FirstOrDefault(page => page.Section(id) is not null);

        return (stood is null ? null : edition.First!.Page(stood.Id)?.File) ?? edition.File;
    }

    private static void FindReused(EditionSource edition, ContentSource content, ProblemList problems)
    {
        var now = IdsOf(edition);
        var passed = new HashSet<string> { edition.Id };
        for (var older = content.Edition(edition.Structure.Previous);
            older is not null && passed.Add(older.Id);
            older = content.Edition(older.Structure.Previous))
        {
            // The page «signs» may have been taken away while the heading «signs» went on.
            var before = content.Edition(older.Structure.Previous) is { First: not null } previous ? IdsOf(previous) : now;
            var back = now.Intersect(before).Where(own => older.Structure.TakenAway.Contains(own.Id))
                .Except(older.First is null ? [] : IdsOf(older)).ToLookup(own => own.Id, own => own.What);
            foreach (var id in back)
            {
                var page = id.Contains(What.Heading) ? edition.First!.Pages.First(page => page.Section(id.Key) is not null) : null;
                problems.Add(ProblemKind.IdReused, page?.File ?? edition.File, page?.Section(id.Key)!.Line ?? 0, ("id", id.Key), ("edition", older.Id));
            }
        }
    }

    private static HashSet<(What What, string Id)> IdsOf(EditionSource edition) =>
    [
        .. edition.Structure.Pages.Select(page => (What.Page, page.Id)),
        .. edition.Structure.Signs.Select(sign => (What.Sign, sign.Id)),
        .. edition.First!.Pages.SelectMany(page => page.Sections).Where(section => section.Id.Length > 0).Select(section => (What.Heading, section.Id)),
    ];

    /// <summary>A page and a heading may have the same id, and each lives on for itself; and a heading left of a sign is no sign.</summary>
    private enum What
    {
        Page,
        Sign,
        Heading,
    }
}
