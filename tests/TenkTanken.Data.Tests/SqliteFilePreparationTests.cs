using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>What holds for a second database too. All that can be wrong with one is asked in <see cref="StoragePreparationTests"/>.</summary>
public sealed class SqliteFilePreparationTests
{
    [Fact]
    public async Task A_second_database_is_made_closed_with_a_log_and_without_row_ids()
    {
        await using var notes = TestNotes.New();

        var faults = await notes.PrepareAsync();

        Assert.Empty(faults);
        TestData.AssertOwnersOnly(notes.Database);
        Assert.Equal("wal", Ask(notes, "PRAGMA journal_mode"));
        Assert.EndsWith("WITHOUT ROWID", (string)Ask(notes, "SELECT sql FROM sqlite_master WHERE name = 'Note'")!);
    }

    [Fact]
    public async Task Its_connections_have_the_settings_that_keep_the_promises()
    {
        await using var notes = await TestNotes.StartAsync();
        await using var context = notes.Context();
        await context.Database.OpenConnectionAsync();

        var settings = new List<object?>();
        foreach (var pragma in new[] { "secure_delete", "synchronous", "trusted_schema", "temp_store" })
        {
            using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            settings.Add(await command.ExecuteScalarAsync());
        }

        Assert.Equal([1L, 2L, 0L, 2L], settings); // synchronous 2 is FULL, temp_store 2 is MEMORY
    }

    [Fact]
    public async Task A_database_that_can_be_used_is_looked_into_when_it_is_up_to_date()
    {
        await using var notes = TestNotes.New();
        var count = -1L;

        await notes.PrepareAsync(async (context, cancellationToken) =>
            count = await context.Database.SqlQuery<long>($"SELECT count(*) AS Value FROM Note").SingleAsync(cancellationToken));

        Assert.Equal(0L, count);
    }

    [Fact]
    public async Task One_that_cannot_be_used_is_named_and_neither_changed_nor_looked_into()
    {
        await using var notes = TestNotes.New();
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is somebody's letter. ", 1000)));
        await File.WriteAllBytesAsync(notes.Database, content);
        var lookedInto = false;

        var faults = await notes.PrepareAsync((_, _) => Task.FromResult(lookedInto = true));

        Assert.StartsWith($"The database {notes.Database} cannot be used", Assert.Single(faults));
        Assert.False(lookedInto);
        Assert.Equal(content, await File.ReadAllBytesAsync(notes.Database));
    }

    [Fact]
    public async Task One_of_a_newer_version_is_named()
    {
        await using var notes = await TestNotes.StartAsync();
        Ask(notes, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')");

        var faults = await notes.PrepareAsync();

        Assert.Contains("newer version", Assert.Single(faults));
    }

    [Fact]
    public async Task One_whose_looking_into_fails_cannot_be_used()
    {
        await using var notes = TestNotes.New();

        var faults = await notes.PrepareAsync((_, _) => throw new SqliteException("no such table", 1));

        Assert.Equal([$"The database {notes.Database} cannot be used: no such table It has been left as it is."], faults);
    }

    private static object? Ask(TestNotes notes, string sql)
    {
        using var foreigner = notes.Foreigner();
        using var command = foreigner.CreateCommand();
        command.CommandText = sql;

        return command.ExecuteScalar();
    }
}
