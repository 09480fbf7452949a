using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Ids are well formed, and each is used once in an edition; so are the addresses of its pages.</summary>
internal sealed class IdsMeanOneThing : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var edition in content.Editions)
        {
            CheckStructure(edition, problems);
            foreach (var language in edition.Languages)
            {
                CheckHeadings(language.Pages, problems);
                CheckAddresses(edition, language, problems);
            }
        }
    }

    /// <summary>Every heading has an id of its own. Where one has not, nobody knows which of the ids that are missed it was to have.</summary>
    internal static bool HoldsFor(EditionSource edition)
    {
        var ids = (edition.First?.Pages ?? []).SelectMany(page => page.Sections).Select(section => section.Id).ToList();

        return ids.All(Ids.IsWellFormed) && ids.Distinct().Count() == ids.Count;
    }

    private static void CheckStructure(EditionSource edition, ProblemList problems)
    {
        var pages = new HashSet<string>();
        foreach (var (id, _, line) in edition.Structure.Pages)
        {
            Ids.Check(id, edition.File, line, problems);
            Once(pages, id, edition.File, line, problems);
        }

        var signs = new HashSet<string>();
        foreach (var sign in edition.Structure.Signs)
        {
            Ids.Check(sign.Id, edition.File, sign.Line, problems);
            Once(signs, sign.Id, edition.File, sign.Line, problems);
        }
    }

    private static void Once(HashSet<string> known, string id, string file, int line, ProblemList problems)
    {
        if (!known.Add(id))
        {
            problems.Add(ProblemKind.IdTwice, file, line, ("id", id), ("file", file));
        }
    }

    private static void CheckHeadings(IReadOnlyList<PageSource> pages, ProblemList problems)
    {
        var files = new Dictionary<string, string>();
        foreach (var (page, section) in from page in pages from section in page.Sections where section.Id.Length > 0 select (page, section))
        {
            Ids.Check(section.Id, page.File, section.Line, problems);
            if (!files.TryAdd(section.Id, page.File))
            {
                problems.Add(ProblemKind.IdTwice, page.File, section.Line, ("id", section.Id), ("file", files[section.Id]));
            }
        }
    }

    private static void CheckAddresses(EditionSource edition, LanguageSource language, ProblemList problems)
    {
        var slugs = new HashSet<string>();
        foreach (var page in language.Pages)
        {
            var isHome = edition.KindOf(page) == PageKind.Home;
            if (isHome && problems.Has(ProblemKind.NotAChoice, edition.File))
            {
                // It may be another: a kind that cannot be read counts as the first of them.
                continue;
            }

            if (isHome ? page.Slug.Length > 0 : !Ids.IsWellFormed(page.Slug) || page.Slug == Addresses.Editions)
            {
                problems.Add(ProblemKind.SlugBroken, page.File, page.SlugLine, ("slug", page.Slug));
            }
            else if (!slugs.Add(page.Slug))
            {
                problems.Add(ProblemKind.SlugTwice, page.File, page.SlugLine, ("slug", page.Slug));
            }
        }
    }
}
