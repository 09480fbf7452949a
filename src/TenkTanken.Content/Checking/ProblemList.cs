namespace TenkTanken.Content.Checking;

/// <summary>Collects problems, so that neither loading nor checking stops at the first.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public void Add(ProblemKind kind, string file, int line, params (string Name, string Value)[] details) =>
        _problems.Add(new Problem(kind, file, line, details.ToDictionary(detail => detail.Name, detail => detail.Value)));

    /// <summary>Something is wrong with the file already.</summary>
    public bool IsAbout(string file) => _problems.Any(problem => problem.File == file);

    /// <summary>This is wrong in the file already.</summary>
    public bool Has(ProblemKind kind, string file) => _problems.Any(problem => problem.Kind == kind && problem.File == file);

    /// <summary>As an editor goes through them: file by file, from the top.</summary>
    public IReadOnlyList<Problem> InOrder() =>
        [.. _problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
}
