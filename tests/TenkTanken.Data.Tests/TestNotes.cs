using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>
/// A second database, as another feature might have it: a file, a table and a writer of its own, which tells before it empties the log
/// unless a test says otherwise.
/// </summary>
internal sealed class TestNotes : IAsyncDisposable
{
    public const int LongestQueue = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    private TestNotes(bool emptiesLogFirst)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<TimeProvider>(Time);
        services.AddDatabase<NotesContext>(Database, 4_096, new WriterPace(LongestQueue, emptiesLogFirst));
        services.ConfigureDbContext<NotesContext>(options => options.AddInterceptors(Emptying));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTimeProvider Time { get; } = new(TestStorage.At(2026, 11, 28));

    public CollectedLog Log { get; } = new();

    public Emptying Emptying { get; } = new();

    public string Database => Path.Combine(_folder.Path, "notes.db");

    public StorageWriter<NotesContext> Writer => _services.GetRequiredService<StorageWriter<NotesContext>>();

    public KeptForATime Kept => new("Notes", async (now, cancellationToken) =>
    {
        var outcome = await Writer.WriteAndTidyAsync(
            context => context.Database.ExecuteSql($"DELETE FROM Note WHERE Until <= {now.ToUnixTimeSeconds()}"),
            cancellationToken);
        return outcome.End;
    });

    /// <summary>Nothing prepared, nothing started.</summary>
    public static TestNotes New() => new(emptiesLogFirst: false);

    /// <summary>Prepared, with the writer running.</summary>
    public static async Task<TestNotes> StartAsync(bool emptiesLogFirst = false)
    {
        var notes = new TestNotes(emptiesLogFirst);
        Assert.Empty(await notes.PrepareAsync());
        await notes.Writer.StartAsync(CancellationToken.None);
        return notes;
    }

    public Task<IReadOnlyList<string>> PrepareAsync(Func<NotesContext, CancellationToken, Task>? lookInto = null) =>
        _services.GetRequiredService<SqliteFilePreparation<NotesContext>>()
            .PrepareAsync(lookInto ?? ((_, _) => Task.CompletedTask), CancellationToken.None)
            .WaitAsync(TestStorage.HangsAfter);

    public NotesContext Context() => _services.GetRequiredService<IDbContextFactory<NotesContext>>().CreateDbContext();

    /// <summary>A connection that knows nothing of ours, as another program's would be.</summary>
    public SqliteConnection Foreigner()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public async Task WriteAsync(string text, DateTimeOffset until = default)
    {
        var outcome = await Writer.WriteAsync(context => Add(context, text, until), CancellationToken.None).WaitAsync(TestStorage.HangsAfter);
        Assert.Equal(WriteEnd.Written, outcome.End);
    }

    public static int Add(NotesContext context, string text, DateTimeOffset until = default) =>
        context.Database.ExecuteSql($"INSERT INTO Note VALUES ({text}, {until.ToUnixTimeSeconds()})");

    public List<string> Texts()
    {
        using var foreigner = Foreigner();
        using var command = foreigner.CreateCommand();
        command.CommandText = "SELECT Text FROM Note ORDER BY Text";
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    public long LogLength => new FileInfo(Database + "-wal").Length;

    /// <summary>The write-ahead log as it lies on the disk.</summary>
    public byte[] LogBytes() => File.ReadAllBytes(Database + "-wal");

    /// <summary>All of the database as it lies on the disk.</summary>
    public byte[] RawBytes() => [.. Directory.GetFiles(_folder.Path).Order().SelectMany(File.ReadAllBytes)];

    public async ValueTask DisposeAsync()
    {
        Emptying.Dispose();
        await Writer.StopAsync(CancellationToken.None).WaitAsync(TestStorage.HangsAfter);
        await using (var context = Context())
        {
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }

        await _services.DisposeAsync();
        _folder.Dispose();
    }
}

internal sealed class NotesContext(DbContextOptions<NotesContext> options) : DbContext(options)
{
    [DbContext(typeof(NotesContext))]
    [Migration("20261128000000_Notes")]
    private sealed class Notes : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
            "Note",
            table => new { Text = table.Column<string>(), Until = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_Note", note => note.Text));
    }
}

/// <summary>Stops the writer before it empties the log, until the test opens it: the connection opened next is the one for that.</summary>
internal sealed class Emptying : DbConnectionInterceptor, IDisposable
{
    private readonly ManualResetEventSlim _reached = new();
    private readonly ManualResetEventSlim _open = new();
    private bool _stopsNext;

    /// <summary>To be said in a write, on the writer's thread.</summary>
    public void StopNext() => _stopsNext = true;

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        if (_stopsNext)
        {
            _stopsNext = false;
            _reached.Set();
            _open.Wait();
        }

        return result;
    }

    public void WaitUntilReached() => Assert.True(_reached.Wait(TestStorage.HangsAfter));

    public void Open() => _open.Set();

    public void Dispose()
    {
        _open.Set(); // a test that fails must not leave the writer's thread behind
        _reached.Dispose();
    }
}
