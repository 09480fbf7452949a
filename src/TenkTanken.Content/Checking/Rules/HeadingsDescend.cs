using Markdig.Syntax;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Headings go down one level at a time, as those who listen to a page count on, and each has its permanent id.</summary>
internal sealed class HeadingsDescend : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, page, _) in content.WrittenPages)
        {
            var hasTop = false;
            foreach (var heading in page.Sections)
            {
                hasTop |= heading.Level == 2;
                if (heading.Level is not (2 or 3) || !hasTop)
                {
                    problems.Add(ProblemKind.HeadingLevel, page.File, heading.Line);
                }

                if (heading.Id.Length == 0)
                {
                    problems.Add(ProblemKind.HeadingWithoutId, page.File, heading.Line, ("title", heading.Title));
                }
                else if (heading.Title.Length == 0)
                {
                    problems.Add(ProblemKind.KeyMissing, page.File, heading.Line, ("key", $"## … {{#{heading.Id}}}"));
                }
            }

            // In a list, a quotation or a part it would be shown as plain words. So it is below a part nobody closed.
            foreach (var block in page.Document.Descendants<HeadingBlock>().Where(block => block.Parent != page.Document))
            {
                problems.Add(ProblemKind.HeadingLevel, page.File, block.Line + 1);
            }
        }
    }
}
