using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TenkTanken.Web.Features.Checklist;

/// <summary>
/// Protects what was drawn, so that it can travel in the reflection's form: a save that is sent twice, or sent again
/// because the answer was lost, then hits the same session.
/// </summary>
public sealed class SaveToken(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("TenkTanken.Checklist.Save");

    public string Write(PendingSave pending) => _protector.Protect(pending.AsText());

    /// <summary>What the token holds, or something newly drawn when it cannot be read (the keys may have been lost): a save never fails for it.</summary>
    public PendingSave Read(string? token)
    {
        try
        {
            return token is not null && PendingSave.TryParse(_protector.Unprotect(token), out var pending) ? pending : PendingSave.Now();
        }
        catch (CryptographicException)
        {
            // Not ours, or protected with keys that are gone.
            return PendingSave.Now();
        }
    }
}
