using TenkTanken.Data;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>The code is asked for.</summary>
/// <param name="Why">It is asked for again, and why.</param>
public sealed record CodeScreen(Refusal? Why = null) : Screen
{
    /// <summary>What was marked before it turned out that the code must be typed again.</summary>
    public IReadOnlyDictionary<string, PlanState> Marks { get; init; } = new Dictionary<string, PlanState>();

    /// <summary>How many letters and digits were typed, which is all that is said of it again.</summary>
    public int Typed { get; init; }
}

/// <summary>What was saved.</summary>
public sealed record SavedSessionScreen(OpenedSession Opened, string Token, Outcome? Outcome = null) : Screen;

/// <summary>What became of the plans is marked.</summary>
/// <param name="Marks">What is marked on the page and not saved; other plans stand as they were saved.</param>
public sealed record PlanMarksScreen(OpenedSession Opened, string Token, IReadOnlyDictionary<string, PlanState> Marks) : Screen
{
    public override bool IsTickedOn => true;

    /// <summary>How a save ended that did not go well.</summary>
    public SaveResult? NotSaved { get; init; }

    public bool NotUnderstood { get; init; }
}

public sealed record ForgottenScreen : Screen;

/// <summary>Why nothing was opened.</summary>
public enum Refusal
{
    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>What was typed is no code, whatever is saved.</summary>
    NoCode,

    WrongCode,

    /// <summary>Nobody can say: a key is gone. The same for every code that opens nothing.</summary>
    CannotOpen,

    TooMany,
    TooLate,
}

/// <summary>What was done before the session is shown again.</summary>
public enum Outcome
{
    Marked,
    RoundSaved,
    NotForgotten,
}
