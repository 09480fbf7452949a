using TenkTanken.Content;
using TenkTanken.Data;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>
/// What a post on coming back leads to. Nothing that was ticked is lost on the way: what cannot be saved now stands on the next
/// screen again.
/// </summary>
public sealed class ComeBackHandler(ContentLibrary library, Sessions sessions, OpenedToken openedTokens, SaveToken saveTokens, FailedLookUps failedLookUps)
{
    public async Task<Screen> AnswerAsync(FormFields fields, Language language)
    {
        var form = ComeBackForm.Read(fields, library, language);
        var opened = openedTokens.Read(form.Token);

        return form.Action switch
        {
            ComeBackForm.Open => await OpenAsync(form),
            ComeBackForm.ShowPlans or ComeBackForm.Mark or ComeBackForm.Forget when opened is not { IsLate: false } => Refuse(form, Refusal.TooLate),
            ComeBackForm.ShowPlans => await ShowPlansAsync(form, opened!.PendingSave.Code),
            ComeBackForm.Mark => await MarkAsync(form, opened!.PendingSave.Code),
            ComeBackForm.Forget => await ForgetAsync(opened!.PendingSave.Code),
            ChecklistForm.Save when form.Understood => await SaveAsync(form, opened),
            ChecklistForm.Reflect when form.Understood => Reflect(form, Again(opened, form)) with { Late = opened is not { IsLate: false } },
            _ => Ask(form, Again(opened, form)),
        };
    }

    private async Task<Screen> OpenAsync(ComeBackForm form)
    {
        var (found, refused) = await LookUpAsync(form.Code);

        return found is not var (code, session) ? Refuse(form, refused)
            : form.Marks.Count == 0 ? Remember(code, session)
            : Mark(code, session, form);
    }

    /// <summary>
    /// What cannot be a code is told from a code that opens nothing: nobody is to believe that all is lost because of a
    /// symbol too few. It can be told from the text alone, so it tells nothing of what is saved, or was.
    /// </summary>
    private async Task<(Found? Found, Refusal Refused)> LookUpAsync(string? typed)
    {
        var codes = ReturnCode.In(typed);
        foreach (var code in codes)
        {
            if (await failedLookUps.LookUpAsync(() => sessions.OpenAsync(code)) is { } session)
            {
                return (new Found(code, session), default);
            }
        }

        return (null, string.IsNullOrWhiteSpace(typed) ? Refusal.Empty : codes.Count == 0 ? Refusal.NoCode : await NotFoundAsync(codes));
    }

    private async Task<Screen> ShowPlansAsync(ComeBackForm form, ReturnCode code) =>
        await sessions.OpenAsync(code) is { } session ? Mark(code, session, form) : Refuse(form, await GoneAsync([code]));

    private async Task<Screen> MarkAsync(ComeBackForm form, ReturnCode code)
    {
        var result = form.Understood ? await sessions.ContinueAsync(code, form.Marks) : null;
        if (await sessions.OpenAsync(code) is not { } session)
        {
            return Refuse(form, await GoneAsync([code]));
        }

        return result switch
        {
            Saved => Remember(code, session, Outcome.Marked),
            null => Mark(code, session, form) with { NotUnderstood = true, Status = StatusCodes.Status400BadRequest },
            _ => Mark(code, session, form) with { NotSaved = result, Status = result.Status() },
        };
    }

    private async Task<Screen> ForgetAsync(ReturnCode code) =>
        await sessions.ForgetAsync(code) == ForgetResult.Gone || await sessions.OpenAsync(code) is not { } session
            ? new ForgottenScreen()
            : Remember(code, session, Outcome.NotForgotten) with { Status = StatusCodes.Status503ServiceUnavailable };

    private async Task<Screen> SaveAsync(ComeBackForm form, Opened? opened)
    {
        if (opened is { IsLate: false })
        {
            return await SaveAsync(form, opened.PendingSave);
        }

        var late = Reflect(form, form.Token) with { Late = true };
        if (string.IsNullOrWhiteSpace(form.Code))
        {
            return late with { Refused = Refusal.TooLate, Status = StatusOf(Refusal.TooLate) };
        }

        var (found, refused) = await LookUpAsync(form.Code);
        if (found is null)
        {
            return late with { Refused = refused, Status = StatusOf(refused) };
        }

        // What was drawn when it was opened goes on, so that a save whose answer was lost is known again.
        return await SaveAsync(form, found.Code == opened?.PendingSave.Code ? opened.PendingSave : PendingSave.For(found.Code));
    }

    private async Task<Screen> SaveAsync(ComeBackForm form, PendingSave pending)
    {
        var result = await sessions.ContinueAsync(pending.Code, form.Marks, pending.Round(form.Answers));
        if (result is Saved && await sessions.OpenAsync(pending.Code) is { } session)
        {
            return Remember(pending.Code, session, Outcome.RoundSaved);
        }

        return result switch
        {
            NotSaved { Reason: NotSavedReason.TooManyRounds } => BeginAnew(form) with { NotSaved = result, Status = result.Status() },
            // Saved, and forgotten in the moment after: the same to her.
            NotSaved { Reason: NotSavedReason.Gone } or Saved => BeginAnew(form),
            _ => Reflect(form, openedTokens.Write(pending)) with { NotSaved = result, Status = result.Status() },
        };
    }

    private static QuestionsScreen Ask(ComeBackForm form, string? token) => new(form.Answers, form.Carried with { Token = token })
    {
        AddsRound = true,
        NotUnderstood = !form.Understood,
        Status = form.Understood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static ReflectionScreen Reflect(ComeBackForm form, string? token) =>
        new(form.Answers, form.Carried with { Token = token }) { AddsRound = true };

    private ReflectionScreen BeginAnew(ComeBackForm form) => new(form.Answers, Carried.Only(saveTokens.Write(PendingSave.Now())))
    {
        BeginsAnew = true,
        Status = StatusCodes.Status409Conflict,
    };

    private SavedSessionScreen Remember(ReturnCode code, OpenedSession session, Outcome? outcome = null) =>
        new(session, NewToken(code), outcome);

    private PlanMarksScreen Mark(ReturnCode code, OpenedSession session, ComeBackForm form) => new(session, NewToken(code), form.Marks);

    /// <summary>
    /// With something newly drawn each time: what is filled in from here is another round, also when it says the same,
    /// while a save sent again still carries what was drawn for it.
    /// </summary>
    private string NewToken(ReturnCode code) => openedTokens.Write(PendingSave.For(code));

    /// <summary>A page that is in use stays open; one that was left alone for half an hour does not.</summary>
    private string? Again(Opened? opened, ComeBackForm form) =>
        opened is { IsLate: false } ? openedTokens.Write(opened.PendingSave) : form.Token;

    private async Task<Refusal> NotFoundAsync(IReadOnlyList<ReturnCode> codes) => failedLookUps.Allow() ? await GoneAsync(codes) : Refusal.TooMany;

    private async Task<Refusal> GoneAsync(IReadOnlyList<ReturnCode> codes) => await sessions.CannotTellAsync(codes) ? Refusal.CannotOpen : Refusal.WrongCode;

    private static CodeScreen Refuse(ComeBackForm form, Refusal refusal) => new(refusal)
    {
        Marks = form.Marks,
        Typed = form.Code?.Count(char.IsLetterOrDigit) ?? 0,
        Status = StatusOf(refusal),
    };

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.TooMany => StatusCodes.Status429TooManyRequests,
        Refusal.CannotOpen => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>What a typed code opens.</summary>
    private sealed record Found(ReturnCode Code, OpenedSession Session);
}
