using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>
/// Stands for the code on the pages of an opened session, so that the code itself is in none of them. Good for half an
/// hour: a page left open on a shared PC then opens nothing.
/// </summary>
public sealed class OpenedToken(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("TenkTanken.ComeBack.Opened");

    public string Write(ReturnCode code)
    {
        var until = (time.GetUtcNow() + Life).ToUnixTimeSeconds();

        return _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{code.Show()} {until}"));
    }

    public bool TryRead(string? token, out ReturnCode code)
    {
        code = default;
        try
        {
            return token is not null
                && _protector.Unprotect(token).Split(' ') is [var text, var until]
                && long.Parse(until, CultureInfo.InvariantCulture) >= time.GetUtcNow().ToUnixTimeSeconds()
                && ReturnCode.TryParse(text, out code);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
