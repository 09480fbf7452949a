using System.Globalization;
using System.Text;

namespace TenkTanken.Data;

/// <summary>
/// The plain letter or digit behind one that a keyboard or a program has dressed up: full-width, in a circle or a square,
/// mathematical, or a digit of another script. Letters of another alphabet that only look alike stay what they are.
/// </summary>
/// <remarks><see cref="string.Normalize()"/> would know most of them, and does nothing where globalization is invariant.</remarks>
internal static class PlainLetters
{
    // The mathematical alphabets lie one after the other, capitals and then small letters; those that Unicode had from
    // before are missing there. https://www.unicode.org/charts/PDF/U1D400.pdf, https://www.unicode.org/charts/PDF/U2100.pdf
    private const int MathematicalFirst = 0x1D400;
    private const int MathematicalLast = 0x1D6A3;
    private const string Older = "ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ";
    private const string OlderPlain = "CGHHHHIILLNPQRRRZZBCEEFMO";
    private const int Letters = 26;

    private static readonly (int First, int Last, char Plain)[] Rows =
    [
        (0x2460, 0x2468, '1'), // digits in circles; nought lies apart
        (0x24EA, 0x24EA, '0'),
        (0x24B6, 0x24CF, 'A'), // letters in circles
        (0x24D0, 0x24E9, 'A'),
        (0x1F130, 0x1F149, 'A'), // in squares, in dark circles, in dark squares
        (0x1F150, 0x1F169, 'A'),
        (0x1F170, 0x1F189, 'A'),
    ];

    /// <summary>A capital, a digit or a mark of ASCII where one stands behind it; otherwise the same again.</summary>
    public static Rune Of(Rune written)
    {
        var value = written.Value;
        if (written.IsAscii)
        {
            return new(char.ToUpperInvariant((char)value));
        }

        // Full-width and ASCII lie in the same order, this far apart.
        if (value is >= 0xFF01 and <= 0xFF5E)
        {
            return Of(new Rune(value - 0xFEE0));
        }

        if (value is >= MathematicalFirst and <= MathematicalLast)
        {
            return new((char)('A' + ((value - MathematicalFirst) % Letters)));
        }

        if (Rune.GetUnicodeCategory(written) is UnicodeCategory.DecimalDigitNumber)
        {
            return new((char)('0' + (int)Rune.GetNumericValue(written)));
        }

        var row = Rows.FirstOrDefault(row => value >= row.First && value <= row.Last);
        var older = written.IsBmp ? Older.IndexOf((char)value) : -1;

        return row.Plain != default ? new((char)(row.Plain + value - row.First))
            : older >= 0 ? new(OlderPlain[older])
            : written;
    }
}
