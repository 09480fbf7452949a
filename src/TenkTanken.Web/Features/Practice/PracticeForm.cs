namespace TenkTanken.Web.Features.Practice;

/// <summary>
/// The names of the form's fields. None of them is a name of the checklist's, so that what was ticked in a story can never
/// become an answer about somebody.
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
}
