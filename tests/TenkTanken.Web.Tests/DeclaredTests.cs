using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>The tests and test classes there are, for documents that name what holds a promise.</summary>
internal static partial class DeclaredTests
{
    private static readonly Lazy<HashSet<string>> All = new(() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(TestContent.Root(), "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(test => test.Groups["name"].Value)),
    ]);

    /// <summary>Those a document names in code marks.</summary>
    public static IReadOnlyList<string> NamedIn(string document) => [.. Named().Matches(document).Select(name => name.Groups["name"].Value).Distinct()];

    public static void AssertThere(string document)
    {
        var named = NamedIn(document);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(All.Value));
    }

    [GeneratedRegex(@"(?:class|Task|void) (?<name>\w+(?:Tests|_\w+))")]
    private static partial Regex Declared();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*(?:Tests|_\w+))`")]
    private static partial Regex Named();
}
