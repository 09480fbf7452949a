using System.Text.RegularExpressions;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>No page, no text and no fact holds HTML. It would be shown as the letters it is written with, which nobody meant.</summary>
internal sealed partial class NoRawHtml : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var language in content.Site.Languages)
        {
            foreach (var (file, said) in UnwantedWords.SaidIn(content, language.Code))
            {
                foreach (Match tag in Tag().Matches(said.Text))
                {
                    problems.Add(ProblemKind.RawHtml, file, said.LineAt(tag.Index, said.Text), ("text", tag.Value));
                }
            }
        }
    }

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9-]*([\s/][^<>]*)?>|<[!?][a-zA-Z\[-]")]
    private static partial Regex Tag();
}
