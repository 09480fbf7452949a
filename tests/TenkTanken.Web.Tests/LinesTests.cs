using Xunit;

namespace TenkTanken.Web.Tests;

public sealed class LinesTests
{
    private const int Longest = 160;

    private static readonly IReadOnlyList<SourceFile> Files =
    [
        .. SourceFile.Below("src", ".cs", ".razor", ".js", ".css", ".yaml"),
        .. SourceFile.Below("tests", ".cs", ".js", ".mjs", ".yaml"),
    ];

    [Fact]
    public void No_line_is_longer_than_160()
    {
        Assert.Contains(Files, file => file.Path.EndsWith("/Document.razor", StringComparison.Ordinal));
        Assert.Empty(Files.SelectMany(file => TooLong(file.Path, file.Text)));
        Assert.Equal(["here:2"], TooLong("here", $"{new string('a', Longest)}\r\n{new string('b', Longest + 1)}\n"));
    }

    /// <summary>What the compiler does not ask of how files are written, and <c>dotnet format</c> would.</summary>
    [Fact]
    public void Every_line_ends_with_a_line_feed_alone_the_last_one_too()
    {
        Assert.Empty(Files.Where(file => !EndsItsLines(file.Text)).Select(file => file.Path));
        Assert.True(EndsItsLines("a\nb\n"));
        Assert.False(EndsItsLines("a\r\nb\n"));
        Assert.False(EndsItsLines("a\nb"));
    }

    private static bool EndsItsLines(string text) => text.EndsWith('\n') && !text.Contains('\r');

    private static IEnumerable<string> TooLong(string path, string text) => text.Split('\n')
        .Select((line, at) => (Line: line.TrimEnd('\r'), Number: at + 1))
        .Where(line => line.Line.Length > Longest)
        .Select(line => $"{path}:{line.Number}");
}
