using TenkTanken.Content;

namespace TenkTanken.Web.Features.Practice;

/// <summary>
/// The names of the form's fields, and reading a posted one. None of them is a name of the checklist's, so that what
/// was ticked in a story can never become an answer about somebody.
/// </summary>
public static class PracticeForm
{
    public const string Name = "practice";
    public const string StateField = "practice-state";
    public const string TickField = "practice-sign";

    /// <summary>The situation whose checkboxes stand in the form. Without it, none ticked would mean all taken away.</summary>
    public const string ShownField = "practice-shown";

    public const string ChooseField = "practice-choose";

    /// <summary>Which button was pressed.</summary>
    public const string StepField = "practice-step";
    public const string Show = "show";
    public const string Undo = "undo";
    public const string Next = "next";
    public const string Finish = "finish";
    public const string Another = "another";

    public static PracticeState Read(IFormCollection form, EditionWords words)
    {
        var state = PracticeState.Read(form[StateField].FirstOrDefault(), words);
        if (state.Case.Length > 0 && form[ShownField].FirstOrDefault() == state.Case)
        {
            state = state.WithTicks([.. form[TickField].OfType<string>()], words);
        }

        return words.Case(form[ChooseField].FirstOrDefault() ?? "") is { } chosen
            ? state.Choose(chosen)
            : After(form[StepField].FirstOrDefault(), state, words);
    }

    /// <summary>Where a button leads. One that is not known leads nowhere, and loses nothing.</summary>
    public static PracticeState After(string? step, PracticeState state, EditionWords words) => step switch
    {
        Undo => state.Undo(),
        Next => state.Next(words),
        Finish => state.Finish(),
        Another => state.ChooseAnother(),
        _ => state,
    };
}
