using System.Text.RegularExpressions;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Finds the words of a list in a text: whole words in any case, an asterisk at the end for any ending.</summary>
internal sealed partial class UnwantedWords
{
    /// <summary>By how each begins: one expression for all of them takes a hundred times as long.</summary>
    private readonly ILookup<char, Unwanted> _words;

    public UnwantedWords(IReadOnlyList<UnwantedWord> words) =>
        _words = words.Select(word => new Unwanted(word)).Where(word => word.Begins.Length > 0).ToLookup(word => char.ToUpperInvariant(word.Begins[0]));

    /// <returns>Each as it stands in the text, the longest where several begin at one place.</returns>
    public IEnumerable<FoundWord> In(string text)
    {
        var after = 0;
        foreach (Match start in WordStart().Matches(text))
        {
            if (start.Index < after)
            {
                continue;
            }

            var found = _words[char.ToUpperInvariant(text[start.Index])]
                .Select(word => word.At(text, start.Index)).OfType<FoundWord>().MaxBy(word => word.Text.Length);
            if (found is not null)
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

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[\p{L}\p{N}]")]
    private static partial Regex WordStart();

    private sealed class Unwanted
    {
        private readonly string _instead;
        private readonly Lazy<Regex> _whole;

        public Unwanted(UnwantedWord word)
        {
            var text = OddCharacters.AsSeen(word.Word).Trim();
            var stem = text.TrimEnd('*');
            Begins = stem.Split(' ')[0];
            _instead = word.Instead;
            _whole = new(() => new Regex(
                $@"\G{Regex.Escape(stem).Replace(@"\ ", @"\s+", StringComparison.Ordinal)}{(text.EndsWith('*') ? @"\p{L}*" : "")}(?![\p{{L}}\p{{N}}])",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
        }

        /// <summary>The first of its words, or what the first begins with.</summary>
        public string Begins { get; }

        public FoundWord? At(string text, int index) =>
            string.Compare(text, index, Begins, 0, Begins.Length, StringComparison.OrdinalIgnoreCase) == 0
                && _whole.Value.Match(text, index) is { Success: true } match
                ? new FoundWord(index, match.Value, _instead)
                : null;
    }
}

/// <param name="Index">Where in the text it begins.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="Instead">What one may write.</param>
internal sealed record FoundWord(int Index, string Text, string Instead);
