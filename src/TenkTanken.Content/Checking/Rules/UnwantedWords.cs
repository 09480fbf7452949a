using System.Text.RegularExpressions;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Finds the words of a list in a text: whole words in any case, an asterisk at the end for any ending.</summary>
internal sealed partial class UnwantedWords
{
    // A list may be hundreds of words long, so the words of the text are looked up, not the list searched for in the text.
    private readonly Dictionary<string, UnwantedWord> _whole = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Stem, UnwantedWord Word)> _stems = [];
    private readonly List<(string Begins, Regex Pattern, UnwantedWord Word)> _phrases = [];

    public UnwantedWords(IReadOnlyList<UnwantedWord> words)
    {
        foreach (var word in words)
        {
            var text = word.Word.Trim();
            if (!OneWord().IsMatch(text.TrimEnd('*')))
            {
                _phrases.Add((text.TrimEnd('*').Split(' ')[0], PatternOf(text), word));
            }
            else if (text.EndsWith('*'))
            {
                _stems.Add((text.TrimEnd('*'), word));
            }
            else
            {
                _whole.TryAdd(text, word);
            }
        }
    }

    /// <returns>Each as it stands in the text, in its order, and what one may write instead.</returns>
    public IEnumerable<(string Found, string Instead)> In(string text) =>
        WordsIn(text).Concat(PhrasesIn(text)).OrderBy(found => found.At).Select(found => (found.Found, found.Instead));

    private IEnumerable<(int At, string Found, string Instead)> WordsIn(string text) =>
        from Match word in Word().Matches(text)
        let unwanted = _whole.GetValueOrDefault(word.Value)
            ?? _stems.FirstOrDefault(stem => word.Value.StartsWith(stem.Stem, StringComparison.OrdinalIgnoreCase)).Word
        where unwanted is not null
        select (word.Index, word.Value, unwanted.Instead);

    private IEnumerable<(int At, string Found, string Instead)> PhrasesIn(string text) =>
        from phrase in _phrases
        where text.Contains(phrase.Begins, StringComparison.OrdinalIgnoreCase)
        from Match found in phrase.Pattern.Matches(text)
        select (found.Index, found.Value, phrase.Word.Instead);

    /// <summary>Every line of the language with its place: the pages the choice lets in, the texts, and the words of facts.</summary>
    public static IEnumerable<(string File, Prose Line)> LinesIn(ContentSource content, string language, Func<EditionSource, bool> choice)
    {
        var pages = content.Pages
            .Where(at => at.Language == language && choice(at.Edition))
            .SelectMany(at => at.Page.Prose.Select(line => (at.Page.File, line)));
        var texts = content.Texts
            .Where(texts => texts.Language == language)
            .SelectMany(texts => texts.Map.Texts().Select(text => (texts.File, new Prose(ProseKind.Body, text.Line, text.Text, ""))));
        var facts = content.Facts
            .Where(fact => fact.Fact.Words.ContainsKey(language))
            .Select(fact => (fact.File, new Prose(ProseKind.Body, fact.Map.LineOf("words"), fact.Fact.Words[language], "")));

        return pages.Concat(texts).Concat(facts);
    }

    private static Regex PatternOf(string phrase)
    {
        var stem = Regex.Escape(phrase.TrimEnd('*')).Replace(@"\ ", @"\s+", StringComparison.Ordinal);
        var ending = phrase.EndsWith('*') ? @"\p{L}*" : "";

        return new Regex($@"(?<![\p{{L}}\p{{N}}]){stem}{ending}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\A[\p{L}\p{N}]+\z")]
    private static partial Regex OneWord();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
