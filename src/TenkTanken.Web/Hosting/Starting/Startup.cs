using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TenkTanken.Data;
using TenkTanken.Data.Rooms;
using TenkTanken.Web.Hosting.ContentFolder;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>Loading and checking before the site serves, and the one line that says what it serves and where.</summary>
public static class Startup
{
    public static void AddContent(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LastGoodContent>();
        builder.Services.AddSingleton<LiveContent>();
        builder.Services.AddHostedService<ContentWatch>();

        builder.Services.AddScoped<RequestContent>();
        builder.Services.AddScoped(services => services.GetRequiredService<RequestContent>().Library);
    }

    public static void AddDatabase(this WebApplicationBuilder builder, Settings settings)
    {
        // Before what forgets: that asks the writer of the rooms until it is stopped.
        builder.Services.AddRooms(settings.DataFolder);
        builder.Services.AddStorage(settings.DataFolder, settings.Keys, settings.MostBytes);
        builder.Services.AddSingleton<StorageStart>();
        builder.Services.AddHealth();
        builder.Services.AddHostedService(services => services.GetRequiredService<StorageStart>());
    }

    /// <summary>Says everything that keeps the site from starting, all at once; false when there is anything.</summary>
    public static async Task<bool> IsReadyAsync(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        var content = app.Services.GetRequiredService<LiveContent>();
        var addresses = ListenAddresses.Faults(app.Configuration).Concat(ListenAddresses.Taken(app.Configuration));
        var faults = new List<string>([.. settings.Faults, .. addresses, .. app.OwnFileFaults()]);
        faults.AddRange(content.Open().Select(problem => problem.ToString()));
        if (faults.Count == 0)
        {
            // Last: it creates folders and the database, and nothing is to be created by a site that cannot start.
            await app.Services.GetRequiredService<StorageStart>().BeginAsync();
            content.Keep();
        }

        foreach (var fault in faults)
        {
            StartupLog.CannotStart(app.Logger, fault);
        }

        return faults.Count == 0;
    }

    public static async Task<int> RunUntilStoppedAsync(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => SayWhatIsServed(app));
        try
        {
            await app.StartAsync();
        }
        catch (Exception fault) when (fault is IOException or SocketException or InvalidOperationException or ArgumentException or CryptographicException)
        {
            // Stopped first: which address it was is found out by trying, and those that were good must be free again.
            await app.StopAsync();
            foreach (var reason in ListenAddresses.WhyNot(app.Configuration, fault))
            {
                StartupLog.CannotStart(app.Logger, reason);
            }

            await app.DisposeAsync();

            return 1;
        }

        await app.WaitForShutdownAsync();
        await app.DisposeAsync();

        return 0;
    }

    private static void SayWhatIsServed(WebApplication app)
    {
        var library = app.Services.GetRequiredService<LiveContent>().Current;
        var languages = string.Join(", ", library.Current.ByLanguage.Keys);
        var pages = library.Current.ByLanguage.Values.Sum(words => words.Pages.Count);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        StartupLog.Serving(app.Logger, library.Current.Id, languages, pages, library.Facts.Count, string.Join(", ", addresses));
    }
}

internal static partial class StartupLog
{
    [LoggerMessage(1, LogLevel.Information, "Loaded edition {Edition} ({Languages}): {Pages} pages, {Facts} facts. Listening on {Addresses}")]
    public static partial void Serving(ILogger logger, string edition, string languages, int pages, int facts, string addresses);

    [LoggerMessage(2, LogLevel.Critical, "Cannot start: {Fault}")]
    public static partial void CannotStart(ILogger logger, string fault);
}
