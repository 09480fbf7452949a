using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Data;

public static class Storage
{
    /// <summary>
    /// Bytes; the largest there can be (https://www.sqlite.org/pragma.html#pragma_page_size). A session stays in the page of its lookup then, where the lookup
    /// has put it. What does not fit goes on in pages that are taken one after the other, and stood in the order of saving (measured: rank correlation
    /// 1.000, and 0.03 with these).
    /// </summary>
    private const int LargestPage = 65_536;

    /// <summary>Adds <see cref="Sessions"/> and what writes and forgets in the background. Touches no disk.</summary>
    /// <param name="dataFolder">Where the database <c>tenktanken.db</c> is. On a local disk: SQLite's log does not work over a network.</param>
    /// <param name="keys">Where the keys of the months are. Leave them out of backups, or they keep what the site forgets.</param>
    /// <param name="mostBytes">What the sessions may take on the disk.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, string dataFolder, KeyFolders keys, long mostBytes = long.MaxValue)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabase<StorageContext>(DatabaseIn(dataFolder), LargestPage, new WriterPace(LongestQueue: 1000, EmptiesLogFirst: true));
        services.AddSingleton(new MonthKeys(keys));
        services.AddSingleton<StorageState>();
        services.AddSingleton(provider => new TrustedClock(keys, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Forgetting>();
        services.AddSingleton<MonthsAhead>();
        services.AddSingleton<DueSessions>();
        services.AddSingleton(provider => new Capacity(DatabaseIn(dataFolder), mostBytes, provider.GetRequiredService<ILogger<Capacity>>()));
        services.AddSingleton(provider => new KeptForATime("Sessions", provider.GetRequiredService<DueSessions>().DeleteAsync));
        services.AddSingleton(provider => new Sessions(
            provider.GetRequiredService<IDbContextFactory<StorageContext>>(),
            provider.GetRequiredService<StorageWriter<StorageContext>>(),
            provider.GetRequiredService<MonthKeys>(),
            provider.GetRequiredService<StorageState>(),
            provider.GetRequiredService<TrustedClock>(),
            provider.GetRequiredService<Capacity>(),
            provider.GetRequiredService<ILogger<Sessions>>()));
        services.AddSingleton(provider => new StorageHealth(
            provider.GetRequiredService<Sessions>(),
            provider.GetRequiredService<StorageWriter<StorageContext>>(),
            provider.GetRequiredService<Capacity>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StoragePreparation(
            provider.GetRequiredService<SqliteFilePreparation<StorageContext>>(),
            keys,
            provider.GetRequiredService<MonthKeys>(),
            provider.GetRequiredService<StorageState>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StoragePreparation>>()));
        services.AddHostedService(provider => provider.GetRequiredService<Forgetting>());
        return services;
    }

    /// <summary>
    /// Creates the folders and brings the database up to date. To be awaited before the host starts; may be called again
    /// when a fault has been put right.
    /// </summary>
    /// <returns>What the one who runs the site must put right, in English; empty when all is well. With faults, nothing is saved or opened.</returns>
    public static Task<IReadOnlyList<string>> PrepareStorageAsync(this IServiceProvider services, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<StoragePreparation>().PrepareAsync(cancellationToken);

    /// <summary>Whether <see cref="PrepareStorageAsync"/> has so much to look through that it takes seconds.</summary>
    public static bool TakesLongToPrepareStorage(this IServiceProvider services) =>
        services.GetRequiredService<SqliteFilePreparation<StorageContext>>().IsLarge;

    /// <summary>A database file, with what prepares and what writes it. To be added before whatever asks its writer in the background.</summary>
    /// <param name="pageSize">Bytes.</param>
    internal static void AddDatabase<TContext>(this IServiceCollection services, string path, int pageSize, WriterPace pace)
        where TContext : DbContext
    {
        services.AddPooledDbContextFactory<TContext>(options => SqliteFile.Configure(options, path));
        services.AddSingleton(provider => new SqliteFilePreparation<TContext>(
            path,
            pageSize,
            provider.GetRequiredService<IDbContextFactory<TContext>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteFilePreparation<TContext>>>()));
        services.AddSingleton(provider => new StorageWriter<TContext>(
            provider.GetRequiredService<IDbContextFactory<TContext>>(),
            provider.GetRequiredService<SqliteFilePreparation<TContext>>(),
            pace,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StorageWriter<TContext>>>()));

        // Stopped in the opposite order: nothing is asked of the writer when it writes what is left.
        services.AddHostedService(provider => provider.GetRequiredService<StorageWriter<TContext>>());
    }

    internal static string DatabaseIn(string dataFolder) => Path.GetFullPath(Path.Combine(dataFolder, "tenktanken.db"));
}
