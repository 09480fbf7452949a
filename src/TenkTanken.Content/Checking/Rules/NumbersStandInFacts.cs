using System.Text.RegularExpressions;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>No page and no text spells a phone number or a section of a law itself: they expire, and are corrected in one place.</summary>
internal sealed partial class NumbersStandInFacts : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, _, page) in content.Pages)
        {
            foreach (var line in page.Prose)
            {
                Find(line.Text, page.File, line.Line, problems);
            }
        }

        foreach (var texts in content.Texts)
        {
            foreach (var (_, text, line) in texts.Map.Texts())
            {
                Find(text, texts.File, line, problems);
            }
        }
    }

    private static void Find(string text, string file, int line, ProblemList problems)
    {
        foreach (Match number in PhoneOrSection().Matches(text))
        {
            problems.Add(ProblemKind.NumberSpelt, file, line, ("text", number.Value.Trim()));
        }
    }

    // Eight digits in a row or in the usual groups, five-digit numbers, the short emergency numbers; a section by its
    // sign or by a word before the number.
    [GeneratedRegex(@"§+(\s*\d+)?|\b\d\d ?\d\d ?\d\d ?\d\d\b|\b\d{3} \d\d \d{3}\b|\b\d{5}\b|\b116 ?\d{3}\b|\b11[023]\b|\b(paragraf\w*|sections?)\s+\d+", RegexOptions.IgnoreCase)]
    private static partial Regex PhoneOrSection();
}
