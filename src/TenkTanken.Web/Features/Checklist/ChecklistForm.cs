using TenkTanken.Content;
using TenkTanken.Data;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Checklist;

/// <summary>The names and values of the form's fields, and reading the answers back.</summary>
public static class ChecklistForm
{
    public const string Name = "checklist";
    public const string EditionField = "edition";
    public const string PlansField = "plans";
    public const string TokenField = "token";

    /// <summary>Which button was pressed.</summary>
    public const string ActionField = "do";
    public const string Reflect = "reflect";
    public const string Change = "change";
    public const string Save = "save";

    public static readonly IReadOnlyCollection<string> Actions = [Reflect, Change, Save];

    /// <summary>How an answer stands in a field. Empty is "not considered", which is the answer nobody has to give.</summary>
    private static readonly Dictionary<string, SignAnswer> Values = new()
    {
        ["noticed"] = SignAnswer.Noticed,
        ["unsure"] = SignAnswer.Unsure,
        ["not-noticed"] = SignAnswer.NotNoticed,
    };

    public static string FieldOf(Sign sign) => "sign-" + sign.Id;

    public static string ValueOf(SignAnswer? answer) => Values.FirstOrDefault(value => value.Value == answer).Key ?? "";

    public static Answers Answers(FormFields fields, ContentLibrary library, Language language)
    {
        var editions = library.Editions.Values.Where(known => known.ToFillIn(language) is not null).Select(known => known.Id).ToList();
        var edition = fields.Has(EditionField) ? fields.Choice(EditionField, editions) ?? library.Current.Id : library.Current.Id;
        var checklist = library.Editions[edition].ToFillIn(language)!.Checklist;
        var signs = new Dictionary<string, SignAnswer>();
        foreach (var sign in checklist.Signs)
        {
            if (fields.Choice(FieldOf(sign), Values) is { } answer)
            {
                signs[sign.Id] = answer;
            }
        }

        return new Answers(edition, signs, fields.Several(PlansField, checklist.Plans.Select(plan => plan.Id)));
    }
}
