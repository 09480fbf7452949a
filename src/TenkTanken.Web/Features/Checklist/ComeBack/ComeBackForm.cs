using TenkTanken.Content;
using TenkTanken.Data;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>What was posted on coming back: a code or the token of what is open, marks on plans, and a new round's answers.</summary>
/// <param name="Action">Which button was pressed: one of the constants here or in <see cref="ChecklistForm"/>; null: one nobody knows.</param>
public sealed record ComeBackForm(string? Action, string? Code, Carried Carried, Answers Answers, bool Understood)
{
    public const string CodeField = "code";

    public const string Open = "open";
    public const string ShowPlans = "show-plans";
    public const string Mark = "mark";
    public const string NewRound = "new-round";
    public const string Forget = "forget";

    private const string MarkPrefix = "mark-";

    private static readonly IReadOnlyCollection<string> Actions = [Open, ShowPlans, Mark, NewRound, Forget, .. ChecklistForm.Actions];

    private static readonly Dictionary<string, PlanState> Values = new()
    {
        ["planned"] = PlanState.Planned,
        ["done"] = PlanState.Done,
        ["not-done"] = PlanState.NotDone,
        ["no-longer-relevant"] = PlanState.NoLongerRelevant,
    };

    public string? Token => Carried.Token;

    /// <summary>By id of the planned step.</summary>
    public IReadOnlyDictionary<string, PlanState> Marks => Carried.Marks;

    public static string FieldOf(string plan) => MarkPrefix + plan;

    public static string ValueOf(PlanState state) => Values.First(value => value.Value == state).Key;

    public static ComeBackForm Read(FormFields fields, ContentLibrary library, Language language)
    {
        // Steps of whatever edition: the session may be from an earlier one.
        var known = library.Editions.Values.SelectMany(edition => edition.ToFillIn(language)?.Checklist.Plans ?? []).Select(plan => plan.Id).ToHashSet();
        var marks = new Dictionary<string, PlanState>();
        foreach (var plan in fields.NamesAfter(MarkPrefix).Where(known.Contains))
        {
            if (fields.Choice(FieldOf(plan), Values) is { } state)
            {
                marks[plan] = state;
            }
        }

        var action = fields.Has(ChecklistForm.ActionField) ? fields.Choice(ChecklistForm.ActionField, Actions) : Open;
        var code = fields.Text(CodeField);
        var carried = new Carried(fields.Text(ChecklistForm.TokenField), marks);
        var answers = ChecklistForm.Answers(fields, library, language);

        return new ComeBackForm(action, code, carried, answers, fields.Understood);
    }
}
