using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// Every character is what a reader sees: none is invisible, none is shown as a box, and no letter is written with another.
/// Otherwise nobody finds the word by searching, a screen reader says it wrongly, and the check does not know it again.
/// </summary>
internal sealed class EveryCharacterIsSeen : IRule
{
    /// <summary>In one file. Whoever has more pastes it again from somewhere else, rather than mending each.</summary>
    private const int Most = 100;

    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, page, _) in content.WrittenPages)
        {
            Find(page.Text, page.Text, page.File, 1, problems);

            // One more way to write it.
            foreach (var entity in page.Text.Contains('&') ? page.Document.Descendants<HtmlEntityInline>() : [])
            {
                Find(entity.Transcoded.ToString(), entity.Original.ToString(), page.File, entity.Line + 1, problems);
            }
        }

        CheckYaml(content.SiteMap, SiteFile.Name, problems);
        foreach (var texts in content.Texts)
        {
            CheckYaml(texts.Map, texts.File, problems);
        }

        foreach (var edition in content.Editions)
        {
            CheckYaml(edition.Map, edition.File, problems);
        }

        foreach (var lesson in content.Lessons.All)
        {
            CheckYaml(lesson.Map, lesson.File, problems);
        }

        foreach (var file in content.Facts.GroupBy(fact => fact.File))
        {
            CheckYaml(file.First().Whole, file.Key, problems);
        }
    }

    private static void CheckYaml(YamlMap map, string file, ProblemList problems)
    {
        Find(map.FileText, map.FileText, file, 1, problems);

        // A value in quotation marks may have it as an escape, which the text of the file does not show.
        foreach (var (_, text, line) in map.FileText.Contains('\\') ? map.Texts() : [])
        {
            foreach (var odd in OddCharacters.In(text).Where(odd => !map.FileText.Contains(text.Substring(odd.Index, odd.Length), StringComparison.Ordinal)))
            {
                Tell(odd, text, file, line, problems);
            }
        }
    }

    /// <param name="written">What stands in the file.</param>
    private static void Find(string text, string written, string file, int line, ProblemList problems)
    {
        var (at, told) = (0, new HashSet<(int, ProblemKind, string)>());
        foreach (var odd in OddCharacters.In(text))
        {
            line += text.AsSpan(at, odd.Index - at).Count('\n');
            at = odd.Index;
            if (told.Count < Most && told.Add((line, odd.Kind, odd.Text)))
            {
                Tell(odd, text, file, line, problems, written == text ? null : written);
            }
        }
    }

    private static void Tell(OddCharacter odd, string text, string file, int line, ProblemList problems, string? written = null) =>
        problems.Add(
            odd.Kind,
            file,
            line,
            ("code", $"U+{char.ConvertToUtf32(text, odd.Index):X4}"),
            ("text", written ?? odd.Text),
            ("instead", odd.Instead));
}
