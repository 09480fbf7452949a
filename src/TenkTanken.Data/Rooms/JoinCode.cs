using System.Security.Cryptography;

namespace TenkTanken.Data.Rooms;

/// <summary>What people type to join a room: six letters. None looks like another, and without vowels they make no word.</summary>
public static class JoinCode
{
    public const int Length = 6;

    /// <summary>Characters. A whole address, with the code at its end, and nothing that takes time to read.</summary>
    public const int LongestText = 300;

    // 16 million codes. Who tries at random is slowed down, and a code is good for a day at most.
    private const string Letters = "BCDFGHJKMNPRSTWX";

    // Digits that a code has none of, and that are easily read out of some of its letters.
    private static readonly Dictionary<char, char> LooksLike = new() { ['8'] = 'B', ['6'] = 'G', ['5'] = 'S' };

    /// <summary>A new code from the operating system's random numbers.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>
    /// The code in what somebody typed or pasted: small letters, with anything between that is no letter and no digit, or behind the # of
    /// an address. Null where it is none.
    /// </summary>
    public static string? Read(string? text)
    {
        if (text is null || text.Length > LongestText)
        {
            return null;
        }

        var read = text[(text.LastIndexOf('#') + 1)..]
            .Where(char.IsLetterOrDigit)
            .Select(char.ToUpperInvariant)
            .Select(symbol => LooksLike.GetValueOrDefault(symbol, symbol))
            .ToArray();

        return read.Length == Length && read.All(symbol => Letters.Contains(symbol, StringComparison.Ordinal)) ? new string(read) : null;
    }

    /// <summary>In two groups, as it stands on the wall: <c>BCD FGH</c>.</summary>
    public static string Show(string code) => $"{code[..(Length / 2)]} {code[(Length / 2)..]}";
}
