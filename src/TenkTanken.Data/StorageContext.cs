using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TenkTanken.Data;

/// <summary>The database: <c>tenktanken.db</c>, SQLite, with two tables of ours.</summary>
internal sealed class StorageContext(DbContextOptions<StorageContext> options) : DbContext(options)
{
    public DbSet<SealedSession> SealedSessions => Set<SealedSession>();

    public DbSet<KeyCheck> KeyChecks => Set<KeyCheck>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfiguration(new SealedSessionMapping()).ApplyConfiguration(new KeyCheckMapping());

    /// <remarks>For `dotnet ef` only: it has no site to ask for the folders, and needs no database to write a migration.</remarks>
    private sealed class ForMigrations : IDesignTimeDbContextFactory<StorageContext>
    {
        public StorageContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<StorageContext>();
            SqliteFile.Configure(options, "tenktanken.db");
            return new(options.Options);
        }
    }
}
