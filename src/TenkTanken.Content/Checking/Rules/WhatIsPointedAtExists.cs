using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// The pages, steps, contacts and rules that <c>edition.yaml</c> names are there. Asked of the first language: that the
/// others have the same is another rule's.
/// </summary>
internal sealed class WhatIsPointedAtExists : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var edition in content.Editions)
        {
            var structure = edition.Structure;
            var pages = structure.Pages.Select(page => page.Id).ToList();
            Find(structure.Menu, pages, edition.Map.LineOf("menu"));
            if (!edition.HasChecklist || problems.Has(ProblemKind.NotAChoice, edition.File))
            {
                continue;
            }

            var steps = SectionsOn(edition, PageKinds.WithSteps);
            foreach (var sign in structure.Signs)
            {
                Find(sign.Matters, Ids(steps), sign.Line);
            }

            Find(structure.AlwaysMatters, Ids(steps), edition.Map.LineOf("always-matters"));
            Find(structure.ReflectionContacts, Ids(SectionsOn(edition, [PageKind.Contacts])), edition.Map.LineOf("reflection-contacts"));

            var duties = SectionsOn(edition, [PageKind.Duties]);
            foreach (var duty in structure.Duties)
            {
                Find([duty.Answer],
                    Ids(duties?.Where(section => Duties.QuestionSections.Contains(section.Id)).SelectMany(section => section.Sections)), duty.Line);
                Find(duty.Rules, Ids(duties?.Where(section => section.Id == Duties.RulesSection).SelectMany(section => section.Sections)), duty.Line);
            }

            void Find(IReadOnlyList<string> wanted, IReadOnlyCollection<string>? among, int line)
            {
                foreach (var id in wanted.Where(id => among is not null && !among.Contains(id)))
                {
                    problems.Add(ProblemKind.PointsNowhere, edition.File, line, ("id", id));
                }
            }
        }
    }

    /// <summary>Null where one of the pages could not be read, or an id on it: then nobody knows.</summary>
    private static List<SectionSource>? SectionsOn(EditionSource edition, IReadOnlyList<PageKind> kinds)
    {
        var pages = edition.Structure.Pages.Where(page => kinds.Contains(page.Kind)).Select(page => edition.First?.Page(page.Id)).ToList();

        return pages.Contains(null) || !IdsMeanOneThing.HoldsFor(edition) ? null : [.. pages.SelectMany(page => page!.Outline.Sections)];
    }

    private static List<string>? Ids(IEnumerable<SectionSource>? sections) => sections?.Select(section => section.Id).ToList();
}
