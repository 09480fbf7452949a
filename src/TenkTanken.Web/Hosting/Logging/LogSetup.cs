using Microsoft.AspNetCore.StaticAssets;
using Serilog;
using Serilog.Events;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Hosting.Logging;

/// <summary>
/// What the log may hold: see docs/privacy.md. Levels are set here and not in a settings file, since one line there
/// (the framework's own request log) would put addresses into it.
/// </summary>
public static class LogSetup
{
    public static void AddLogging(this WebApplicationBuilder builder) =>
        // The static logger is left alone: it freezes once per process, which would break tests that start several sites.
        builder.Services.AddSerilog(
            logger => logger
                .MinimumLevel.Warning()
                .MinimumLevel.Override("TenkTanken", LogEventLevel.Information)
                .MinimumLevel.Override(QuietFormatter.RequestLog, LogEventLevel.Information)
                // Says at Error what it says again at Fatal, or what IsReadyAsync has said in plain words.
                .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
                // Warns at each start that keys lie unencrypted in their folder. They do; docs/privacy.md says so.
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
                .WriteTo.Console(new QuietFormatter()),
            preserveStaticLogger: true);

    /// <summary>One line a request: its route, never its address; nothing at all for the pages where people answer.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{Method} {Route} {StatusClass} {Duration}";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("Method", new ScalarValue(KnownMethod(context.Request.Method))),
            new LogEventProperty("Route", new ScalarValue(Route(context))),
            new LogEventProperty("StatusClass", new ScalarValue($"{status / 100}xx")),
            new LogEventProperty("Duration", new ScalarValue(Bucket(elapsed))),
        ];
        options.GetLevel = (context, _, _) =>
            !context.Has<NotLogged>() && HttpMethods.IsGet(context.Request.Method) ? LogEventLevel.Information : LogEventLevel.Verbose;
    });

    // A file without its name: the script of a page tells that somebody has saved, or practises.
    private static string Route(HttpContext context) => context.GetEndpoint() switch
    {
        { } file when file.Metadata.GetMetadata<StaticAssetDescriptor>() is not null => "file",
        RouteEndpoint page => page.RoutePattern.RawText ?? "none",
        _ => "none",
    };

    // A method is the sender's own word and could be anything.
    private static string KnownMethod(string method) => HttpMethods.IsGet(method) ? "GET" : "other";

    private static string Bucket(double milliseconds) => milliseconds switch
    {
        < 10 => "under 10 ms",
        < 100 => "under 100 ms",
        < 1000 => "under 1 s",
        _ => "1 s or more",
    };
}

/// <summary>Set on a request that must leave no line in the log: a checklist, a saved session.</summary>
internal sealed record NotLogged;
