using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TenkTanken.Data;

/// <summary>What a helper writes down to come back: 15 random symbols (75 bits) and a check symbol.</summary>
/// <remarks>
/// It has no public property, and only <see cref="Show"/> gives its text: a log line, a printed record or a serialiser
/// that meets a code by accident says nothing.
/// </remarks>
public readonly record struct ReturnCode
{
    // Crockford's Base32 has no I, L, O or U, so nothing on a note is read as something else.
    // https://www.crockford.com/base32.html
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int RandomLength = 15;
    private const int Length = RandomLength + 1;
    private const int GroupLength = 4;
    private const int LongestTyped = 64;

    private readonly string? _symbols;

    private ReturnCode(string symbols) => _symbols = symbols;

    /// <summary>A new code from the operating system's random numbers.</summary>
    public static ReturnCode Draw()
    {
        var random = RandomNumberGenerator.GetString(Alphabet, RandomLength);
        return new(random + CheckSymbol(random));
    }

    /// <summary>
    /// Reads a code as people type it: small letters, spaces, hyphens and dashes of every kind, full stops, and O, I and L
    /// for the digits they look like. False for anything else, a wrong check symbol and more than 64 characters.
    /// </summary>
    public static bool TryParse(string? typed, out ReturnCode code)
    {
        code = default;
        if (typed is null || typed.Length > LongestTyped)
        {
            return false;
        }

        var symbols = new StringBuilder(Length);
        foreach (var character in typed.Where(character => !Separates(character)))
        {
            var symbol = Fold(character);
            if (symbols.Length == Length || !Alphabet.Contains(symbol))
            {
                return false;
            }

            symbols.Append(symbol);
        }

        var read = symbols.ToString();
        if (read.Length != Length || CheckSymbol(read[..RandomLength]) != read[RandomLength])
        {
            return false;
        }

        code = new(read);
        return true;
    }

    /// <summary>The code in four groups, <c>XXXX-XXXX-XXXX-XXXX</c>: for its owner's eyes and for a protected token.</summary>
    public string Show() => string.Join('-', Symbols.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Never the code itself.</summary>
    public override string ToString() => "ReturnCode (not shown)";

    /// <summary>The sixteen symbols as keys are derived from them.</summary>
    internal byte[] Bytes => Encoding.ASCII.GetBytes(Symbols);

    private string Symbols => _symbols ?? throw new InvalidOperationException("This code was neither drawn nor read.");

    // Luhn mod N (the Luhn algorithm of ISO/IEC 7812-1 generalised to N symbols) with N = 32: finds every wrong symbol
    // and every swap of neighbours but that of 0 and Z.
    private static char CheckSymbol(string symbols)
    {
        var sum = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            // Every second symbol is doubled, beginning with the one beside the check symbol.
            var doubled = (symbols.Length - i) % 2 == 1;
            var value = Alphabet.IndexOf(symbols[i]) * (doubled ? 2 : 1);
            sum += (value / Alphabet.Length) + (value % Alphabet.Length);
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }

    private static char Fold(char character) => char.IsAsciiLetterLower(character) ? Fold((char)(character - 'a' + 'A')) : character switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => character,
    };

    private static bool Separates(char character) =>
        char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation
        || character is '.' or '\u2212' or '\u00AD'; // minus sign, soft hyphen
}
