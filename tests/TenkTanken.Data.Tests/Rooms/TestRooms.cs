using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TenkTanken.Data.Rooms;
using Xunit;
using AllRooms = TenkTanken.Data.Rooms.Rooms;

namespace TenkTanken.Data.Tests.Rooms;

/// <summary>Rooms as the site uses them, in a real file in a folder of its own, with a clock that the test turns.</summary>
internal sealed class TestRooms : IAsyncDisposable
{
    public const string Address = "https://tenktanken.example";

    /// <summary>More people than any test lets in.</summary>
    public const int Most = 2_500;

    public static readonly Question Signs = new("signs", ["fear", "papers", "housing"], IsSingle: false);
    public static readonly Question Steps = new("steps", ["1", "2", "3", "4"], IsSingle: true);

    private readonly ServiceProvider _services;

    private TestRooms(TemporaryFolder folder, DateTimeOffset now)
    {
        Folder = folder;
        Time = new(now);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<TimeProvider>(Time);
        services.AddRooms(DataFolder);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public TemporaryFolder Folder { get; }

    public FakeTimeProvider Time { get; }

    public CollectedLog Log { get; } = new();

    public string DataFolder => Path.Combine(Folder.Path, "data");

    public string Database => Path.Combine(DataFolder, "rooms.db");

    public AllRooms Rooms => _services.GetRequiredService<AllRooms>();

    public static async Task<TestRooms> StartAsync() => await StartAsync(new(), TestStorage.At(2026, 11, 28));

    /// <summary>The site stopped and started again on the same folder.</summary>
    public async Task<TestRooms> RestartAsync()
    {
        await StopAsync();
        return await StartAsync(Folder, Time.GetUtcNow());
    }

    /// <summary>Everything in the data folder as it lies on the disk.</summary>
    public byte[] RawBytes() => [.. Directory.GetFiles(DataFolder).Order().SelectMany(File.ReadAllBytes)];

    /// <summary>A connection that knows nothing of ours, as another program's would be.</summary>
    public SqliteConnection Foreigner()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public RoomsContext Context() => _services.GetRequiredService<IDbContextFactory<RoomsContext>>().CreateDbContext();

    public async Task<Room> OpenAsync()
    {
        var (end, room) = await Rooms.OpenAsync(Address, isRehearsal: false);
        Assert.Equal(RoomEnd.Done, end);

        return room!;
    }

    /// <summary>A room that is asked something, with so many people in it.</summary>
    public async Task<(Room Room, IReadOnlyList<string> People)> AskAsync(Question question, int people)
    {
        var room = await OpenAsync();
        var came = Enumerable.Range(0, people).Select(_ => AllRooms.DrawParticipant()).ToList();
        Assert.All(await Task.WhenAll(came.Select(one => Rooms.JoinAsync(room.Id, one, Most))), end => Assert.Equal(RoomEnd.Done, end));
        Assert.Equal(RoomEnd.Done, await Rooms.AskAsync(room.Id, null, question));

        return (See(room), came);
    }

    /// <summary>As it is now. Fails where there is no such room.</summary>
    public Room See(Room room) => Rooms.Find(room.Id) ?? throw new InvalidOperationException("There is no such room any more.");

    public Vote Current(Room room) => See(room).Current!;

    /// <summary>Each answers what is asked now.</summary>
    public async Task AnswerAsync(Room room, IEnumerable<string> people, params string[] chosen)
    {
        var vote = Current(room).Id;
        Assert.All(
            await Task.WhenAll(people.Select(one => Rooms.AnswerAsync(room.Id, vote, one, chosen))),
            end => Assert.Equal(RoomEnd.Done, end));
    }

    public Task<RoomEnd> RevealAsync(Room room, bool isRevealed = true) => Rooms.SetRevealedAsync(room.Id, Current(room).Id, isRevealed);

    /// <summary>What is shown, brought up to date.</summary>
    public async Task<Totals?> ShownAsync(Room room)
    {
        await Rooms.MoveTotalsAsync(room.Id, Current(room).Id);

        return Current(room).Shown;
    }

    public Task<WriteEnd> ForgetAsync() => Rooms.DeleteDueAsync(Time.GetUtcNow(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        Folder.Dispose();
    }

    private static async Task<TestRooms> StartAsync(TemporaryFolder folder, DateTimeOffset now)
    {
        var rooms = new TestRooms(folder, now);
        Assert.Empty(await rooms._services.PrepareRoomsAsync());
        foreach (var service in rooms._services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return rooms;
    }

    private async Task StopAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None).WaitAsync(TestStorage.HangsAfter);
        }

        await using var context = Context();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }
}
