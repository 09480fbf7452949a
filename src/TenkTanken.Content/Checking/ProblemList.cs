namespace TenkTanken.Content.Checking;

/// <summary>Collects problems, so that loading never stops at the first.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> All => _problems;

    public void Add(ProblemKind kind, string file, int line, params (string Name, string Value)[] details) =>
        _problems.Add(new Problem(kind, file, line, details.ToDictionary(detail => detail.Name, detail => detail.Value)));
}
