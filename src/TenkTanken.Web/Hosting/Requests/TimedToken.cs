using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TenkTanken.Web.Hosting.Requests;

/// <summary>
/// Carries a text through the browser, where nobody can read or change it, and tells when it comes back too late. The
/// framework has such a thing too, on the machine's clock, and there what is late cannot be told from what is no token.
/// </summary>
/// <param name="purpose">For ever: a token for another purpose is none, and so are those of before when it is changed.</param>
public sealed class TimedToken(IDataProtectionProvider protection, string purpose, TimeSpan life, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector(purpose);

    public string Write(string text)
    {
        var until = (time.GetUtcNow() + life).ToUnixTimeSeconds();

        return _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{until} {text}"));
    }

    /// <summary>Null for what is no token of ours.</summary>
    public TokenText? Read(string? token)
    {
        try
        {
            return token is not null
                && _protector.Unprotect(token).Split(' ', 2) is [var until, var text]
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? new TokenText(text, IsLate: seconds < time.GetUtcNow().ToUnixTimeSeconds())
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="IsLate">Its time is over.</param>
public sealed record TokenText(string Text, bool IsLate);
