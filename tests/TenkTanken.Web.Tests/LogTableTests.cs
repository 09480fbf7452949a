using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TenkTanken.Content;
using TenkTanken.Web.Tests.Modules;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>docs/log.md has every line the site can say in its log: none is added without somebody thinking of who reads it, and of whom it tells.</summary>
public sealed partial class LogTableTests
{
    private static readonly IReadOnlyList<LoggerMessageAttribute> Messages =
    [
        .. new[] { typeof(ContentLibrary).Assembly, typeof(Data.Sessions).Assembly, typeof(Program).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => CompiledCode.MethodsOf(type))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>(),
    ];

    [Fact]
    [Trait("Property", "P52")]
    public void Every_line_stands_in_it_with_its_level_and_what_to_do()
    {
        var rows = Row().Matches(File.ReadAllText(Path.Combine(TestContent.Root(), "docs", "log.md")));

        Assert.True(Messages.Count > 30);
        Assert.Equal(
            Messages.Select(message => $"{message.Level}: {BeginningOf(message.Message)}").Order(StringComparer.Ordinal),
            rows.Select(row => $"{row.Groups["level"].Value}: {row.Groups["text"].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Property", "P52")]
    public void Each_has_a_number_of_its_own() => Assert.Equal(Messages.Count, Messages.Select(message => message.EventId).Distinct().Count());

    /// <summary>By what a reader knows it: its first sentence, without what varies.</summary>
    private static string BeginningOf(string message) => Varying().Replace(message, "…").Split(". ")[0].TrimEnd('.');

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Varying();

    [GeneratedRegex(@"^\| (?<level>Information|Warning|Error|Critical) \| (?<text>[^|]+) \| [^|]+ \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
