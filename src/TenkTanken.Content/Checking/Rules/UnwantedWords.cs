using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Finds the words of a list in a text: whole words in any case, an asterisk at the end for any ending.</summary>
internal sealed class UnwantedWords
{
    /// <summary>By how each begins: one expression for all of them takes a hundred times as long.</summary>
    private readonly Dictionary<char, List<Unwanted>> _words;

    public UnwantedWords(IReadOnlyList<UnwantedWord> words) =>
        _words = words.Select(word => new Unwanted(word)).Where(word => word.Begins.Length > 0)
            .GroupBy(word => char.ToUpperInvariant(word.Begins[0])).ToDictionary(words => words.Key, words => words.ToList());

    /// <returns>Each as it stands in the text, the longest where several begin at one place.</returns>
    public IEnumerable<FoundWord> In(string text)
    {
        var after = 0;
        for (var start = 0; start < text.Length; start++)
        {
            if (start < after || !IsOfWord(text[start]) || (start > 0 && IsOfWord(text[start - 1]))
                || !_words.TryGetValue(char.ToUpperInvariant(text[start]), out var words))
            {
                continue;
            }

            if (words.Select(word => word.At(text, start)).OfType<FoundWord>().MaxBy(word => word.Text.Length) is { } found)
            {
                after = found.Index + found.Text.Length;
                yield return found;
            }
        }
    }

    /// <summary>
    /// All that is said in the language and can be mended, as a reader sees it and with its place: on pages, in texts, and around
    /// facts. No word gets past by a character that cannot be seen, or by a letter that is written as two.
    /// </summary>
    public static IEnumerable<(string File, Prose Said)> SaidIn(ContentSource content, string language) =>
        content.WrittenPages.Where(at => at.Language == language && !at.IsLocked).SelectMany(at => at.Page.Prose.Select(said => (at.Page.File, said)))
            .Concat(Prose.OfTexts(content, language))
            .Concat(Prose.OfFacts(content, language))
            .Select(at => (at.File, at.Item2.AsSeen()));

    private static bool IsOfWord(char letter) => char.IsLetter(letter) || char.IsNumber(letter);

    private sealed class Unwanted
    {
        private readonly string[] _words;
        private readonly bool _hasAnyEnding;
        private readonly string _instead;

        public Unwanted(UnwantedWord word)
        {
            var text = OddCharacters.AsSeen(word.Word).Trim();
            _words = text.TrimEnd('*').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            _hasAnyEnding = text.EndsWith('*');
            _instead = word.Instead;
        }

        /// <summary>The first of its words, or what the first begins with.</summary>
        public string Begins => _words.FirstOrDefault("");

        public FoundWord? At(string text, int index)
        {
            var end = index;
            foreach (var word in _words)
            {
                var start = end == index ? index : AfterSpace(text, end);
                if (start < 0 || string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0)
                {
                    return null;
                }

                end = start + word.Length;
            }

            while (_hasAnyEnding && end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            return end < text.Length && IsOfWord(text[end]) ? null : new FoundWord(index, text[index..end], _instead);
        }

        /// <summary>Lines may break between words. Below zero where nothing is between them.</summary>
        private static int AfterSpace(string text, int at)
        {
            var length = text.AsSpan(at).Length - text.AsSpan(at).TrimStart().Length;

            return length > 0 ? at + length : -1;
        }
    }
}

/// <param name="Index">Where in the text it begins.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="Instead">What one may write.</param>
internal sealed record FoundWord(int Index, string Text, string Instead);
