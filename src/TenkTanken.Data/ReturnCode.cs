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
    /// <summary>Characters. A long message, and nothing that takes time to read.</summary>
    public const int LongestText = 10_000;

    /// <summary>Symbols, the check symbol among them.</summary>
    public const int Length = RandomLength + 1;

    // Crockford's Base32 has no I, L, O or U, so nothing on a note is read as something else.
    // https://www.crockford.com/base32.html
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int RandomLength = 15;
    private const int GroupLength = 4;
    private const int MostReadings = 4;

    private readonly string? _symbols;

    private ReturnCode(string symbols) => _symbols = symbols;

    /// <summary>A new code from the operating system's random numbers.</summary>
    public static ReturnCode Draw()
    {
        var random = RandomNumberGenerator.GetString(Alphabet, RandomLength);
        return new(random + CheckSymbol(random));
    }

    /// <summary>
    /// The code that stands in what somebody typed or pasted: small letters, O, I and L for the digits they look like,
    /// and whatever <see cref="CodeInText"/> knows to be around and between its symbols. Empty where none stands there, or
    /// more than one, or where the text is longer than <see cref="LongestText"/>.
    /// </summary>
    /// <returns>
    /// Nearly always one. Where a word beside the code could be a part of it, one for each way of reading them: then only
    /// one can ever have been drawn.
    /// </returns>
    public static IReadOnlyList<ReturnCode> In(string? text)
    {
        if (text is null || text.Length > LongestText)
        {
            return [];
        }

        var found = new CodeInText(text, Alphabet, Length).Stretches().Where(stretch => IsWhole(stretch.Symbols)).ToList();
        string[] read = [.. found.Select(stretch => stretch.Symbols).Distinct()];
        var isOne = read.Length <= MostReadings && (read.Length == 1 || found.All(one => found.All(other => one.Symbols == other.Symbols || one.Meets(other))));

        return isOne ? [.. read.Select(symbols => new ReturnCode(symbols))] : [];
    }

    /// <summary>Reads a text that can be read in one way. False for anything else.</summary>
    public static bool TryParse(string? text, out ReturnCode code)
    {
        var read = In(text);
        code = read is [var only] ? only : default;

        return read.Count == 1;
    }

    /// <summary>The code in four groups, <c>XXXX-XXXX-XXXX-XXXX</c>: for its owner's eyes and for a protected token.</summary>
    public string Show() => string.Join('-', Symbols.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Never the code itself.</summary>
    public override string ToString() => "ReturnCode (not shown)";

    /// <summary>The sixteen symbols as keys are derived from them.</summary>
    internal byte[] Bytes => Encoding.ASCII.GetBytes(Symbols);

    private string Symbols => _symbols ?? throw new InvalidOperationException("This code was neither drawn nor read.");

    private static bool IsWhole(string symbols) => CheckSymbol(symbols[..RandomLength]) == symbols[RandomLength];

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
}
