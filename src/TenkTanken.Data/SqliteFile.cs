using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace TenkTanken.Data;

/// <summary>How each database of ours is opened, whatever is in it.</summary>
internal static class SqliteFile
{
    /// <param name="onlyReads">For one look at it: nothing of it is changed, and it is let go of when the context is.</param>
    public static void Configure(DbContextOptionsBuilder options, string path, bool onlyReads = false)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = onlyReads ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, // never creates: only the preparation does, closed to other users
            DefaultTimeout = 5, // seconds a command waits, blocking its thread, for another process's lock; the default is 30
            Pooling = !onlyReads,
        };
        options.UseSqlite(connection.ToString())
            .AddInterceptors(new Pragmas())
            .ReplaceService<IMigrationsSqlGenerator, WithoutRowIds>()
            // Entity Framework logs every command with its time at Information: a log of saves. Whatever the one who runs
            // the site turns on, there is none; what fails is logged by whoever asked for it.
            .UseLoggerFactory(NullLoggerFactory.Instance);
    }

    /// <remarks>SQLite forgets these with the connection, so each connection is told.</remarks>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        // secure_delete: what is deleted is overwritten with zeros.
        // synchronous: what was answered as saved survives a power cut. NORMAL lost acknowledged rows when it was measured.
        // trusted_schema: a database that somebody has tampered with runs no functions of ours.
        // temp_store: tidying makes no copy outside the data folder.
        private const string Settings =
            "PRAGMA secure_delete=ON; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData); // SQLite has nothing to wait for
            return Task.CompletedTask;
        }
    }
}
