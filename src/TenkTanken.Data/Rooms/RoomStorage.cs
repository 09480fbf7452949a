using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TenkTanken.Data.Rooms;

public static class RoomStorage
{
    /// <summary>As many as the largest hall that all answers within a second. What waits is some hundred bytes each.</summary>
    private const int LongestQueue = 25_000;

    /// <summary>Bytes: https://www.sqlite.org/pragma.html#pragma_page_size. An answer takes some fifty.</summary>
    private const int UsualPage = 4_096;

    /// <summary>Adds <see cref="Rooms"/> and what writes in the background. Touches no disk.</summary>
    /// <param name="dataFolder">Where the database <c>rooms.db</c> is. It is to be in no backup.</param>
    public static IServiceCollection AddRooms(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        // A hall waits: the log is emptied when the answers have been acknowledged.
        var path = Path.GetFullPath(Path.Combine(dataFolder, "rooms.db"));
        services.AddDatabase<RoomsContext>(path, UsualPage, new WriterPace(LongestQueue, EmptiesLogFirst: false));
        services.AddSingleton(provider => new Rooms(
            provider.GetRequiredService<IDbContextFactory<RoomsContext>>(),
            provider.GetRequiredService<StorageWriter<RoomsContext>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new KeptForATime("Rooms", provider.GetRequiredService<Rooms>().DeleteDueAsync));

        return services;
    }

    /// <summary>Brings the database up to date, and reads which rooms are open. To be awaited before the host starts.</summary>
    /// <returns>What the one who runs the site must put right, in English; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> PrepareRoomsAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var file = services.GetRequiredService<SqliteFilePreparation<RoomsContext>>();

        return PrivateFiles.FolderFault(Path.GetDirectoryName(file.Path)!) is { } fault // a path to a file always has a folder
            ? [fault]
            : await file.PrepareAsync((_, cancelled) => services.GetRequiredService<Rooms>().LoadAsync(cancelled), cancellationToken);
    }
}
