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
            foreach (var (file, said) in UnwantedWords.SaidIn(content, wording.Language))
            {
                foreach (var word in words.In(said.Text))
                {
                    problems.Add(ProblemKind.WordOfAnotherLanguage, file, said.LineAt(word.Index, said.Text), ("word", word.Text),
                        ("language", name.ToLowerInvariant()), ("instead", word.Instead));
                }
            }
        }
    }
}
