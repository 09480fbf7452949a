using TenkTanken.Content;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist;

/// <summary>
/// What the answers are worth thinking about. No sum and no verdict: nine observations cannot carry one
/// (the best validated screener is right about three or four in a hundred of those it points to).
/// </summary>
public sealed class Reflection
{
    public Reflection(EditionWords words, Answers answers)
    {
        var signs = words.Checklist.Signs;
        Noticed = [.. signs.Where(sign => answers.To(sign.Id) == SignAnswer.Noticed)];
        Unsure = [.. signs.Where(sign => answers.To(sign.Id) == SignAnswer.Unsure)];
        NotConsidered = [.. signs.Where(sign => answers.To(sign.Id) is null)];
        Matters = words.MattersFor([.. Noticed, .. Unsure]);
    }

    public IReadOnlyList<Sign> Noticed { get; }

    public IReadOnlyList<Sign> Unsure { get; }

    public IReadOnlyList<Sign> NotConsidered { get; }

    /// <summary>Steps of the conversation and notes that matter here.</summary>
    public IReadOnlyList<Section> Matters { get; }

    public bool NothingTicked => Noticed.Count + Unsure.Count == 0;

    /// <summary>Only a place or a country: that says nothing, and there is no next step to show.</summary>
    public bool OnlyContext => !NothingTicked && Noticed.Concat(Unsure).All(sign => sign.ContextOnly);
}
