using Xunit;

namespace TenkTanken.Web.Tests;

public sealed class LinesTests
{
    private const int Longest = 160;

    [Fact]
    public void No_line_is_longer_than_160()
    {
        var files = SourceFile.Below("src", ".cs", ".razor", ".js", ".css", ".yaml")
            .Concat(SourceFile.Below("tests", ".cs", ".js", ".mjs", ".yaml"))
            .ToList();

        Assert.Contains(files, file => file.Path.EndsWith("/Document.razor", StringComparison.Ordinal));
        Assert.Empty(files.SelectMany(file => TooLong(file.Path, file.Text)));
        Assert.Equal(["here:2"], TooLong("here", $"{new string('a', Longest)}\r\n{new string('b', Longest + 1)}\n"));
    }

    private static IEnumerable<string> TooLong(string path, string text) => text.Split('\n')
        .Select((line, at) => (Line: line.TrimEnd('\r'), Number: at + 1))
        .Where(line => line.Line.Length > Longest)
        .Select(line => $"{path}:{line.Number}");
}
