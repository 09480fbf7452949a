using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.FileProviders;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>Stylesheets, scripts and pictures: all of them whole, or the site does not start.</summary>
public static class OwnFiles
{
    private const int ToldByName = 3;
    private const string Remedy = "Build or publish the site again, and take all that comes of it along.";

    public static void MapOwnFiles(this WebApplication app)
    {
        if (File.Exists(ListOf(app)))
        {
            app.MapStaticAssets().Add(file =>
            {
                if (file.RequestDelegate is { } send)
                {
                    file.RequestDelegate = context => SendAsync(context, send, app.Logger);
                }
            });
        }
    }

    /// <summary>To be asked when everything is mapped.</summary>
    internal static IEnumerable<string> OwnFileFaults(this WebApplication app)
    {
        if (!File.Exists(ListOf(app)))
        {
            return [$"The list of the site's own files, {ListOf(app)}, is missing. {Remedy}"];
        }

        var files = ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .DistinctBy(file => file.AssetPath);

        // Of a build the framework serves files that have changed since as they are now.
        var asPublished = !Application.IsBuild(AppContext.BaseDirectory);
        var spoilt = new List<string>();
        foreach (var file in files.OrderBy(file => file.AssetPath, StringComparer.Ordinal))
        {
            if (Fault(app.Environment.WebRootFileProvider.GetFileInfo(file.AssetPath), asPublished ? LengthOf(file) : null) is { } fault)
            {
                spoilt.Add($"{file.AssetPath} {fault}");
            }
        }

        var told = string.Join(", ", spoilt.Take(ToldByName)) + (spoilt.Count > ToldByName ? " …" : "");

        return spoilt.Count == 0
            ? []
            : [$"{spoilt.Count} of the site's own files cannot be served: {told}. They are looked for in {WhereOf(app)}. {Remedy}"];
    }

    private static string ListOf(WebApplication app) =>
        Path.Combine(AppContext.BaseDirectory, $"{app.Environment.ApplicationName}.staticwebassets.endpoints.json");

    private static string WhereOf(WebApplication app) => app.Environment.WebRootPath ?? Path.Combine(app.Environment.ContentRootPath, "wwwroot");

    private static long? LengthOf(StaticAssetDescriptor file) =>
        file.ResponseHeaders.FirstOrDefault(header => header.Name == "Content-Length")?.Value is { } length
            ? long.Parse(length, CultureInfo.InvariantCulture)
            : null;

    private static string? Fault(IFileInfo file, long? length)
    {
        if (!file.Exists)
        {
            return "is missing";
        }

        try
        {
            using var content = file.CreateReadStream();
            return content.Length == 0 ? "is empty"
                : length is { } expected && content.Length != expected ? $"has {content.Length} bytes and should have {expected}"
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read ({fault.Message})";
        }
    }

    /// <summary>
    /// A file that has gone while the site runs. The framework answers 200 with nothing in it then: its invoker takes back
    /// what it was about to send, and the status with it. See https://github.com/dotnet/aspnetcore/issues/66833.
    /// </summary>
    private static async Task SendAsync(HttpContext context, RequestDelegate send, ILogger logger)
    {
        await send(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status200OK })
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            OwnFilesLog.Gone(logger);
        }
    }
}

internal static partial class OwnFilesLog
{
    // Not which: the script of a page tells that somebody has saved, or practises.
    [LoggerMessage(21, LogLevel.Error, "One of the site's own files has gone since the start. Publish the site again, and start it again.")]
    public static partial void Gone(ILogger logger);
}
