using TenkTanken.Content;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>What was posted on coming back: a code or the token of what is open, marks on plans, and a new round's answers.</summary>
/// <param name="Action">Which button was pressed: one of the constants here or in <see cref="ChecklistForm"/>.</param>
/// <param name="Marks">By id of the planned step.</param>
public sealed record ComeBackForm(
    string Action,
    string? Code,
    string? Token,
    IReadOnlyDictionary<string, PlanState> Marks,
    Answers Answers,
    bool Understood)
{
    public const string CodeField = "code";

    public const string Open = "open";
    public const string ShowPlans = "show-plans";
    public const string Mark = "mark";
    public const string NewRound = "new-round";
    public const string Forget = "forget";

    private const string MarkPrefix = "mark-";

    private static readonly string[] OwnActions = [Open, ShowPlans, Mark, NewRound, Forget];

    private static readonly Dictionary<string, PlanState> Values = new()
    {
        ["planned"] = PlanState.Planned,
        ["done"] = PlanState.Done,
        ["not-done"] = PlanState.NotDone,
        ["no-longer-relevant"] = PlanState.NoLongerRelevant,
    };

    public static string FieldOf(string plan) => MarkPrefix + plan;

    public static string ValueOf(PlanState state) => Values.First(value => value.Value == state).Key;

    /// <summary>Reads what can be read, as <see cref="ChecklistForm.Read"/> does, which reads its own fields here too.</summary>
    public static ComeBackForm Read(IFormCollection form, ContentLibrary library, Language language)
    {
        var action = form[ChecklistForm.ActionField] is [{ } pressed] && OwnActions.Contains(pressed) ? pressed : null;
        var marks = new Dictionary<string, PlanState>();
        var understood = true;
        foreach (var (field, values) in form.Where(field => field.Key.StartsWith(MarkPrefix, StringComparison.Ordinal)))
        {
            var plan = field[MarkPrefix.Length..];
            if (values is [{ } value] && Values.TryGetValue(value, out var state) && IsPlanned(plan, library, language))
            {
                marks[plan] = state;
            }
            else
            {
                understood = false;
            }
        }

        var checklist = ChecklistForm.Read(new FormCollection(form.Where(field => !IsOwn(field.Key, action)).ToDictionary()), library, language);

        return new ComeBackForm(
            action ?? (form.ContainsKey(ChecklistForm.ActionField) ? checklist.Action : Open),
            form[CodeField].FirstOrDefault(),
            checklist.Token,
            marks,
            checklist.Answers,
            understood && checklist.Understood);
    }

    // A step of whatever edition: the session may be from an earlier one.
    private static bool IsPlanned(string plan, ContentLibrary library, Language language) =>
        library.Editions.Values.Any(edition => edition.ToFillIn(language)?.Checklist.Plan(plan) is not null);

    private static bool IsOwn(string field, string? action) =>
        field == CodeField
        || field.StartsWith(MarkPrefix, StringComparison.Ordinal)
        || (field == ChecklistForm.ActionField && action is not null);
}
