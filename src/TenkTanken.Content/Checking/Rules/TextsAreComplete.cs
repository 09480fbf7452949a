using System.Text.RegularExpressions;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// Every text of every language fills in what the first language's does. That each key is there, and none besides, the
/// reading itself has seen to.
/// </summary>
internal sealed partial class TextsAreComplete : IRule
{
    private const string Months = "dates.months";
    private const int MonthsOfAYear = 12;

    public void Check(ContentSource content, ProblemList problems)
    {
        var first = content.Texts.FirstOrDefault(texts => texts.Language == content.Site.DefaultLanguage.Code);
        foreach (var texts in content.Texts)
        {
            CheckMonths(texts, content, problems);
            if (first is not null && texts != first)
            {
                Compare(first, texts, problems);
            }
        }
    }

    /// <summary>The one list whose length does not go by the first language: a month without a name stops the page that says it.</summary>
    private static void CheckMonths(TextSource texts, ContentSource content, ProblemList problems)
    {
        var count = texts.Texts.Dates.Months.Count;
        if (count != MonthsOfAYear && !problems.IsAbout(texts.File))
        {
            var whole = content.Texts.FirstOrDefault(other => other.Texts.Dates.Months.Count == MonthsOfAYear) ?? texts;
            var line = texts.Map.Texts().Where(text => text.Key == Months).Select(text => text.Line).FirstOrDefault(texts.Map.LineOf("dates"));
            problems.Add(ProblemKind.ListLength, texts.File, line, ("key", Months), ("count", $"{count}"), ("wanted", $"{MonthsOfAYear}"),
                ("language", whole.Language));
        }
    }

    private static void Compare(TextSource first, TextSource texts, ProblemList problems)
    {
        var own = texts.Map.Texts().ToLookup(text => text.Key);
        foreach (var wanted in first.Map.Texts().ToLookup(text => text.Key).Where(wanted => own.Contains(wanted.Key)))
        {
            var line = own[wanted.Key].First().Line;
            if (wanted.Key != Months && wanted.Count() != own[wanted.Key].Count())
            {
                problems.Add(ProblemKind.ListLength, texts.File, line, ("key", wanted.Key), ("count", $"{own[wanted.Key].Count()}"),
                    ("wanted", $"{wanted.Count()}"), ("language", first.Language));
            }

            var filled = NamesIn(wanted.Select(text => text.Text));
            var filledHere = NamesIn(own[wanted.Key].Select(text => text.Text));
            foreach (var name in filled.Except(filledHere))
            {
                problems.Add(ProblemKind.PlaceholderMissing, texts.File, line, ("key", wanted.Key), ("name", name), ("language", first.Language));
            }

            foreach (var name in filledHere.Except(filled))
            {
                problems.Add(ProblemKind.PlaceholderUnknown, texts.File, line, ("key", wanted.Key), ("name", name));
            }
        }
    }

    private static HashSet<string> NamesIn(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Name().Matches(text)).Select(match => match.Value)];

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Name();
}
