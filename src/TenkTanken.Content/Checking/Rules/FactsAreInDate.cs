using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// Every fact was checked, and is checked again in time. That each has words in every language, a source and its dates,
/// the reading itself has seen to. An old fact is advice: the page tells its readers, and other mending must not wait for it.
/// </summary>
internal sealed class FactsAreInDate : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var (fact, file, map, _) in content.Facts)
        {
            if (fact.Checked == default || fact.CheckAgain == default)
            {
                continue;
            }

            if (fact.CheckAgain <= fact.Checked)
            {
                problems.Add(ProblemKind.FactDates, file, map.LineOf("check-again"), ("id", fact.Id));
            }
            else if (content.Today is { } today && fact.Checked > today)
            {
                problems.Add(ProblemKind.FactCheckedLater, file, map.LineOf("checked"), ("id", fact.Id), ("date", $"{fact.Checked:yyyy-MM-dd}"));
            }
            else if (content.Today is { } day && fact.IsOverdue(day))
            {
                problems.Add(ProblemKind.FactOverdue, file, map.LineOf("check-again"), ("id", fact.Id), ("date", $"{fact.CheckAgain:yyyy-MM-dd}"));
            }
        }
    }
}
