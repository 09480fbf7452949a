using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using TenkTanken.Data.Tests.Rooms;
using Xunit;

namespace TenkTanken.Data.Tests;

public sealed partial class SchemaTests
{
    private const string AllThereIs = "SELECT sql FROM sqlite_master ORDER BY name";

    private const string AllColumns =
        "SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1";

    [Fact]
    public async Task This_is_all_that_is_ever_stored()
    {
        await using var storage = await TestStorage.StartAsync();

        var tables = await QueryAsync(storage.Foreigner, AllThereIs);

        Assert.Equal(
            Spaces().Replace(
                """
                CREATE TABLE "KeyCheck" (
                    "ForgottenAfter" TEXT NOT NULL,
                    "Value" BLOB NOT NULL,
                    CONSTRAINT "PK_KeyCheck" PRIMARY KEY ("ForgottenAfter", "Value"),
                    CONSTRAINT "CK_Value" CHECK (length(Value) = 32)
                ) WITHOUT ROWID;
                CREATE TABLE "SealedSession" (
                    "Lookup" BLOB NOT NULL CONSTRAINT "PK_SealedSession" PRIMARY KEY,
                    "Blob" BLOB NOT NULL,
                    "ForgottenAfter" TEXT NOT NULL,
                    CONSTRAINT "CK_Blob" CHECK (length(Blob) = 4124),
                    CONSTRAINT "CK_ForgottenAfter" CHECK (ForgottenAfter = date(ForgottenAfter, 'start of month', '+1 month', '-1 day')),
                    CONSTRAINT "CK_Lookup" CHECK (length(Lookup) = 32)
                ) WITHOUT ROWID;
                CREATE TABLE "__EFMigrationsHistory" (
                    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
                    "ProductVersion" TEXT NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE "__EFMigrationsLock" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
                    "Timestamp" TEXT NOT NULL
                )
                """,
                " "),
            Spaces().Replace(string.Join(";\n", tables), " "));
    }

    [Fact]
    public async Task And_this_is_all_that_is_stored_of_rooms()
    {
        await using var rooms = await TestRooms.StartAsync();

        var tables = await QueryAsync(rooms.Foreigner, AllThereIs);

        Assert.Equal(
            Spaces().Replace(
                """
                CREATE TABLE "Answer" (
                    "Vote" TEXT NOT NULL,
                    "Hash" BLOB NOT NULL,
                    "Options" INTEGER NOT NULL,
                    "Shown" INTEGER NULL,
                    CONSTRAINT "PK_Answer" PRIMARY KEY ("Vote", "Hash")
                ) WITHOUT ROWID;
                CREATE UNIQUE INDEX "IX_Room_Code" ON "Room" ("Code");
                CREATE UNIQUE INDEX "IX_Vote_Room_Place" ON "Vote" ("Room", "Place");
                CREATE TABLE "Participant" (
                    "Room" TEXT NOT NULL,
                    "Hash" BLOB NOT NULL,
                    CONSTRAINT "PK_Participant" PRIMARY KEY ("Room", "Hash")
                ) WITHOUT ROWID;
                CREATE TABLE "Room" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_Room" PRIMARY KEY,
                    "Key" BLOB NOT NULL,
                    "Code" TEXT NOT NULL,
                    "Address" TEXT NOT NULL,
                    "IsRehearsal" INTEGER NOT NULL,
                    "EndsAt" INTEGER NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE "Vote" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_Vote" PRIMARY KEY,
                    "Room" TEXT NOT NULL,
                    "Place" INTEGER NOT NULL,
                    "Number" INTEGER NOT NULL,
                    "Question" TEXT NOT NULL,
                    "Options" TEXT NOT NULL,
                    "IsSingle" INTEGER NOT NULL,
                    "IsOpen" INTEGER NOT NULL,
                    "IsRevealed" INTEGER NOT NULL,
                    "ShownAnswers" INTEGER NULL,
                    "ShownCounts" TEXT NULL
                ) WITHOUT ROWID;
                CREATE TABLE "__EFMigrationsHistory" (
                    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
                    "ProductVersion" TEXT NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE "__EFMigrationsLock" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
                    "Timestamp" TEXT NOT NULL
                )
                """,
                " "),
            Spaces().Replace(string.Join(";\n", tables), " "));
    }

    [Fact]
    public async Task Every_column_of_both_databases_has_a_line_in_the_privacy_document_and_every_line_a_column()
    {
        await using var storage = await TestStorage.StartAsync();
        await using var rooms = await TestRooms.StartAsync();
        var document = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "privacy.md"));

        // How a database is brought up to date, both tell in the same columns.
        var columns = (await QueryAsync(storage.Foreigner, AllColumns)).Union(await QueryAsync(rooms.Foreigner, AllColumns)).ToList();
        var lines = ColumnLine().Matches(document).Select(match => match.Groups["column"].Value);

        Assert.Equal(columns.Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
        Assert.Contains("SealedSession.Blob", columns);
        Assert.Contains("Answer.Options", columns);
    }

    [Fact]
    public async Task A_table_that_a_later_migration_builds_anew_still_has_no_row_ids()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());
        await using var context = storage.Context();
        var column = new AddColumnOperation { Table = "SealedSession", Name = "ForgottenAfter", ClrType = typeof(DateOnly), ColumnType = "TEXT" };
        var change = new AlterColumnOperation
        {
            Table = column.Table,
            Name = column.Name,
            ClrType = column.ClrType,
            ColumnType = column.ColumnType,
            OldColumn = new AddColumnOperation { Table = column.Table, Name = column.Name, ClrType = typeof(string), IsNullable = true },
        };

        var commands = context.GetService<IMigrationsSqlGenerator>()
            .Generate([change], context.GetService<IDesignTimeModel>().Model);
        foreach (var command in commands)
        {
            await context.Database.ExecuteSqlRawAsync(command.CommandText);
        }

        Assert.Contains(commands, command => command.CommandText.Contains("ef_temp_SealedSession", StringComparison.Ordinal));
        var sql = await QueryAsync(storage.Foreigner, "SELECT sql FROM sqlite_master WHERE name = 'SealedSession'");
        Assert.EndsWith("WITHOUT ROWID", Assert.Single(sql));
        await Assert.ThrowsAnyAsync<Exception>(() => QueryAsync(storage.Foreigner, "SELECT rowid FROM SealedSession"));
        Assert.NotNull(await storage.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task The_migrations_make_what_the_model_says()
    {
        await using var storage = TestStorage.On(new());
        await using var context = storage.Context();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.NotEmpty(context.Database.GetMigrations());
    }

    [Fact]
    public async Task The_migrations_of_rooms_make_what_their_model_says()
    {
        await using var rooms = await TestRooms.StartAsync();
        await using var context = rooms.Context();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.NotEmpty(context.Database.GetMigrations());
    }

    private static async Task<List<string>> QueryAsync(Func<SqliteConnection> connect, string sql)
    {
        using var foreigner = connect();
        using var command = foreigner.CreateCommand();
        command.CommandText = sql;
        using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TenkTanken.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("TenkTanken.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| *`?(?<column>\w+\.\w+)`? *\|.*\S.*\|.*\S.*\|$", RegexOptions.Multiline)]
    private static partial Regex ColumnLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
