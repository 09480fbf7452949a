using System.Text.RegularExpressions;

namespace TenkTanken.Content.Comparing;

/// <summary>What changed from one edition to a later one: sign by sign and page by page, by the permanent ids.</summary>
/// <param name="Signs">In the order of the later edition; those taken away last. None that is the same.</param>
/// <param name="Pages">The same.</param>
/// <param name="LanguageBefore">The code of the language in which the older edition is told.</param>
/// <param name="LanguageAfter">The same of the newer one.</param>
public sealed partial record EditionChanges(
    Edition Older,
    Edition Newer,
    IReadOnlyList<SectionChange> Signs,
    IReadOnlyList<PageChange> Pages,
    string LanguageBefore,
    string LanguageAfter)
{
    public bool IsEmpty => Signs.Count + Pages.Count == 0;

    /// <summary>
    /// Shown in the reader's language. Where the older edition does not have it, the words are compared in a language that
    /// both have, so that a translation does not look like a change.
    /// </summary>
    public static EditionChanges Between(Edition older, Edition newer, Language language)
    {
        var common = older.ByLanguage.ContainsKey(language.Code) && newer.ByLanguage.ContainsKey(language.Code)
            ? language.Code
            : older.ByLanguage.Keys.FirstOrDefault(newer.ByLanguage.ContainsKey);
        var compared = new Compared(
            common is null ? older.In(language) : older.ByLanguage[common],
            common is null ? newer.In(language) : newer.ByLanguage[common],
            newer.In(language),
            [.. older.Signs, .. newer.Signs]);

        return new(older, newer, [.. compared.Signs(older, newer)], [.. compared.Pages()], compared.Before.Language, compared.Shown.Language);
    }

    /// <summary>What became of a sign from the one edition to the other; null where it is the same, or in neither.</summary>
    public SectionChange? OfSign(string id) => Signs.FirstOrDefault(sign => sign.Id == id);

    /// <summary>Where a line breaks says nothing to a reader.</summary>
    private static bool IsSame(string? one, string? other) =>
        one is null || other is null ? one == other : Space().Replace(one, " ") == Space().Replace(other, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    /// <param name="Shown">The newer edition in the reader's language, where that is not what is compared.</param>
    private sealed record Compared(EditionPages Before, EditionPages After, EditionPages Shown, IReadOnlyCollection<string> SignIds)
    {
        public IEnumerable<SectionChange> Signs(Edition older, Edition newer) =>
            newer.Signs.Union(older.Signs)
                .Select(id => Of(id, older.Signs.Contains(id) ? Before.Section(id) : null, newer.Signs.Contains(id) ? After.Section(id) : null))
                .OfType<SectionChange>();

        public IEnumerable<PageChange> Pages()
        {
            foreach (var id in After.Pages.Concat(Before.Pages).Select(page => page.Id).Distinct())
            {
                var (before, after) = (Before.Page(id), After.Page(id));
                var sections = before is null || after is null ? [] : SectionsOf(before, after).ToList();
                var isInBoth = before is not null && after is not null;
                if (isInBoth && after!.Kind == PageKind.Changes)
                {
                    // It says what changed, and is no change itself.
                    continue;
                }

                var title = isInBoth && !IsSame(before!.Title, after!.Title);
                var intro = isInBoth && !IsSame(before!.IntroSource, after!.IntroSource);
                if (!isInBoth || title || intro || sections.Count > 0)
                {
                    yield return new PageChange(id, before, after is null ? null : Shown.Page(id) ?? after, title, intro, sections);
                }
            }
        }

        /// <summary>Signs are told of by themselves, and a heading that has moved to another page has not gone.</summary>
        private IEnumerable<SectionChange> SectionsOf(Page before, Page after) =>
            AllOf(after).Concat(AllOf(before)).Select(section => section.Id).Distinct().Except(SignIds)
                .Where(id => AllOf(after).Any(section => section.Id == id) || After.Section(id) is null)
                .Select(id => Of(id, Before.Section(id), After.Section(id)))
                .OfType<SectionChange>();

        private SectionChange? Of(string id, Section? before, Section? after) =>
            IsSame(before?.Title, after?.Title) && IsSame(before?.Source, after?.Source)
                ? null
                : new SectionChange(id, before, after is null ? null : Shown.Section(id) ?? after, !IsSame(before?.Title, after?.Title));

        private static IEnumerable<Section> AllOf(Page page) => page.Sections.SelectMany(section => section.Sections.Prepend(section));
    }
}

/// <param name="Before">Null: it is new. In a language of the older edition.</param>
/// <param name="After">Null: it is taken away.</param>
/// <param name="TitleReworded">The heading itself says something else; otherwise only what stands below it does.</param>
public sealed record SectionChange(string Id, Section? Before, Section? After, bool TitleReworded)
{
    public EditionChange Kind => EditionChangeKinds.Of(Before, After);
}

/// <param name="Before">Null: it is new. In a language of the older edition.</param>
/// <param name="After">Null: it is taken away.</param>
/// <param name="TitleReworded">It is called something else.</param>
/// <param name="IntroReworded">What stands above the first heading is another.</param>
/// <param name="Sections">Headings that are new, taken away or reworded.</param>
public sealed record PageChange(string Id, Page? Before, Page? After, bool TitleReworded, bool IntroReworded, IReadOnlyList<SectionChange> Sections)
{
    public EditionChange Kind => EditionChangeKinds.Of(Before, After);
}

public enum EditionChange
{
    Added,
    Reworded,
    TakenAway,
}

internal static class EditionChangeKinds
{
    public static EditionChange Of(object? before, object? after) =>
        before is null ? EditionChange.Added : after is null ? EditionChange.TakenAway : EditionChange.Reworded;
}
