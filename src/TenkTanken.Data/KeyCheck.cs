using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TenkTanken.Data;

/// <summary>
/// By what the right key of a month is known. Stands in the database since the key does not: where the file is gone or another, nothing is made in its
/// place, which would be lost when the right one is put back. A month has two where two folders have a key for it.
/// </summary>
internal sealed class KeyCheck
{
    /// <summary>Of a key that was gone before there were checks: none has this.</summary>
    public static readonly byte[] NeverSeen = new byte[MonthKey.CheckLength];

    public required DateOnly ForgottenAfter { get; init; }

    /// <summary>See <see cref="MonthKey.Check"/>.</summary>
    public required byte[] Value { get; init; }

    public static KeyCheck Of(MonthKey key) => new() { ForgottenAfter = key.ForgottenAfter, Value = key.Check };

    public bool IsOf(MonthKey key) => ForgottenAfter == key.ForgottenAfter && Value.AsSpan().SequenceEqual(key.Check);
}

internal sealed class KeyCheckMapping : IEntityTypeConfiguration<KeyCheck>
{
    public void Configure(EntityTypeBuilder<KeyCheck> check)
    {
        check.ToTable(nameof(KeyCheck), table => table.HasCheckConstraint("CK_Value", $"length(Value) = {MonthKey.CheckLength}"));
        check.HasKey(row => new { row.ForgottenAfter, row.Value });
    }
}
