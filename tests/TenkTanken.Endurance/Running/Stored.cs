using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenkTanken.Data;

namespace TenkTanken.Endurance.Running;

/// <summary>What lies in a data folder, opened by the site's own storage without the site.</summary>
internal sealed class Stored : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Stored(ServiceProvider services, IReadOnlyList<string> faults) => (_services, Faults) = (services, faults);

    /// <summary>What a start would complain of.</summary>
    public IReadOnlyList<string> Faults { get; }

    private Sessions Sessions => _services.GetRequiredService<Sessions>();

    public static Task<Stored> OpenAsync(Folders folders) => OpenAsync(folders.Data, folders.Keys);

    public static async Task<Stored> OpenAsync(string data, string keys)
    {
        var services = Services(data, keys, logging => { });

        return new(services, await services.PrepareStorageAsync());
    }

    public static ServiceProvider Services(string data, string keys, Action<ILoggingBuilder> logging) => new ServiceCollection()
        .AddLogging(logging)
        .AddStorage(data, KeyFolders.Named(keys))
        .BuildServiceProvider();

    public async Task<OpenedSession?> OpenAsync(string code) =>
        ReturnCode.TryParse(code, out var read) ? await Sessions.OpenAsync(read) : throw new ArgumentException("This is no code.", nameof(code));

    /// <summary>How many of the codes open nothing.</summary>
    public async Task<int> MissingAsync(IEnumerable<string> codes)
    {
        var missing = 0;
        await Parallel.ForEachAsync(codes, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (code, _) =>
        {
            if (await OpenAsync(code) is null)
            {
                Interlocked.Increment(ref missing);
            }
        });

        return missing;
    }

    /// <summary>«ok», or what is wrong.</summary>
    public static string Integrity(string database) => Ask(database, "PRAGMA integrity_check(3)");

    public static long Count(string database) => long.Parse(Ask(database, "SELECT count(*) FROM SealedSession"), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private static string Ask(string database, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
