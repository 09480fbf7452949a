using System.Text.RegularExpressions;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// What reaches the reader has no mark in it that was meant for a program: on pages once Markdown has taken out its own, and
/// in titles, texts and the words of facts, which are no Markdown, at all. A mark that is to be seen is escaped with a backslash.
/// </summary>
internal sealed partial class NoMarkIsShown : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        var braces = new Braces(content.Facts.Select(fact => fact.Fact.Id).ToHashSet(), [.. content.Site.Languages.Select(language => language.Code)]);
        foreach (var (_, page, _) in content.WrittenPages)
        {
            foreach (var shown in ShownText.On(page))
            {
                Tell(page.File, [.. Marks.In(shown)], braces.In(shown), problems);
            }

            foreach (var (text, line) in new[] { (page.Title, page.TitleLine), (page.Description, page.DescriptionLine) })
            {
                // Facts and words of another language in these, another rule names.
                Plain(text, line, page.File, mark => !NamedAlready().IsMatch(mark.Text), isLink: false);
            }
        }

        foreach (var texts in content.Texts)
        {
            foreach (var (_, text, line) in texts.Map.Texts())
            {
                // {count} is filled in; and what else is written so, other rules name.
                Plain(text, line, texts.File, mark => !Placeholder().IsMatch(mark.Text) && !NamedAlready().IsMatch(mark.Text), isLink: false);
            }
        }

        foreach (var fact in content.Facts)
        {
            // {value} and {nb:words} are filled in. The words of a fact with an address are a link, and may say where to.
            foreach (var (_, text, line) in fact.Map.Texts().Where(text => text.Key == "value" || text.Key.StartsWith("words.", StringComparison.Ordinal)))
            {
                Plain(text, line, fact.File, mark => mark.Kind is not (ProblemKind.BracesLeft or ProblemKind.LanguageMiswritten),
                    isLink: fact.Fact.Address is not null);
            }
        }

        void Plain(string text, int line, string file, Func<FoundMark, bool> isFault, bool isLink)
        {
            // Brackets may be words there, since nothing in them can be a link.
            var shown = ShownText.Of(text, line);
            var marks = Marks.In(shown).Where(mark => mark.Kind != ProblemKind.BracketsLeft && !(isLink && mark.Kind == ProblemKind.AddressBare));
            Tell(file, [.. marks], braces.In(shown).Where(found => isFault(found.Mark)), problems);
        }
    }

    private static void Tell(string file, List<FoundMark> marks, IEnumerable<(FoundMark Mark, string Instead)> braces, ProblemList problems)
    {
        // [fact:rosa] is no link, and in what is told of already, a brace is part of it: ##Tekst {#id}.
        var found = braces.ToList();
        marks.RemoveAll(mark => mark.Kind == ProblemKind.BracketsLeft && found.Exists(brace => brace.Mark.Overlaps(mark)));
        foreach (var (mark, instead) in found.Where(brace => !marks.Exists(brace.Mark.Overlaps)))
        {
            problems.Add(mark.Kind, file, mark.Line, ("text", mark.Text), ("instead", instead));
        }

        foreach (var mark in marks)
        {
            (string, string)[] details = [("text", mark.Text), ("escaped", mark.Escaped)];
            if (mark.Certain)
            {
                problems.Add(mark.Kind, file, mark.Line, details);
            }
            else
            {
                problems.Advise(mark.Kind, file, mark.Line, details);
            }
        }
    }

    [GeneratedRegex(@"\A\{[a-z]+\}\z")]
    private static partial Regex Placeholder();

    /// <summary>What <see cref="TitlesAndHeadingsAreWords"/> finds.</summary>
    [GeneratedRegex(@"\A\{[a-z]+:[^{}]*\}\z")]
    private static partial Regex NamedAlready();
}
