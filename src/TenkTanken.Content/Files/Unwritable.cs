using System.Buffers;
using System.Text;

namespace TenkTanken.Content.Files;

/// <summary>
/// Characters that no page can show and no editor sees: control characters, those that turn the direction of what
/// follows (a text could then read otherwise than it is), a byte-order mark in the middle, and what is no character at all.
/// </summary>
internal static class Unwritable
{
    /// <summary>Those that nothing has to be asked about: nearly all.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        ['\t', '\n', '\r', .. Enumerable.Range(0x20, 0x17F - 0x20).Select(value => (char)value).Where(letter => !char.IsControl(letter)), .. "–—’…"]);

    /// <summary>The place of the first one; -1 when there is none.</summary>
    public static int IndexIn(string text)
    {
        var at = text.AsSpan().IndexOfAnyExcept(Plain);
        if (at < 0)
        {
            return -1;
        }

        foreach (var rune in text.AsSpan(at).EnumerateRunes())
        {
            // Half of a pair is read as the replacement character, though it is not in the text.
            if (Is(rune) || (rune == Rune.ReplacementChar && text[at] != '\uFFFD'))
            {
                return at;
            }

            at += rune.Utf16SequenceLength;
        }

        return -1;
    }

    private static bool Is(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => false,
        < 0x20 or (>= 0x7F and < 0xA0) => true,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
        0xFEFF or (>= 0xFDD0 and <= 0xFDEF) => true,
        var value => (value & 0xFFFE) == 0xFFFE,
    };
}
