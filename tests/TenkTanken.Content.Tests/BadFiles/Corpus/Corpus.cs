namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>
/// Broken content of every sort we could think of, and of several hundred nobody thought of. The same cases in every
/// run. Used by the tests of the content, of the workbench and of the running site.
/// </summary>
internal static class Corpus
{
    /// <summary>How many of them are damage at random.</summary>
    private const int Mutations = 400;

    public static IReadOnlyList<BadCase> Of(BreakableContent content) =>
    [
        .. BadFolders.All(),
        .. BadFileKinds.All(content),
        .. BadYaml.All(content),
        .. BadMarkdown.All(content),
        .. Enumerable.Range(0, Mutations).Select(seed => Mutation.Of(content, seed)),
    ];

    /// <summary>The first of the cases at the first two files, the next at the second and third, and so on around.</summary>
    public static IEnumerable<BadCase> EachAtTwo(IReadOnlyList<string> files, Func<string, IEnumerable<BadCase>> casesAt)
    {
        var cases = files.Select(file => casesAt(file).ToList()).ToList();

        return Enumerable.Range(0, cases[0].Count).SelectMany(at => new[] { cases[at % files.Count][at], cases[(at + 1) % files.Count][at] });
    }
}
