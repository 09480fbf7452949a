using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace TenkTanken.Data.Tests;

public sealed partial class SchemaTests
{
    [Fact]
    public async Task This_is_all_that_is_ever_stored()
    {
        await using var storage = await TestStorage.StartAsync();

        var tables = await QueryAsync(storage, "SELECT sql FROM sqlite_master ORDER BY name");

        Assert.Equal(
            Spaces().Replace(
                """
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
    public async Task Every_column_of_the_database_has_a_line_in_the_privacy_document_and_every_line_a_column()
    {
        await using var storage = await TestStorage.StartAsync();
        var document = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "privacy.md"));

        var columns = await QueryAsync(
            storage,
            "SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1");
        var lines = ColumnLine().Matches(document).Select(match => match.Groups["column"].Value);

        Assert.Equal(columns, lines.Order(StringComparer.Ordinal));
        Assert.Contains("SealedSession.Blob", columns);
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
        var sql = await QueryAsync(storage, "SELECT sql FROM sqlite_master WHERE name = 'SealedSession'");
        Assert.EndsWith("WITHOUT ROWID", Assert.Single(sql));
        await Assert.ThrowsAnyAsync<Exception>(() => QueryAsync(storage, "SELECT rowid FROM SealedSession"));
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

    private static async Task<List<string>> QueryAsync(TestStorage storage, string sql)
    {
        using var foreigner = storage.Foreigner();
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
