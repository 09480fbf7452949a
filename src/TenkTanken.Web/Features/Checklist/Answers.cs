using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist;

/// <summary>What a helper has answered so far. It lives in the browser's form; the server has it only while it answers.</summary>
/// <param name="Edition">The edition whose words were answered.</param>
/// <param name="Signs">A sign that was not considered is not in it.</param>
/// <param name="Plans">Ids of planned steps.</param>
public sealed record Answers(string Edition, IReadOnlyDictionary<string, SignAnswer> Signs, IReadOnlyList<string> Plans)
{
    public static Answers None(string edition) => new(edition, new Dictionary<string, SignAnswer>(), []);

    public SignAnswer? To(string sign) => Signs.TryGetValue(sign, out var answer) ? answer : null;

    public static Answers Of(Round round) => new(round.Edition, round.Signs, [.. round.Plans.Keys]);

    public Round AsRound(RoundId id) => new(id, Edition, Signs, Plans.ToDictionary(plan => plan, _ => PlanState.Planned));
}
