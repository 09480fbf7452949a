using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>
/// Stands for the code on the pages of an opened session, so that the code itself is in none of them. Good for half an
/// hour: a page left open on a shared PC then opens nothing.
/// </summary>
public sealed class OpenedToken(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("TenkTanken.ComeBack.Opened");

    public string Write(PendingSave pending)
    {
        var until = (time.GetUtcNow() + Life).ToUnixTimeSeconds();

        return _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{until} {pending.AsText()}"));
    }

    /// <summary>Null for what is no token of ours.</summary>
    public Opened? Read(string? token)
    {
        try
        {
            return token is not null
                && _protector.Unprotect(token).Split(' ', 2) is [var until, var text]
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && PendingSave.TryParse(text, out var pending)
                ? new Opened(pending, IsLate: seconds < time.GetUtcNow().ToUnixTimeSeconds())
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="IsLate">The half hour is over, and it opens nothing.</param>
public sealed record Opened(PendingSave PendingSave, bool IsLate);
