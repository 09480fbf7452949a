using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TenkTanken.Data;

/// <summary>All that is stored of a session. Who, when, where and in which order it was saved is in none of it.</summary>
internal sealed class SealedSession
{
    /// <summary>What the session is found by; see <see cref="MonthKey.LookupOf"/>.</summary>
    public required byte[] Lookup { get; init; }

    /// <summary>The session, always of the same length; see <see cref="MonthKey.Seal"/>.</summary>
    public required byte[] Blob { get; set; }

    /// <summary>The last day of the month after saving (UTC). The same for everyone who saved in the same month.</summary>
    public required DateOnly ForgottenAfter { get; init; }
}

/// <remarks>The checks make the database itself refuse what would tell one row from another.</remarks>
internal sealed class SealedSessionMapping : IEntityTypeConfiguration<SealedSession>
{
    public void Configure(EntityTypeBuilder<SealedSession> session)
    {
        session.ToTable(nameof(SealedSession), table =>
        {
            table.HasCheckConstraint("CK_Lookup", $"length(Lookup) = {MonthKey.LookupLength}");
            table.HasCheckConstraint("CK_Blob", $"length(Blob) = {MonthKey.SealedLength}");
            table.HasCheckConstraint("CK_ForgottenAfter", "ForgottenAfter = date(ForgottenAfter, 'start of month', '+1 month', '-1 day')");
        });
        session.HasKey(row => row.Lookup);
        session.Property(row => row.Lookup).ValueGeneratedNever();
    }
}
