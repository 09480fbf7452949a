using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Every case says of at least one sign what in the story may point to it, of each at most once, and only of signs there are.</summary>
internal sealed class EveryCaseCanBePractised : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (edition, _, page) in content.Pages.Where(at => at.Edition.KindOf(at.Page) == PageKind.Cases))
        {
            foreach (var story in page.Outline.Sections)
            {
                var seen = story.Parts.Where(part => part.Kind == PartKind.Seen).ToList();
                if (seen.Count == 0)
                {
                    problems.Add(ProblemKind.SignPartMissing, page.File, story.Line, ("id", story.Id), ("part", PartKind.Seen.Name()));
                }

                var signs = new HashSet<string>();
                foreach (var part in seen)
                {
                    if (!edition.Structure.Signs.Any(sign => sign.Id == part.Argument))
                    {
                        problems.Add(ProblemKind.SignUnknown, page.File, part.Line, ("id", part.Argument), ("part", part.Label));
                    }
                    else if (!signs.Add(part.Argument))
                    {
                        problems.Add(ProblemKind.SignTwice, page.File, part.Line, ("id", part.Argument), ("section", story.Id));
                    }
                }
            }
        }
    }
}
