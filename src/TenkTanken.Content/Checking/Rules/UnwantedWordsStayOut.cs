using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// The words we avoid, those we do not say to the person, and those that tell from afar what the site is about, stand
/// nowhere. A withdrawn edition keeps the words of its time, but not in what is large.
/// </summary>
internal sealed class UnwantedWordsStayOut : IRule
{
    /// <summary>What is said to the person.</summary>
    private static readonly IReadOnlyList<string> ToThePerson = ["say", "line"];

    /// <summary>Names words in order to warn of them.</summary>
    private const string WarningPart = "avoid";

    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var wording in content.Wordings)
        {
            var anywhere = new UnwantedWords(wording.Avoid);
            var toThePerson = new UnwantedWords(wording.ToThePerson);
            var inTitles = new UnwantedWords(wording.InTitles);
            foreach (var (file, line) in UnwantedWords.LinesIn(content, wording.Language, edition => edition.Structure.Status != EditionStatus.Withdrawn))
            {
                Find(line.Part == WarningPart ? null : anywhere, ProblemKind.WordToAvoid, file, line, problems);
                Find(ToThePerson.Contains(line.Part) ? toThePerson : null, ProblemKind.WordToThePerson, file, line, problems);
            }

            foreach (var (file, line) in UnwantedWords.LinesIn(content, wording.Language, _ => true))
            {
                Find(line.Kind is ProseKind.Title or ProseKind.Address or ProseKind.Heading ? inTitles : null, ProblemKind.WordInTitle, file, line, problems);
            }
        }
    }

    private static void Find(UnwantedWords? words, ProblemKind kind, string file, Prose line, ProblemList problems)
    {
        foreach (var (found, instead) in words?.In(line.Text) ?? [])
        {
            problems.Add(kind, file, line.Line, ("word", found), ("instead", instead));
        }
    }
}
