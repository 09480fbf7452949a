using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist;

/// <summary>What is drawn with a reflection and carried by its form: the code, should it be saved, and a random seed.</summary>
public readonly record struct Drawn(ReturnCode Code, ulong Seed)
{
    public static Drawn Now() => new(ReturnCode.Draw(), BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));

    /// <summary>
    /// The same answers sent twice are the same round and are kept once. Other answers under the same code (gone Back,
    /// changed, saved again) are another round, and nothing saved is overwritten.
    /// </summary>
    public Round Round(Answers answers)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Seed} {answers.Edition}");
        foreach (var (sign, answer) in answers.Signs.OrderBy(sign => sign.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $" {sign}={answer}");
        }

        text.AppendJoin(' ', answers.Plans.Order(StringComparer.Ordinal).Prepend(""));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));

        return answers.AsRound(new RoundId(BinaryPrimitives.ReadUInt64BigEndian(hash)));
    }
}

/// <summary>
/// Protects what was drawn, so that it can travel in the reflection's form: a save that is sent twice, or sent again
/// because the answer was lost, then hits the same session.
/// </summary>
public sealed class SaveToken(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("TenkTanken.Checklist.Save");

    public string Write(Drawn drawn) => _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{drawn.Code.Show()} {drawn.Seed}"));

    /// <summary>What the token holds, or something newly drawn when it cannot be read (the keys may have been lost): a save never fails for it.</summary>
    public Drawn Read(string? token)
    {
        try
        {
            if (token is not null
                && _protector.Unprotect(token).Split(' ') is [var text, var seed]
                && ReturnCode.TryParse(text, out var code)
                && ulong.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return new Drawn(code, number);
            }
        }
        catch (CryptographicException)
        {
            // Not ours, or protected with keys that are gone.
        }

        return Drawn.Now();
    }
}
