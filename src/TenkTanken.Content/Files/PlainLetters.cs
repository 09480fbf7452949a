using System.Globalization;

namespace TenkTanken.Content.Files;

/// <summary>
/// Characters that look like our letters and are others: joined letters out of a PDF (<c>ﬁ</c>), wide ones, and the bold and
/// slanted ones of social media. Nobody finds a word that is written with them, and a screen reader spells it or says nothing.
/// Fractions, raised digits and such are what they look like, and are not among them.
/// </summary>
internal static class PlainLetters
{
    private const int Alphabet = 26;

    /// <summary>In pairs: the character, and what one writes.</summary>
    private static readonly Dictionary<int, string> Single = new()
    {
        [0xFB00] = "ff", [0xFB01] = "fi", [0xFB02] = "fl", [0xFB03] = "ffi", [0xFB04] = "ffl", [0xFB05] = "st", [0xFB06] = "st",
        [0x0132] = "IJ", [0x0133] = "ij", [0x0149] = "’n", [0x017F] = "s", [0x212A] = "K", [0x212B] = "Å",
        [0x01C4] = "DŽ", [0x01C5] = "Dž", [0x01C6] = "dž", [0x01C7] = "LJ", [0x01C8] = "Lj", [0x01C9] = "lj",
        [0x01CA] = "NJ", [0x01CB] = "Nj", [0x01CC] = "nj", [0x01F1] = "DZ", [0x01F2] = "Dz", [0x01F3] = "dz",
        [0x2102] = "C", [0x210A] = "g", [0x210B] = "H", [0x210C] = "H", [0x210D] = "H", [0x210E] = "h", [0x2110] = "I", [0x2111] = "I",
        [0x2112] = "L", [0x2113] = "l", [0x2115] = "N", [0x2119] = "P", [0x211A] = "Q", [0x211B] = "R", [0x211C] = "R", [0x211D] = "R",
        [0x2124] = "Z", [0x2128] = "Z", [0x212C] = "B", [0x212D] = "C", [0x212F] = "e", [0x2130] = "E", [0x2131] = "F", [0x2133] = "M", [0x2134] = "o",
        [0x2160] = "I", [0x2161] = "II", [0x2162] = "III", [0x2163] = "IV", [0x2164] = "V", [0x2165] = "VI", [0x2166] = "VII", [0x2167] = "VIII",
        [0x2168] = "IX", [0x2169] = "X", [0x216A] = "XI", [0x216B] = "XII", [0x216C] = "L", [0x216D] = "C", [0x216E] = "D", [0x216F] = "M",
        [0x2170] = "i", [0x2171] = "ii", [0x2172] = "iii", [0x2173] = "iv", [0x2174] = "v", [0x2175] = "vi", [0x2176] = "vii", [0x2177] = "viii",
        [0x2178] = "ix", [0x2179] = "x", [0x217A] = "xi", [0x217B] = "xii", [0x217C] = "l", [0x217D] = "c", [0x217E] = "d", [0x217F] = "m",
    };

    /// <summary>What one writes instead; null where the character is what it looks like.</summary>
    public static string? Of(int character) => character switch
    {
        >= 0xFF01 and <= 0xFF5E => $"{(char)(character - 0xFEE0)}",
        >= 0x24B6 and <= 0x24E9 => Letter(character - 0x24B6),
        // Thirteen alphabets of capital and small letters, and five rows of digits.
        >= 0x1D400 and <= 0x1D6A3 => Letter((character - 0x1D400) % (2 * Alphabet)),
        >= 0x1D7CE and <= 0x1D7FF => ((character - 0x1D7CE) % 10).ToString(CultureInfo.InvariantCulture),
        _ => Single.GetValueOrDefault(character),
    };

    private static string Letter(int number) => $"{(char)(number < Alphabet ? 'A' + number : 'a' + number - Alphabet)}";
}
