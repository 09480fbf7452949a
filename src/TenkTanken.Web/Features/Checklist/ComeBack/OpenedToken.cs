using Microsoft.AspNetCore.DataProtection;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>
/// Stands for the code on the pages of an opened session, so that the code itself is in none of them. Good for half an
/// hour: a page left open on a shared PC then opens nothing.
/// </summary>
public sealed class OpenedToken(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly TimedToken _token = new(protection, "TenkTanken.ComeBack.Opened", Life, time);

    public string Write(PendingSave pending) => _token.Write(pending.AsText());

    /// <summary>Null for what is no token of ours.</summary>
    public Opened? Read(string? token) =>
        _token.Read(token) is var (text, isLate) && PendingSave.TryParse(text, out var pending) ? new Opened(pending, isLate) : null;
}

/// <param name="IsLate">The half hour is over, and it opens nothing.</param>
public sealed record Opened(PendingSave PendingSave, bool IsLate);
