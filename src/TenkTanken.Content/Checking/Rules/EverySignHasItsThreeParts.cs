using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// The signs of the checklist are those of the structure, and each stands with why we look, its ordinary explanations
/// and a next safe step. A sign alone breeds profiling.
/// </summary>
internal sealed class EverySignHasItsThreeParts : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var edition in content.Editions)
        {
            foreach (var language in edition.Languages)
            {
                if (edition.Page(language.Code, PageKind.Checklist) is not { } page
                    || page.Outline.Sections.FirstOrDefault(section => section.Id == Checklist.SignsSection) is not { } signs)
                {
                    continue;
                }

                EveryPageHasItsShape.RequireParts(page, PageShape.Of(PageKind.Checklist), problems);
                foreach (var sign in edition.Structure.Signs.Where(sign => !signs.Sections.Any(section => section.Id == sign.Id)))
                {
                    problems.Add(ProblemKind.SignMissing, page.File, signs.Line, ("id", sign.Id));
                }

                foreach (var section in signs.Sections.Where(section => section.Id.Length > 0 && !edition.Structure.Signs.Any(sign => sign.Id == section.Id)))
                {
                    problems.Add(ProblemKind.SignNotInEdition, page.File, section.Line, ("id", section.Id));
                }
            }
        }
    }
}
