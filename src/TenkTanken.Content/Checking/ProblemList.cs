namespace TenkTanken.Content.Checking;

/// <summary>Collects problems, so that neither loading nor checking stops at the first.</summary>
internal sealed class ProblemList
{
    /// <summary>What a message quotes of a file. An editor finds the place by it; the rest of a long line would hide the message.</summary>
    private const int LongestDetail = 100;

    private readonly List<Problem> _problems = [];
    private readonly HashSet<string> _files = [];

    /// <summary>As they were found.</summary>
    public IReadOnlyList<Problem> All => _problems;

    public void Add(ProblemKind kind, string file, int line, params (string Name, string Value)[] details)
    {
        _problems.Add(new Problem(kind, Readable(file, int.MaxValue), line, details.ToDictionary(detail => detail.Name, detail => Readable(detail.Value, LongestDetail))));
        _files.Add(file);
    }

    /// <summary>Something is wrong with the file already.</summary>
    public bool IsAbout(string file) => _files.Contains(file);

    /// <summary>This is wrong in the file already.</summary>
    public bool Has(ProblemKind kind, string file) => _problems.Any(problem => problem.Kind == kind && problem.File == file);

    /// <summary>As an editor goes through them: file by file, from the top.</summary>
    public IReadOnlyList<Problem> InOrder() =>
        [.. _problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];

    /// <summary>What is quoted may be what is broken: no character of it may move the cursor of a terminal.</summary>
    private static string Readable(string text, int longest)
    {
        var cut = text.Length > longest ? text[..longest] + "…" : text;

        return string.Concat(cut.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
    }
}
