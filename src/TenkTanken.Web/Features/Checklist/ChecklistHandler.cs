using TenkTanken.Content;
using TenkTanken.Data;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Checklist;

/// <summary>What a post of the checklist leads to. Nothing is kept on the server before it is saved.</summary>
public sealed class ChecklistHandler(ContentLibrary library, Sessions sessions, SaveToken tokens)
{
    public async Task<Screen> AnswerAsync(FormFields fields, Language language)
    {
        var answers = ChecklistForm.Answers(fields, library, language);
        var token = fields.Text(ChecklistForm.TokenField);
        var action = fields.Has(ChecklistForm.ActionField) ? fields.Choice(ChecklistForm.ActionField, ChecklistForm.Actions) : ChecklistForm.Reflect;
        if (!fields.Understood)
        {
            return new QuestionsScreen(answers, Carried.Nothing) { NotUnderstood = true, Status = StatusCodes.Status400BadRequest };
        }

        return action switch
        {
            ChecklistForm.Change => new QuestionsScreen(answers, Carried.Nothing),
            ChecklistForm.Save => await SaveAsync(answers, tokens.Read(token)),
            _ => Reflect(answers, PendingSave.Now()),
        };
    }

    private async Task<Screen> SaveAsync(Answers answers, PendingSave pending)
    {
        var result = await sessions.SaveAsync(pending.Code, pending.Round(answers));
        if (result is Saved saved)
        {
            return new SavedScreen(pending.Code.Show(), saved.ForgottenAfter);
        }

        // Where there is no room for more, saving once more begins another.
        var next = result is NotSaved { Reason: NotSavedReason.TooManyRounds } ? PendingSave.Now() : pending;

        return Reflect(answers, next) with { NotSaved = result, Status = result.Status() };
    }

    private ReflectionScreen Reflect(Answers answers, PendingSave pending) => new(answers, Carried.Only(tokens.Write(pending)));
}
