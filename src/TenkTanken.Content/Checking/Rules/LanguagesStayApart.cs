using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>No form of another language slips in, bokmål into nynorsk above all.</summary>
internal sealed class LanguagesStayApart : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var wording in content.Wordings)
        {
            var words = new UnwantedWords(wording.AnotherLanguage);
            var name = content.Site.Language(wording.Language)?.Name ?? wording.Language;
            foreach (var (file, line) in UnwantedWords.LinesIn(content, wording.Language, _ => true))
            {
                foreach (var (found, instead) in words.In(line.Text))
                {
                    problems.Add(ProblemKind.WordOfAnotherLanguage, file, line.Line, ("word", found), ("language", name.ToLowerInvariant()), ("instead", instead));
                }
            }
        }
    }
}
