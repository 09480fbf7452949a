using System.Diagnostics;
using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace TenkTanken.Web.Hosting.Logging;

/// <summary>
/// Writes a log line that cannot tell about a person: time to the minute; our own messages with their values, other
/// people's code without (a value there may be an address, a header, a form field); of an exception its type and
/// where in our code it came from, never its message.
/// </summary>
internal sealed class QuietFormatter : ITextFormatter
{
    public const string RequestLog = "Serilog.AspNetCore.RequestLoggingMiddleware";
    private const string OwnCode = "TenkTanken";

    // "l": texts as they are, without the quotation marks Serilog puts around them.
    private static readonly MessageTemplateTextFormatter Message = new("{Message:l}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var source = logEvent.Properties.GetValueOrDefault("SourceContext") is ScalarValue { Value: string name } ? name : "";
        var own = source.StartsWith(OwnCode, StringComparison.Ordinal) || source == RequestLog;
        output.Write(logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        output.Write($"Z {logEvent.Level} ");
        output.Write(OneLine(own ? OwnMessage(logEvent) : $"{source}: {logEvent.MessageTemplate.Text}"));
        for (var fault = logEvent.Exception; fault is not null; fault = fault.InnerException)
        {
            output.Write($" | {fault.GetType().FullName}{Place(fault)}");
        }

        output.WriteLine();
    }

    private static string OwnMessage(LogEvent logEvent)
    {
        var message = new StringWriter();
        Message.Format(logEvent, message);

        return message.ToString();
    }

    /// <summary>A line is one event, whatever stands in it.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format ? ' ' : letter));

    private static string Place(Exception fault)
    {
        var frame = new StackTrace(fault).GetFrames()
            .FirstOrDefault(frame => frame.GetMethod()?.DeclaringType?.FullName?.StartsWith(OwnCode, StringComparison.Ordinal) == true);

        return frame?.GetMethod() is { } method ? $" at {method.DeclaringType!.FullName}.{method.Name}" : "";
    }
}
