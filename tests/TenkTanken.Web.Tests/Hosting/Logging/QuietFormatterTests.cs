using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;
using TenkTanken.Web.Hosting.Logging;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Logging;

public sealed class QuietFormatterTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 23, 14, 31, 47, TimeSpan.FromHours(1));

    [Fact]
    public void Our_own_events_are_said_with_their_values_and_the_time_to_the_minute()
    {
        var line = Format("TenkTanken.Web", "Loaded edition {Edition}", ("Edition", "2026-1"));

        Assert.Equal("2026-11-23 13:31Z Information Loaded edition 2026-1", line);
    }

    [Theory]
    [InlineData("a text", "Said a text.")]
    [InlineData(5.5, "Said 5.5.")]
    [InlineData(true, "Said True.")]
    [InlineData(DayOfWeek.Monday, "Said Monday.")]
    [InlineData(null, "Said null.")]
    public void A_value_stands_as_it_is(object? value, string said)
    {
        Assert.EndsWith(said, Format("TenkTanken.Web", "Said {What}.", ("What", value)));
    }

    [Fact]
    public void Other_peoples_events_are_said_without_their_values()
    {
        var line = Format("Microsoft.AspNetCore.Hosting", "Request from {Address}", ("Address", "127.0.0.77"));

        Assert.Equal("2026-11-23 13:31Z Information Microsoft.AspNetCore.Hosting: Request from {Address}", line);
    }

    [Fact]
    public void Of_an_exception_the_type_and_our_own_place_are_said_and_never_the_message()
    {
        var line = Format("TenkTanken.Web", "It failed", fault: Thrown());

        Assert.Contains("System.InvalidOperationException at TenkTanken.Web.Tests.Hosting.Logging.QuietFormatterTests.Throw", line);
        Assert.Contains("| System.ArgumentException", line);
        Assert.DoesNotContain("XXXX-XXXX", line);
    }

    [Fact]
    public void A_line_stays_one_line()
    {
        var line = Format("TenkTanken.Web", "Said {What}", ("What", "a\r\nb\u001b[31m\u202Ec\u2028"));

        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\u001b', line);
        Assert.DoesNotContain('\u202E', line);
    }

    private static string Format(string source, string template, (string Name, object? Value)? value = null, Exception? fault = null)
    {
        var properties = new List<LogEventProperty> { new(Constants.SourceContextPropertyName, new ScalarValue(source)) };
        if (value is { } given)
        {
            properties.Add(new LogEventProperty(given.Name, new ScalarValue(given.Value)));
        }

        var writer = new StringWriter();
        new QuietFormatter().Format(new LogEvent(Time, LogEventLevel.Information, fault, new MessageTemplateParser().Parse(template), properties), writer);

        return writer.ToString().TrimEnd();
    }

    private static InvalidOperationException Thrown() => Assert.Throws<InvalidOperationException>(Throw);

    private static void Throw() => throw new InvalidOperationException("code XXXX-XXXX", new ArgumentException("code XXXX-XXXX"));
}
