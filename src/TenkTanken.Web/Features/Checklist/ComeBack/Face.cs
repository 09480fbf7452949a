using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>What the page of coming back shows. It is one form whatever it shows, and each face carries on what was filled in.</summary>
public abstract record Face
{
    /// <summary>The status of the answer.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Something can be ticked on it that going away and Back must not lose.</summary>
    public virtual bool IsTickedOn => false;
}

/// <summary>The code is asked for.</summary>
/// <param name="Why">It is asked for again, and why.</param>
public sealed record Asking(Refusal? Why = null) : Face
{
    /// <summary>What was marked before it turned out that the code must be typed again.</summary>
    public IReadOnlyDictionary<string, PlanState> Marks { get; init; } = new Dictionary<string, PlanState>();
}

/// <summary>What was saved.</summary>
public sealed record Remembering(OpenedSession Opened, string Token, Outcome? Outcome = null) : Face;

/// <summary>What became of the plans is marked.</summary>
/// <param name="Marks">What is marked on the page and not saved; other plans stand as they were saved.</param>
public sealed record Marking(OpenedSession Opened, string Token, IReadOnlyDictionary<string, PlanState> Marks) : Face
{
    public override bool IsTickedOn => true;

    /// <summary>How a save ended that did not go well.</summary>
    public SaveResult? NotSaved { get; init; }

    public bool NotUnderstood { get; init; }
}

/// <summary>The questions of a new round.</summary>
public sealed record Questions(ComeBackForm Form, string? Token) : Face
{
    public override bool IsTickedOn => true;
}

/// <summary>The reflection on a new round.</summary>
public sealed record Reflecting(ComeBackForm Form, string? Token) : Face
{
    public override bool IsTickedOn => true;

    /// <summary>The half hour is over: the code is asked for in the form.</summary>
    public bool Late { get; init; }

    public Refusal? Refused { get; init; }

    public SaveResult? NotSaved { get; init; }

    /// <summary>The round cannot be added: the session has twelve (<see cref="NotSaved"/>), or was forgotten. Saving begins another.</summary>
    public bool BeginsAnew { get; init; }
}

public sealed record Forgotten : Face;

/// <summary>Why nothing was opened.</summary>
public enum Refusal
{
    /// <summary>What was typed is no code, whatever is saved.</summary>
    NoCode,

    WrongCode,
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
