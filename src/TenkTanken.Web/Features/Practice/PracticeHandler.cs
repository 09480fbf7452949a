using TenkTanken.Content;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Practice;

/// <summary>What a post leads to, and a press that a circuit answers.</summary>
public static class PracticeHandler
{
    public static PracticeScreen Answer(FormFields fields, EditionWords words)
    {
        var state = PracticeState.Read(fields.Text(PracticeForm.StateField), words);
        if (state.Case.Length > 0 && fields.Text(PracticeForm.ShownField) == state.Case)
        {
            state = state.WithTicks(fields.Several(PracticeForm.TickField, words.Checklist.Signs.Select(sign => sign.Id)), words);
        }

        return new PracticeScreen(words.Case(fields.Text(PracticeForm.ChooseField) ?? "") is { } chosen
            ? state.Choose(chosen)
            : After(fields.Text(PracticeForm.StepField), state, words));
    }

    /// <summary>Where a button leads. One that is not known leads nowhere, and loses nothing.</summary>
    public static PracticeState After(string? step, PracticeState state, EditionWords words) => step switch
    {
        PracticeForm.Undo => state.Undo(),
        PracticeForm.Next => state.Next(words),
        PracticeForm.Finish => state.Finish(),
        PracticeForm.Another => state.ChooseAnother(),
        _ => state,
    };
}

/// <summary>How far one has come. The stories are made up, so that each of them may be kept for Back: the page is the only place of the ticks.</summary>
public sealed record PracticeScreen(PracticeState State) : Screen
{
    public override bool IsTickedOn => true;
}
