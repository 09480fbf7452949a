using System.Buffers;
using System.Text;
using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>
/// Characters that are not what a reader sees, or that no reader sees: pasted from office programs, PDF files and web pages.
/// What no file may have at all, <see cref="Unwritable"/> knows.
/// </summary>
internal static class OddCharacters
{
    /// <summary>Those that nothing has to be asked about: nearly all.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x300)
            .Select(value => (char)value).Where(letter => letter is not ('\u00AD' or 'Ã' or 'Â' or 'â') && PlainLetters.Of(letter) is null),
        .. "–—‘’‚“”„…•‰‹›€™−→←",
    ]);

    private const int Around = 12;

    /// <summary>Every one in the text, in its order.</summary>
    public static IEnumerable<OddCharacter> In(string text)
    {
        var done = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, Math.Max(at + 1, done)))
        {
            if (Rune.TryGetRuneAt(text, at, out var rune) && Find(text, at, rune) is { } found && found.Index >= done)
            {
                yield return found;
                done = found.Index + found.Length;
            }
        }
    }

    /// <summary>
    /// The text as a reader sees it: letters put together, and what cannot be seen left out. For comparing words; what is
    /// served stays as it was typed.
    /// </summary>
    public static string AsSeen(string text)
    {
        if (Next(text, 0) < 0)
        {
            return text;
        }

        var seen = new StringBuilder();
        var at = 0;
        foreach (var odd in In(text))
        {
            seen.Append(text, at, odd.Index - at).Append(odd.Instead);
            at = odd.Index + odd.Length;
        }

        return seen.Append(text, at, text.Length - at).Replace("\u00AD", "").ToString();
    }

    private static int Next(string text, int from)
    {
        var next = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAnyExcept(Plain);

        return next < 0 ? -1 : from + next;
    }

    private static OddCharacter? Find(string text, int at, Rune rune)
    {
        var length = rune.Utf16SequenceLength;
        if (at > 0 && ComposedLetters.IsMark(text[at]))
        {
            return Apart(text, at);
        }

        if (PlainLetters.Of(rune.Value) is { } plain)
        {
            return new OddCharacter(ProblemKind.LetterJoined, at, length, text.Substring(at, length), plain);
        }

        if (IsLost(rune.Value))
        {
            return new OddCharacter(ProblemKind.CharacterLost, at, length, Near(text, at, length), "");
        }

        if (IsUnseen(text, at, rune.Value))
        {
            return new OddCharacter(ProblemKind.CharacterInvisible, at, length, Near(text, at, length), "");
        }

        return Garbled(text, at) ?? Lookalike(text, at);
    }

    /// <summary>The letter before and all marks that follow it.</summary>
    private static OddCharacter Apart(string text, int mark)
    {
        var end = mark;
        char? whole = text[mark - 1];
        while (end < text.Length && ComposedLetters.IsMark(text[end]))
        {
            whole = whole is { } letter ? ComposedLetters.With(letter, text[end]) : null;
            end++;
        }

        if (char.IsSurrogate(text[mark - 1]))
        {
            return new OddCharacter(ProblemKind.LetterMarkApart, mark, end - mark, text[mark..end], "");
        }

        var written = text[(mark - 1)..end];

        return whole is { } composed
            ? new OddCharacter(ProblemKind.LetterApart, mark - 1, written.Length, written, $"{composed}")
            : new OddCharacter(ProblemKind.LetterMarkApart, mark - 1, written.Length, written, $"{text[mark - 1]}");
    }

    /// <summary>A private one that is a bullet in one font and a box in all others, what is left of a letter, and of a picture.</summary>
    private static bool IsLost(int value) => value is 0xFFFC or 0xFFFD or (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;

    private static bool IsUnseen(string text, int at, int value) => value switch
    {
        // Shows where a long word may break, and stands within it.
        0x00AD => !(at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])),
        // Joins the parts of a picture sign, and shapes the letters of some languages.
        0x200C or 0x200D => !(at > 0 && at + 1 < text.Length && IsFarFromLatin(text[at - 1]) && IsFarFromLatin(text[at + 1])),
        0x200E or 0x200F or 0x061C => !text.AsSpan().ContainsAnyInRange('\u0590', '\u08FF'),
        >= 0xFE00 and <= 0xFE0F => at == 0 || char.IsLetter(text[at - 1]) || char.IsWhiteSpace(text[at - 1]),
        0x200B or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 => true,
        (>= 0x180B and <= 0x180F) or (>= 0x2060 and <= 0x206F) or (>= 0xFFF0 and <= 0xFFFB) => true,
        // The flags of Scotland and Wales end in such letters.
        >= 0xE0020 and <= 0xE007F => !(at > 1 && char.IsSurrogate(text[at - 1])),
        (>= 0xE0000 and <= 0xE001F) or (>= 0xE0080 and <= 0xE0FFF) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) => true,
        _ => false,
    };

    private static bool IsFarFromLatin(char letter) => letter >= '\u0590' && letter is not (>= '\u2000' and <= '\u206F');

    /// <summary>UTF-8 that was read as Windows-1252: <c>Ã¥</c> for <c>å</c>, <c>â€“</c> for a dash.</summary>
    private static OddCharacter? Garbled(string text, int at)
    {
        const string quotes = "€“–€”—€˜‘€™’€œ“€¦…";
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (text[at] == 'â' && next == '€')
        {
            var third = at + 2 < text.Length ? text[at + 2] : ' ';
            for (var pair = 0; pair < quotes.Length; pair += 3)
            {
                if (quotes[pair + 1] == third)
                {
                    return new OddCharacter(ProblemKind.LetterGarbled, at, 3, text.Substring(at, 3), $"{quotes[pair + 2]}");
                }
            }
        }

        // Where Windows-1252 has a sign of its own in the place of a control character, the capital letters of ours.
        var second = next switch
        {
            >= '\u00A0' and <= '\u00BF' => next,
            '…' => '\u0085',
            '†' => '\u0086',
            '‰' => '\u0089',
            '˜' => '\u0098',
            _ => '\0',
        };
        if (second == '\0' || text[at] is not ('Ã' or 'Â'))
        {
            return null;
        }

        var letter = text[at] == 'Ã' ? (char)(0xC0 | (second & 0x3F)) : second;

        return new OddCharacter(ProblemKind.LetterGarbled, at, 2, text.Substring(at, 2), $"{letter}");
    }

    /// <summary>A Greek or Cyrillic letter in the middle of a Latin word. Micro and ohm stand before and behind ours rightly.</summary>
    private static OddCharacter? Lookalike(string text, int at)
    {
        var isOther = text[at] is (>= '\u0370' and <= '\u052F') and not ('μ' or 'Ω') && char.IsLetter(text[at]);

        return isOther && ((at > 0 && IsLatin(text[at - 1])) || (at + 1 < text.Length && IsLatin(text[at + 1])))
            ? new OddCharacter(ProblemKind.LetterLookalike, at, 1, Near(text, at, 1), $"{text[at]}")
            : null;
    }

    private static bool IsLatin(char letter) => letter < '\u0250' && char.IsLetter(letter);

    /// <summary>So much of the line that an editor finds the place, with a sign where the character is.</summary>
    private static string Near(string text, int at, int length)
    {
        var before = text.AsSpan(Math.Max(0, at - Around), Math.Min(at, Around));
        var after = text.AsSpan(at + length, Math.Min(Around, text.Length - at - length));
        var end = after.IndexOf('\n');
        var near = $"{before[(before.LastIndexOf('\n') + 1)..]}▯{(end < 0 ? after : after[..end])}";

        return string.Concat(near.Where(letter => !char.IsSurrogate(letter))).Trim();
    }
}

/// <param name="Text">The character, or what stands around it where it cannot be seen.</param>
/// <param name="Instead">What one writes; empty where that is nothing, or nobody knows.</param>
internal sealed record OddCharacter(ProblemKind Kind, int Index, int Length, string Text, string Instead);
