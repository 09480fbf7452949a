using TenkTanken.Content;

namespace TenkTanken.Web.Features.Practice;

/// <summary>
/// How far somebody has come in practising. It is kept as a short text in the browser's own form and nowhere else, so
/// that neither a lost circuit nor a restarted server loses a tick.
/// </summary>
public sealed record PracticeState
{
    public static readonly PracticeState Start = new();

    /// <summary>More than anybody needs to undo. What is ticked is kept also beyond it, the way there is not.</summary>
    internal const int MostToggles = 60;

    private const string TheEnd = "*";

    private PracticeState()
    {
    }

    /// <summary>Id of the situation one is on. Empty: none is chosen yet.</summary>
    public string Case { get; private init; } = "";

    /// <summary>Sign ids in the order they were ticked or unticked: one that stands an odd number of times is ticked.</summary>
    public IReadOnlyList<string> Toggles { get; private init; } = [];

    /// <summary>Ids of the situations one has been through, in that order.</summary>
    public IReadOnlyList<string> Done { get; private init; } = [];

    public bool HasEnded { get; private init; }

    /// <summary>Reads what <see cref="Write"/> has written. It has been in the browser, so it may be anything: what is not known is left out.</summary>
    public static PracticeState Read(string? text, EditionWords words)
    {
        var fields = (text ?? "").Split('|');
        var at = fields[0];
        var situation = words.Case(at) is null ? "" : at;

        return new PracticeState
        {
            Case = situation,
            Toggles = situation.Length == 0 ? [] : Bounded(Ids(fields, 1).Where(id => words.Checklist.Sign(id) is not null)),
            Done = [.. Ids(fields, 2).Where(id => words.Case(id) is not null).Distinct()],
            HasEnded = at == TheEnd,
        };
    }

    /// <summary><c>situation|toggles|done</c>, each a list with commas. The script of the island adds to the toggles.</summary>
    public string Write() => $"{(HasEnded ? TheEnd : Case)}|{string.Join(',', Toggles)}|{string.Join(',', Done)}";

    public bool IsTicked(string sign) => Toggles.Count(id => id == sign) % 2 == 1;

    public PracticeState Choose(Case situation) => this with { Case = situation.Id, Toggles = [], HasEnded = false };

    /// <summary>As the checkboxes of a posted form say, for one who has no script.</summary>
    public PracticeState WithTicks(IReadOnlyCollection<string> ticked, EditionWords words)
    {
        var changed = words.Checklist.Signs.Select(sign => sign.Id).Where(id => ticked.Contains(id) != IsTicked(id));

        return this with { Toggles = Bounded(Toggles.Concat(changed)) };
    }

    /// <summary>Takes back the last tick, or the last taking away of one.</summary>
    public PracticeState Undo() => this with { Toggles = [.. Toggles.SkipLast(1)] };

    /// <summary>The situation that comes next: one that was not tried yet, or none.</summary>
    public Case? Following(EditionWords words)
    {
        var here = words.Cases.Select(situation => situation.Id).ToList().IndexOf(Case);

        return words.Cases.Skip(here + 1).Concat(words.Cases.Take(here + 1))
            .FirstOrDefault(situation => situation.Id != Case && !Done.Contains(situation.Id));
    }

    public PracticeState Next(EditionWords words) =>
        Following(words) is { } following ? (this with { Done = DoneNow }).Choose(following) : Finish();

    public PracticeState Finish() => this with { Case = "", Toggles = [], Done = DoneNow, HasEnded = true };

    public PracticeState ChooseAnother() => this with { Case = "", Toggles = [], HasEnded = false };

    private IReadOnlyList<string> DoneNow => Case.Length == 0 || Done.Contains(Case) ? Done : [.. Done, Case];

    private static string[] Ids(string[] fields, int at) => at < fields.Length ? fields[at].Split(',') : [];

    private static List<string> Bounded(IEnumerable<string> toggles)
    {
        var all = toggles.ToList();

        // Each ticked one once, in the order it was last touched.
        return all.Count <= MostToggles
            ? all
            : [.. all.GroupBy(id => id).Where(same => same.Count() % 2 == 1).Select(same => same.Key).OrderBy(all.LastIndexOf)];
    }
}
