using System.Security.Cryptography;
using System.Text;

namespace TenkTanken.Data.Rooms;

/// <summary>
/// Makes of a participant what is stored of them. Nobody can go the other way, and nobody without the room's key can tell whether somebody
/// was there. What is stored of two answers does not say that one person gave them.
/// </summary>
internal static class RoomKey
{
    private const int Length = 32;
    private const int IdLength = 32;

    public static byte[] Draw() => RandomNumberGenerator.GetBytes(Length);

    public static byte[] OfParticipant(byte[] key, string participant) => Hash(key, "in", participant);

    public static byte[] OfAnswer(byte[] key, string vote, string participant) => Hash(key, vote, participant);

    /// <summary>What is new for everybody: in the address of a phone, say. 128 bits.</summary>
    public static string DrawId() => RandomNumberGenerator.GetHexString(IdLength, lowercase: true);

    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    private static byte[] Hash(byte[] key, string what, string participant) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{what} {participant}"));
}
