using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TenkTanken.Data.Rooms;

/// <summary>
/// The database of the rooms: <c>rooms.db</c>, a file of its own, since nothing of it is to be in any backup. No row tells when it was
/// written or, among its like, before or after which.
/// </summary>
internal sealed class RoomsContext(DbContextOptions<RoomsContext> options) : DbContext(options)
{
    public DbSet<StoredRoom> Rooms => Set<StoredRoom>();

    public DbSet<StoredParticipant> Participants => Set<StoredParticipant>();

    public DbSet<StoredVote> Votes => Set<StoredVote>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredRoom>(room =>
        {
            room.ToTable("Room").HasKey(row => row.Id);
            room.HasIndex(row => row.Code).IsUnique();
        });
        modelBuilder.Entity<StoredParticipant>().ToTable("Participant").HasKey(row => new { row.Room, row.Hash });
        modelBuilder.Entity<StoredVote>(vote =>
        {
            vote.ToTable("Vote").HasKey(row => row.Id);
            vote.HasIndex(row => new { row.Room, row.Place }).IsUnique();
        });
        modelBuilder.Entity<StoredAnswer>().ToTable("Answer").HasKey(row => new { row.Vote, row.Hash });
    }

    /// <remarks>For `dotnet ef` only: it has no site to ask for the folder, and needs no database to write a migration.</remarks>
    private sealed class ForMigrations : IDesignTimeDbContextFactory<RoomsContext>
    {
        public RoomsContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<RoomsContext>();
            SqliteFile.Configure(options, "rooms.db");
            return new(options.Options);
        }
    }
}

internal sealed class StoredRoom
{
    public required string Id { get; init; }

    /// <summary>Without it no hash can be made of whom one meets; destroyed with the room.</summary>
    public required byte[] Key { get; init; }

    public required string Code { get; init; }

    public required string Address { get; init; }

    public required bool IsRehearsal { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public required long EndsAt { get; init; }
}

/// <summary>Somebody who has come in.</summary>
internal sealed class StoredParticipant
{
    public required string Room { get; init; }

    /// <summary>See <see cref="RoomKey"/>. Another than that of any answer.</summary>
    public required byte[] Hash { get; init; }
}

internal sealed class StoredVote
{
    public required string Id { get; init; }

    public required string Room { get; init; }

    /// <summary>Among the votes of the room.</summary>
    public required int Place { get; init; }

    public required int Number { get; init; }

    public required string Question { get; init; }

    /// <summary>Ids, with a space between.</summary>
    public required string Options { get; init; }

    public required bool IsSingle { get; init; }

    public required bool IsOpen { get; set; }

    public bool IsRevealed { get; set; }

    public int? ShownAnswers { get; set; }

    /// <summary>Numbers in the order of the options, with a space between.</summary>
    public string? ShownCounts { get; set; }
}

internal sealed class StoredAnswer
{
    public required string Vote { get; init; }

    /// <summary>See <see cref="RoomKey"/>: the same person has another one in each vote.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>A bit for each.</summary>
    public required long Options { get; set; }

    /// <summary>What of it is in the totals that were shown last; null where nothing is.</summary>
    public long? Shown { get; set; }
}
