using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist.ComeBack;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Checklist;

/// <summary>What goes along with the answers in hidden fields.</summary>
/// <param name="Token">What the round is to be saved under (<see cref="SaveToken"/>), or the session that is open (<see cref="OpenedToken"/>).</param>
/// <param name="Marks">What was marked on plans and not yet saved, by id of the planned step.</param>
public sealed record Carried(string? Token, IReadOnlyDictionary<string, PlanState> Marks)
{
    public static readonly Carried Nothing = new(null, new Dictionary<string, PlanState>());

    public static Carried Only(string token) => Nothing with { Token = token };
}

/// <summary>The questions, of a first round or of a new one.</summary>
public sealed record QuestionsScreen(Answers Answers, Carried Carried) : Screen
{
    public override bool IsTickedOn => true;

    /// <summary>A new round of a session that is open.</summary>
    public bool AddsRound { get; init; }

    public bool NotUnderstood { get; init; }
}

/// <summary>The reflection on what was answered, and the ways on from it.</summary>
public sealed record ReflectionScreen(Answers Answers, Carried Carried) : Screen
{
    public override bool IsTickedOn => true;

    /// <summary>Saving adds the round to a session that is open; else it begins one.</summary>
    public bool AddsRound { get; init; }

    /// <summary>How a save ended that did not go well.</summary>
    public SaveResult? NotSaved { get; init; }

    /// <summary>The half hour is over: the code is asked for in the form.</summary>
    public bool Late { get; init; }

    public Refusal? Refused { get; init; }

    /// <summary>The round could not be added: the session has twelve (<see cref="NotSaved"/>), or was forgotten. Saving begins another.</summary>
    public bool BeginsAnew { get; init; }
}

/// <summary>It is saved, under the code.</summary>
public sealed record SavedScreen(string Code, DateOnly Until) : Screen;
