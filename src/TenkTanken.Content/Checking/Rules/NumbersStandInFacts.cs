using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>No page and no text spells a phone number or a section of a law itself: they expire, and are corrected in one place.</summary>
internal sealed partial class NumbersStandInFacts : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, page, _) in content.WrittenPages)
        {
            foreach (var said in page.Prose.Where(said => said.Kind != ProseKind.Address))
            {
                Find(said, page.File, problems);
            }

            foreach (var link in page.Document.Descendants<LinkInline>()
                .Where(link => link.Url?.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) == true))
            {
                problems.Add(ProblemKind.NumberSpelt, page.File, link.Line + 1, ("text", link.Url!));
            }
        }

        foreach (var (file, said) in content.Site.Languages.SelectMany(language => Prose.OfTexts(content, language.Code)))
        {
            Find(said, file, problems);
        }
    }

    // A number is the same in every language.
    private static void Find(Prose said, string file, ProblemList problems)
    {
        if (!MayHave(said.InAllLanguages))
        {
            return;
        }

        foreach (Match number in PhoneOrSection().Matches(said.InAllLanguages))
        {
            problems.Add(ProblemKind.NumberSpelt, file, said.LineAt(number.Index, said.InAllLanguages), ("text", number.Value.Trim()));
        }
    }

    /// <summary>Nearly no text has a digit or the sign of a section.</summary>
    private static bool MayHave(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsDigit(letter) || letter == '§')
            {
                return true;
            }
        }

        return false;
    }

    // Eight digits in a row or in the usual groups, also with full stops or hyphens (a date has no such two in its
    // year); five-digit numbers, the police's spelt out; 116 and three more; the short emergency numbers; a section by
    // its sign or by a word before the number.
    [GeneratedRegex(
        @"(\+47[ \u00A0]?|\b)(\d\d[ \u00A0]?\d\d[ \u00A0]?\d\d[ \u00A0]?\d\d|\d{3}[ \u00A0]\d\d[ \u00A0]\d{3}|\d\d(?<mark>[.-])\d\d\k<mark>\d\d\k<mark>\d\d)\b"
        + @"|\b(\d{5}|0 ?2 ?8 ?0 ?0|116[ \u00A0]?\d{3}|11[023])\b|§+([ \u00A0]*\d+)?|\b(paragraf\w*|sections?)\s+\d+",
        RegexOptions.IgnoreCase)]
    private static partial Regex PhoneOrSection();
}
