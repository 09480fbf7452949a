using System.Globalization;
using System.Text.RegularExpressions;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// A busy nurse understands at once: no page is heavy, and no sentence goes on for long. Advice only: the measure counts
/// letters, and a person reads.
/// </summary>
internal sealed partial class TextsAreEasyToRead : IRule
{
    /// <summary>
    /// Björnsson's LIX (Läsbarhet, 1968): words to a sentence, and how many in a hundred have more than six letters. 45 and
    /// more is official prose.
    /// </summary>
    private const double MaxLix = 45;

    /// <summary>The measure says nothing of a few words.</summary>
    private const int LeastWords = 60;

    private const int LongWord = 6;

    private const int MaxWords = 30;

    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (_, page, _) in content.WrittenPages.Where(at => !at.IsLocked))
        {
            var (words, longWords, sentences) = (0, 0, 0);
            foreach (var said in page.Prose.Where(said => said.Kind == ProseKind.Body))
            {
                foreach (var sentence in Sentence().EnumerateSplits(said.Text))
                {
                    var own = Word().Matches(said.Text[sentence]);
                    if (own.Count == 0)
                    {
                        continue;
                    }

                    words += own.Count;
                    longWords += own.Count(word => word.Length > LongWord);
                    sentences++;
                    if (own.Count > MaxWords)
                    {
                        problems.Add(ProblemKind.SentenceTooLong, page.File, said.LineAt(sentence.Start.Value, said.Text), ("count", $"{own.Count}"),
                            ("limit", $"{MaxWords + 1}"));
                    }
                }
            }

            if (words >= LeastWords && LixOf(words, longWords, sentences) is > MaxLix and var level)
            {
                problems.Add(ProblemKind.HardToRead, page.File, 0, ("level", level.ToString("0", CultureInfo.InvariantCulture)), ("limit", $"{MaxLix:0}"));
            }
        }
    }

    private static double LixOf(int words, int longWords, int sentences) => ((double)words / sentences) + (100.0 * longWords / words);

    [GeneratedRegex(@"(?<=[.!?:])\s+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’-]*")]
    private static partial Regex Word();
}
