using TenkTanken.Content;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist;

/// <summary>The names and values of the form's fields, and reading them back.</summary>
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

    private const string SignPrefix = "sign-";

    /// <summary>How an answer stands in a field. Empty is "not considered", which is the answer nobody has to give.</summary>
    private static readonly Dictionary<string, SignAnswer> Values = new()
    {
        ["noticed"] = SignAnswer.Noticed,
        ["unsure"] = SignAnswer.Unsure,
        ["not-noticed"] = SignAnswer.NotNoticed,
    };

    public static string FieldOf(Sign sign) => SignPrefix + sign.Id;

    public static string ValueOf(SignAnswer? answer) => Values.FirstOrDefault(value => value.Value == answer).Key ?? "";

    /// <summary>
    /// Reads what can be read. A field nobody knows, one sent twice and a value that is no answer make the whole not
    /// understood, and cost none of the rest.
    /// </summary>
    public static ReadForm Read(IFormCollection form, ContentLibrary library, Language language)
    {
        var understood = true;
        var edition = library.Editions.GetValueOrDefault(Only(form, EditionField, ref understood) ?? library.Current.Id);
        var words = edition?.ToFillIn(language);
        understood &= words is not null;
        edition = words is null ? library.Current : edition!;
        words ??= library.CurrentIn(language);

        var signs = new Dictionary<string, SignAnswer>();
        foreach (var sign in words.Checklist.Signs)
        {
            var value = Only(form, FieldOf(sign), ref understood);
            if (value is not null && Values.TryGetValue(value, out var answer))
            {
                signs[sign.Id] = answer;
            }
            else
            {
                understood &= string.IsNullOrEmpty(value);
            }
        }

        var sentPlans = form[PlansField].OfType<string>().ToList();
        var plans = words.Checklist.Plans.Select(plan => plan.Id).Where(sentPlans.Contains).ToList();
        var action = Only(form, ActionField, ref understood) ?? Reflect;
        understood &= sentPlans.Count == plans.Count;
        understood &= action is Reflect or Change or Save;
        understood &= form.Keys.All(field => IsKnown(field, words.Checklist));

        return new ReadForm(new Answers(edition.Id, signs, plans), action, form[TokenField].FirstOrDefault(), understood);
    }

    private static bool IsKnown(string field, Content.Checklist checklist) =>
        field is EditionField or PlansField or TokenField or ActionField or "_handler"
        || checklist.Signs.Any(sign => FieldOf(sign) == field);

    private static string? Only(IFormCollection form, string field, ref bool understood)
    {
        var values = form[field];
        understood &= values.Count <= 1;

        return values.Count == 1 ? values[0] : null;
    }
}

/// <param name="Action">Which button was pressed.</param>
/// <param name="Token">The protected token of the reflection, as it came.</param>
public sealed record ReadForm(Answers Answers, string Action, string? Token, bool Understood);
