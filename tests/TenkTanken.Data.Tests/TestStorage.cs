using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>The whole project as the site uses it, on real files in a folder of its own, with a clock that the test turns.</summary>
internal sealed class TestStorage : IAsyncDisposable
{
    /// <summary>A fault that would make a test wait for ever fails it instead. Real time, and far more than anything here takes.</summary>
    public static readonly TimeSpan HangsAfter = TimeSpan.FromMinutes(1);

    private readonly ServiceProvider _services;

    private TestStorage(TemporaryFolder folder, DateTimeOffset now, Action<IServiceCollection>? configure, KeyFolders? keys, long mostBytes)
    {
        Folder = folder;
        Time = new(now);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<TimeProvider>(Time);
        services.AddStorage(DataFolder, keys ?? KeyFolders.Named(KeyFolder), mostBytes);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public TemporaryFolder Folder { get; }

    public FakeTimeProvider Time { get; }

    public CollectedLog Log { get; } = new();

    public string DataFolder => Path.Combine(Folder.Path, "data");

    public string KeyFolder => Path.Combine(Folder.Path, "keys");

    public string Database => Path.Combine(DataFolder, "tenktanken.db");

    public Sessions Sessions => _services.GetRequiredService<Sessions>();

    public StorageWriter<StorageContext> Writer => _services.GetRequiredService<StorageWriter<StorageContext>>();

    public Forgetting Forgetting => _services.GetRequiredService<Forgetting>();

    public DueSessions DueSessions => _services.GetRequiredService<DueSessions>();

    public StorageHealth Health => _services.GetRequiredService<StorageHealth>();

    public MonthKeys Keys => _services.GetRequiredService<MonthKeys>();

    /// <summary>Nothing prepared, nothing started.</summary>
    /// <param name="keys">Null: the folder <see cref="KeyFolder"/>, as if somebody had named it.</param>
    public static TestStorage On(
        TemporaryFolder folder,
        DateTimeOffset? now = null,
        Action<IServiceCollection>? configure = null,
        KeyFolders? keys = null,
        long mostBytes = long.MaxValue) =>
        new(folder, now ?? At(2026, 11, 23), configure, keys, mostBytes);

    /// <summary>Prepared, with the writer running. Forgetting runs when a test says so.</summary>
    public static async Task<TestStorage> StartAsync(
        DateTimeOffset? now = null,
        Action<IServiceCollection>? configure = null,
        long mostBytes = long.MaxValue)
    {
        var storage = On(new(), now, configure, mostBytes: mostBytes);
        Assert.Empty(await storage.PrepareAsync());
        await storage.Writer.StartAsync(CancellationToken.None);
        return storage;
    }

    /// <summary>As forgetting does at every start, before anything is saved.</summary>
    public void HasRunToday() => _services.GetRequiredService<TrustedClock>().Doubt();

    /// <summary>Time passes, and the site runs all the while.</summary>
    public void RunUntil(DateTimeOffset moment)
    {
        for (var day = Time.GetUtcNow().AddDays(7); day < moment; day = day.AddDays(7))
        {
            Time.SetUtcNow(day);
            HasRunToday();
        }

        Time.SetUtcNow(moment);
    }

    /// <summary>The site stopped and started again on the same folders. Its clock may say something else then.</summary>
    public async Task<TestStorage> RestartAsync(DateTimeOffset now)
    {
        await StopAsync();
        var restarted = On(Folder, now);
        Assert.Empty(await restarted.PrepareAsync());
        await restarted.Writer.StartAsync(CancellationToken.None);
        return restarted;
    }

    public static DateTimeOffset At(int year, int month, int day, int hour = 12) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    public Task<IReadOnlyList<string>> PrepareAsync() => _services.PrepareStorageAsync().WaitAsync(HangsAfter);

    public void CreateDataFolder() => Assert.Null(PrivateFiles.FolderFault(DataFolder));

    public StorageContext Context() => _services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContext();

    /// <summary>A connection that knows nothing of ours, as another program's would be.</summary>
    public SqliteConnection Foreigner()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public async Task<List<SealedSession>> RowsAsync()
    {
        await using var context = Context();
        return await context.SealedSessions.AsNoTracking().ToListAsync();
    }

    /// <summary>Everything in the data folder as it lies on the disk: the database, its log and the index of the log.</summary>
    public byte[] RawBytes() => [.. Directory.GetFiles(DataFolder).Order().SelectMany(File.ReadAllBytes)];

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>Leaves the files, as a site does that is stopped.</summary>
    public async Task StopAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None).WaitAsync(HangsAfter);
        }

        ForgetConnections();
    }

    /// <summary>Whoever asks next reads the file, and not what was kept of it.</summary>
    public void ForgetConnections()
    {
        using var context = Context();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }
}

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tenktanken-data-").FullName;

    public void Dispose()
    {
        if (Directory.Exists(Path)) // a restarted storage has the folder of the one before
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}

internal sealed class CollectedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" [{exception.Message}]")}");

    public void Dispose()
    {
    }
}

internal static class TestData
{
    public static Round Round(params string[] noticed) => new(
        AnyId(),
        "2026-autumn",
        noticed.ToDictionary(sign => sign, _ => SignAnswer.Noticed),
        new Dictionary<string, PlanState> { ["talk-alone"] = PlanState.Planned });

    /// <summary>Fourteen signs and twelve plans, every id 40 characters long.</summary>
    public static Round FullestRound(string edition, string idPrefix = "") => new(
        AnyId(),
        edition.PadRight(40, 'e'),
        Enumerable.Range(0, 14).ToDictionary(i => $"{idPrefix}sign-{i}-".PadRight(40, 's'), i => (SignAnswer)((i % 3) + 1)),
        Enumerable.Range(0, 12).ToDictionary(i => $"{idPrefix}plan-{i}-".PadRight(40, 'p'), i => (PlanState)(i % 4)));

    public static void AssertSame(Round expected, Round actual)
    {
        Assert.Equal((expected.Id, expected.Edition), (actual.Id, actual.Edition));
        Assert.Equal(expected.Signs.Order(ByKey<SignAnswer>()), actual.Signs.Order(ByKey<SignAnswer>()));
        Assert.Equal(expected.Plans.Order(ByKey<PlanState>()), actual.Plans.Order(ByKey<PlanState>()));
    }

    /// <summary>Windows has no such modes.</summary>
    public static void AssertOwnersOnly(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            var owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | (Directory.Exists(path) ? UnixFileMode.UserExecute : 0);
            Assert.Equal(owners, File.GetUnixFileMode(path));
        }
    }

    /// <summary>A text as any of the encodings a database or a memory image may hold it in.</summary>
    public static IEnumerable<byte[]> Encodings(string text) =>
        [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(text)];

    public static bool Has(this byte[] haystack, byte[] needle) => haystack.AsSpan().IndexOf(needle) >= 0;

    private static RoundId AnyId() => new(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));

    private static Comparer<KeyValuePair<string, T>> ByKey<T>() =>
        Comparer<KeyValuePair<string, T>>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key));
}
