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
    private static readonly IReadOnlyList<PartKind?> ToThePerson = [PartKind.Say, PartKind.Line];

    /// <summary>Names words in order to warn of them.</summary>
    private const PartKind WarningPart = PartKind.Avoid;

    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var wording in content.Wordings)
        {
            var anywhere = new UnwantedWords(wording.Avoid);
            var toThePerson = new UnwantedWords(wording.ToThePerson);
            var inTitles = new UnwantedWords(wording.InTitles);
            var withdrawn = content.Pages.Where(at => at.Edition.Structure.Status == EditionStatus.Withdrawn).Select(at => at.Page.File).ToHashSet();
            foreach (var (file, said) in UnwantedWords.SaidIn(content, wording.Language))
            {
                var isLarge = said.Kind is ProseKind.Title or ProseKind.Address or ProseKind.Heading;
                var isOld = withdrawn.Contains(file);

                // Whoever looks over the shoulder reads every language.
                var graver = isLarge ? Add(inTitles, ProblemKind.WordInTitle, said.InAllLanguages)
                    : ToThePerson.Contains(said.Part) && !isOld ? Add(toThePerson, ProblemKind.WordToThePerson, said.Text)
                    : [];
                if (!isOld && said.Part != WarningPart)
                {
                    Add(anywhere, ProblemKind.WordToAvoid, said.Text, but: graver);
                }

                List<string> Add(UnwantedWords words, ProblemKind kind, string text, IReadOnlyList<string>? but = null)
                {
                    // One word is one problem, the graver one.
                    var found = words.In(text).Where(word => but?.Contains(word.Text) != true).ToList();
                    foreach (var word in found)
                    {
                        problems.Add(kind, file, said.LineAt(word.Index, text), ("word", word.Text), ("instead", word.Instead));
                    }

                    return [.. found.Select(word => word.Text)];
                }
            }
        }
    }
}
