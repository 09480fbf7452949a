using TenkTanken.Content;
using TenkTanken.Data.Rooms;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>A case that a room is asked about: which signs one notices in it.</summary>
/// <param name="Options">What one can choose, by id.</param>
public sealed record AskedCase(Case Case, IReadOnlyList<(string Id, string Title)> Options)
{
    /// <summary>Before the id of the case, in what a button sends.</summary>
    public const string Ask = "ask-";

    /// <summary>What a button asks for; null where it is none of those.</summary>
    public static AskedCase? Of(string action, EditionWords words) =>
        action.StartsWith(Ask, StringComparison.Ordinal) && words.Case(action[Ask.Length..]) is { } asked ? Of(asked, words) : null;

    /// <summary>What was asked; null where an editor has taken the case away meanwhile. A sign that is gone is called by its id.</summary>
    public static AskedCase? Of(Question question, EditionWords words) => words.Case(question.Name) is { } asked
        ? new(asked, [.. question.Options.Select(id => (id, words.Checklist.Signs.FirstOrDefault(sign => sign.Id == id)?.Title ?? id))])
        : null;

    public Question Question(EditionWords words) => new(Case.Id, [.. words.Checklist.Signs.Select(sign => sign.Id)], IsSingle: false);

    private static AskedCase Of(Case asked, EditionWords words) => new(asked, [.. words.Checklist.Signs.Select(sign => (sign.Id, sign.Title))]);
}
