using TenkTanken.Content;
using TenkTanken.Content.Comparing;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>
/// How the questions differ between rounds of different editions. Said in words wherever answers are compared: another
/// answer to another question says nothing about the person.
/// </summary>
public sealed class RoundQuestions
{
    private readonly ContentLibrary _library;
    private readonly Language _language;
    private readonly IReadOnlyList<Round> _rounds;
    private readonly List<Edition> _oldestFirst;
    private readonly Dictionary<(string Older, string Newer), EditionChanges> _between = [];

    public RoundQuestions(ContentLibrary library, IReadOnlyList<Round> rounds, Language language)
    {
        (_library, _rounds, _language) = (library, rounds, language);

        // By age and not in the order of the rounds: a page that was open when an edition came out saves one of the edition before.
        _oldestFirst =
        [
            .. rounds.Where(round => library.WordsOf(round, language) is not null)
                .Select(round => library.Editions[round.Edition])
                .Distinct()
                .OrderBy(edition => library.Before(edition).Count()),
        ];
    }

    /// <summary>The rounds are of more than one edition that this server knows.</summary>
    public bool Differ => _oldestFirst.Count > 1;

    /// <summary>Whether the round's checklist had the sign. Of an edition that is not on this server nobody can say that it had not.</summary>
    public bool Asked(string sign, Round round) => EditionOf(round) is not { } edition || edition.Signs.Contains(sign);

    /// <summary>Why the round's checklist did not have the sign; null where it had it, or where nobody knows.</summary>
    public QuestionChange? Missing(string sign, Round round)
    {
        if (EditionOf(round) is not { } edition || edition.Signs.Contains(sign))
        {
            return null;
        }

        var at = _oldestFirst.IndexOf(edition);

        return _oldestFirst.Take(at).LastOrDefault(older => older.Signs.Contains(sign)) is { } before ? Between(before, edition, sign)
            : _oldestFirst.Skip(at).FirstOrDefault(newer => newer.Signs.Contains(sign)) is { } after ? Between(edition, after, sign)
            : null;
    }

    /// <summary>Each time the sign got other words from one of the rounds' editions to the next, the oldest first.</summary>
    public IEnumerable<QuestionChange> Rewordings(string sign) =>
        _oldestFirst.Zip(_oldestFirst.Skip(1))
            .Select(step => Between(step.First, step.Second, sign))
            .OfType<QuestionChange>()
            .Where(change => change.Kind == EditionChange.Reworded);

    /// <summary>
    /// What is another question in the last round than the one its answer is compared with (<see cref="Comparison"/>): the
    /// last that was answered, or else that of the round before.
    /// </summary>
    public IEnumerable<QuestionChange> OfLast()
    {
        var (last, before) = (_rounds[^1], _rounds[^2]);
        var signs = (EditionOf(last)?.Signs ?? []).Union(EditionOf(before)?.Signs ?? []);

        return signs
            .Select(sign => ApartFrom(_rounds.SkipLast(1).LastOrDefault(round => round.Signs.ContainsKey(sign)) ?? before, last, sign))
            .OfType<QuestionChange>();
    }

    private QuestionChange? ApartFrom(Round one, Round other, string sign)
    {
        if (EditionOf(one) is not { } first || EditionOf(other) is not { } second || first == second)
        {
            return null;
        }

        return _oldestFirst.IndexOf(first) < _oldestFirst.IndexOf(second) ? Between(first, second, sign) : Between(second, first, sign);
    }

    private QuestionChange? Between(Edition older, Edition newer, string sign)
    {
        if (ChangesBetween(older, newer).OfSign(sign) is not { } change)
        {
            return null;
        }

        return new QuestionChange(
            sign,
            change.Kind,
            CameWith(change, older, newer).Id,
            TitleIn(change.Kind == EditionChange.TakenAway ? older : newer),
            change.TitleReworded && change.Kind == EditionChange.Reworded ? TitleIn(older) : null);

        InWords<string> TitleIn(Edition edition)
        {
            var words = edition.In(_language);

            return new(words.Section(sign)!.Title, words.Language);
        }
    }

    /// <summary>There may be editions in between that no round is of: the last of them that made the change.</summary>
    private Edition CameWith(SectionChange change, Edition older, Edition newer)
    {
        List<Edition> newestFirst = [newer, .. _library.Before(newer)];
        var steps = newestFirst.Zip(newestFirst.Skip(1)).Take(newestFirst.IndexOf(older));

        return steps.FirstOrDefault(step => ChangesBetween(step.Second, step.First).OfSign(change.Id)?.Kind == change.Kind).First ?? newer;
    }

    private EditionChanges ChangesBetween(Edition older, Edition newer)
    {
        if (!_between.TryGetValue((older.Id, newer.Id), out var changes))
        {
            changes = EditionChanges.Between(older, newer, _language);
            _between[(older.Id, newer.Id)] = changes;
        }

        return changes;
    }

    private Edition? EditionOf(Round round) => _oldestFirst.FirstOrDefault(edition => edition.Id == round.Edition);
}

/// <param name="Edition">The one that brought the change.</param>
/// <param name="Title">As it is after the change; of a sign that was taken away, as it was.</param>
/// <param name="Before">As it was, where the sign itself says something else now. Null: at most what is explained below it does.</param>
public sealed record QuestionChange(string Sign, EditionChange Kind, string Edition, InWords<string> Title, InWords<string>? Before);
