using System.Globalization;
using System.Text;

namespace TenkTanken.Data;

/// <summary>
/// Where a code may stand in what somebody typed or pasted: in quotes, behind "Code:", in the whole of a message, with
/// marks between its symbols that cannot be seen. It knows how codes are written, and nothing of check symbols.
/// </summary>
internal sealed class CodeInText
{
    /// <summary>Codes are written in four groups of four, and are read aloud or scribbled in groups of other sizes.</summary>
    private static readonly int[] GroupLengths = [4, 8, 2, 1];

    private readonly string _alphabet;
    private readonly int _length;
    private readonly List<Word> _words = [];

    public CodeInText(string text, string alphabet, int length)
    {
        (_alphabet, _length) = (alphabet, length);
        Read(text);
    }

    /// <summary>
    /// Every stretch of words that has a code's length and shape. Marks between words do not count where nothing else
    /// stands in the text; within a longer one the words must be told from the code.
    /// </summary>
    public IEnumerable<Stretch> Stretches() =>
        IsCode(0, _words.Count)
            ? [StretchOf(0, _words.Count)]
            : Pieces().Concat(Groups()).DistinctBy(stretch => (stretch.First, stretch.Count));

    /// <summary>What stands between colons, commas, quotes and the like, and what stands there without a blank in it.</summary>
    private IEnumerable<Stretch> Pieces() =>
        from breaks in new Func<Word, bool>[] { word => word.IsApart, word => word.IsApart || word.Before.Any(char.IsWhiteSpace) }
        from piece in Split(breaks)
        where IsCode(piece.First, piece.Count)
        select StretchOf(piece.First, piece.Count);

    private IEnumerable<(int First, int Count)> Split(Func<Word, bool> breaks)
    {
        var first = 0;
        for (var next = 1; next <= _words.Count; next++)
        {
            if (next == _words.Count || breaks(_words[next]))
            {
                yield return (first, next - first);
                first = next;
            }
        }
    }

    /// <summary>
    /// Words of one length, one after the other. Where the same mark stands between them all they belong together, and
    /// no word around them, which may be as long, is taken for a part of the code.
    /// </summary>
    private IEnumerable<Stretch> Groups()
    {
        foreach (var groupLength in GroupLengths)
        {
            var count = _length / groupLength;
            int[] starts =
            [
                .. Enumerable.Range(0, Math.Max(0, _words.Count - count + 1))
                    .Where(first => Enumerable.Range(first, count).All(at => _words[at].IsSymbols && _words[at].Symbols.Length == groupLength)
                        && !Enumerable.Range(first + 1, count - 1).Any(at => _words[at].IsApart))
            ];
            var alike = starts.Where(first => Enumerable.Range(first + 1, count - 1).All(at => _words[at].Before == _words[first + 1].Before)).ToHashSet();
            foreach (var first in starts)
            {
                if (alike.Contains(first) || !Enumerable.Range(first - count + 1, (2 * count) - 1).Any(alike.Contains))
                {
                    yield return StretchOf(first, count);
                }
            }
        }
    }

    private bool IsCode(int first, int count)
    {
        var words = _words.GetRange(first, count);

        return words.All(word => word.IsSymbols) && words.Sum(word => word.Symbols.Length) == _length;
    }

    private Stretch StretchOf(int first, int count) => new(first, count, string.Concat(_words.GetRange(first, count).Select(word => word.Symbols)));

    private void Read(string text)
    {
        var before = new StringBuilder();
        var symbols = new StringBuilder();
        var isSymbols = true;
        var isApart = false;
        foreach (var rune in text.EnumerateRunes().Where(rune => !IsUnseen(rune)).Select(PlainLetters.Of))
        {
            if (IsBetweenWords(rune))
            {
                EndWord();
                before.Append(rune);
                isApart |= SetsApart(rune);
            }
            else
            {
                symbols.Append(Fold(rune));
                isSymbols &= rune.IsAscii && _alphabet.Contains(Fold(rune));
            }
        }

        EndWord();

        void EndWord()
        {
            if (symbols.Length > 0)
            {
                _words.Add(new Word(before.ToString(), symbols.ToString(), isSymbols, isApart));
                (isSymbols, isApart) = (true, false);
                before.Clear();
                symbols.Clear();
            }
        }
    }

    // What looks the same in most typefaces is the same.
    private static char Fold(Rune symbol) => symbol.Value switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => symbol.IsBmp ? (char)symbol.Value : '?',
    };

    // Soft hyphens, marks of direction, joiners, the mark of byte order, letters without a shape, and what only says how the
    // one before is to be drawn.
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x20E3 or (>= 0xFE00 and <= 0xFE0F);

    private static bool IsBetweenWords(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator;

    /// <summary>What stands before or around a code, and never in it.</summary>
    private static bool SetsApart(Rune rune) =>
        rune.Value is ':' or ';' or ',' or '=' or '!' or '?' or '"' or '\'' or '`' or '´' or '′' or '″' or '<' or '>'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;

    /// <param name="First">Number of the first word, from 0.</param>
    /// <param name="Count">Number of words.</param>
    public sealed record Stretch(int First, int Count, string Symbols)
    {
        public bool Meets(Stretch other) => First < other.First + other.Count && other.First < First + Count;
    }

    /// <param name="Before">What stands between the word before and this one.</param>
    /// <param name="IsSymbols">A code could be made of it.</param>
    /// <param name="IsApart">Something before it says that it belongs to nothing there.</param>
    private sealed record Word(string Before, string Symbols, bool IsSymbols, bool IsApart);
}
