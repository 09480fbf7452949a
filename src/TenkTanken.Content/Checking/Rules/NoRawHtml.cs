using System.Text.RegularExpressions;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>No page holds HTML. It would be shown as the letters it is written with, which nobody meant.</summary>
internal sealed partial class NoRawHtml : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, _, page) in content.Pages)
        {
            foreach (var line in page.Prose)
            {
                foreach (Match tag in Tag().Matches(line.Text))
                {
                    problems.Add(ProblemKind.RawHtml, page.File, line.Line, ("text", tag.Value));
                }
            }
        }
    }

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9-]*(\s[^<>]*)?>|<!--")]
    private static partial Regex Tag();
}
