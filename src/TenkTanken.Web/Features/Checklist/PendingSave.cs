using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist;

/// <summary>
/// What a round will be saved under, carried by its form: the code (drawn with the first reflection, typed on coming back)
/// and a random seed.
/// </summary>
public readonly record struct PendingSave(ReturnCode Code, ulong Seed)
{
    public static PendingSave Now() => For(ReturnCode.Draw());

    public static PendingSave For(ReturnCode code) => new(code, BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));

    public static bool TryParse(string text, out PendingSave pending)
    {
        pending = default;
        if (text.Split(' ') is not [var typed, var seed]
            || !ReturnCode.TryParse(typed, out var code)
            || !ulong.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        pending = new(code, number);
        return true;
    }

    /// <summary>As it stands in a token, before that is protected.</summary>
    internal string AsText() => string.Create(CultureInfo.InvariantCulture, $"{Code.Show()} {Seed}");

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
