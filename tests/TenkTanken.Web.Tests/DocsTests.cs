using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>What the docs say of the house as it stands. Decisions are of their day, and are not asked.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = TestContent.Root();

    private static readonly Lazy<IReadOnlyCollection<string>> Files = new(() =>
    [
        .. new[] { "src", "tests", "content", "docs" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Select(file => "/" + Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Intersect(["bin", "obj", "node_modules"]).Any()),
    ]);

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/changing-things.md")]
    [InlineData("docs/style.md")]
    public void Every_file_that_is_named_is_there(string document)
    {
        var named = FileNames().Matches(File.ReadAllText(Path.Combine(Root, document))).Select(name => name.Groups["file"].Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !Files.Value.Any(file => file.EndsWith("/" + name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Eight_changes_are_told_each_with_the_file_where_it_begins()
    {
        var changes = File.ReadAllText(Path.Combine(Root, "docs", "changing-things.md"))
            .Split("\n\n").Where(part => part.StartsWith("**", StringComparison.Ordinal)).ToList();

        Assert.Equal(8, changes.Count);
        Assert.All(changes, change => Assert.Matches(FileNames(), change));
    }

    /// <summary>As much of a path as tells it, in code marks.</summary>
    [GeneratedRegex(@"`(?<file>[\w./-]+\.(cs|razor|js|css|md|yaml|props|targets|json|sln))`")]
    private static partial Regex FileNames();
}
