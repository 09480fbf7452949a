namespace TenkTanken.Content.Checking;

/// <summary>Collects problems, so that neither loading nor checking stops at the first.</summary>
/// <param name="wasGood">All of the content was good once: what is asked of it since then only advises.</param>
internal sealed class ProblemList(bool wasGood = false)
{
    /// <summary>What a message quotes of a file. An editor finds the place by it; the rest of a long line would hide the message.</summary>
    private const int LongestDetail = 100;

    private readonly List<Problem> _problems = [];
    private readonly HashSet<string> _files = [];
    private readonly HashSet<string> _locked = [];
    private readonly HashSet<string> _unread = [];

    public bool WasGood => wasGood;

    /// <summary>As they were found.</summary>
    public IReadOnlyList<Problem> All => _problems;

    /// <returns>The problem, which knows whether it blocks where it stands.</returns>
    public Problem Add(ProblemKind kind, string file, int line, params (string Name, string Value)[] details) =>
        Add(kind, file, line, Weight.CameLater(kind) && (wasGood || _locked.Contains(file)), details);

    /// <summary>The same of something that is only likely to be wrong.</summary>
    public void Advise(ProblemKind kind, string file, int line, params (string Name, string Value)[] details) =>
        Add(kind, file, line, onlyAdvises: true, details);

    /// <summary>The same of what could never be read, though the kind that says why came later.</summary>
    public void Stop(ProblemKind kind, string file, int line, params (string Name, string Value)[] details) =>
        Add(kind, file, line, onlyAdvises: false, details);

    /// <summary>The files are named by the lock of an edition, so their words were good when it was written.</summary>
    public void AreLocked(IEnumerable<string> files) => _locked.UnionWith(files);

    /// <summary>Nobody knows what is in the file, or in the folder; why, another problem says.</summary>
    public void CannotRead(string file)
    {
        _files.Add(file);
        _unread.Add(file);
    }

    /// <summary>A problem of the file is in the list.</summary>
    public bool IsTold(string file) => _problems.Any(problem => problem.File == file);

    /// <summary>Something is wrong with the file already.</summary>
    public bool IsAbout(string file) => _files.Contains(file);

    /// <summary>Of the folder or a file in it, not all could be read.</summary>
    public bool CouldNotReadAll(string folder) =>
        _unread.Any(file => file == folder || file.StartsWith($"{folder}/", StringComparison.Ordinal));

    /// <summary>This is wrong in the file already.</summary>
    public bool Has(ProblemKind kind, string file) => _problems.Any(problem => problem.Kind == kind && problem.File == file);

    /// <summary>As an editor goes through them: what could not be read first, then file by file, from the top.</summary>
    public IReadOnlyList<Problem> InOrder() =>
    [
        .. _problems
            .OrderBy(problem => !(problem.Blocks && Weight.IsUnreadable(problem.Kind)))
            .ThenBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line),
    ];

    private Problem Add(ProblemKind kind, string file, int line, bool onlyAdvises, (string Name, string Value)[] details)
    {
        var problem = new Problem(kind, Readable(file, int.MaxValue), line,
            details.ToDictionary(detail => detail.Name, detail => Readable(detail.Value, LongestDetail)))
        {
            OnlyAdvisesHere = onlyAdvises,
        };
        _problems.Add(problem);
        _files.Add(file);
        if (problem.Blocks && Weight.IsUnreadable(kind))
        {
            _unread.Add(file);
        }

        return problem;
    }

    /// <summary>What is quoted may be what is broken: no character of it may move the cursor of a terminal.</summary>
    private static string Readable(string text, int longest)
    {
        var cut = text.Length > longest ? text[..longest] + "…" : text;

        return string.Concat(cut.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
    }
}
