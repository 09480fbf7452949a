using System.Text.RegularExpressions;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Finds the words of a list in a text: whole words in any case, an asterisk at the end for any ending.</summary>
internal sealed class UnwantedWords
{
    private readonly IReadOnlyList<UnwantedWord> _words;
    private readonly Regex? _any;

    public UnwantedWords(IReadOnlyList<UnwantedWord> words)
    {
        _words = words;
        var patterns = words.Select((word, index) => $"(?<w{index}>{Pattern(word.Word)})");
        _any = words.Count == 0 ? null : new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', patterns)})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <returns>Each as it stands in the text, and what one may write instead.</returns>
    public IEnumerable<(string Found, string Instead)> In(string text) =>
        _any is null
            ? []
            : _any.Matches(text).Select(match => (match.Value, _words[Enumerable.Range(0, _words.Count).First(index => match.Groups[$"w{index}"].Success)].Instead));

    /// <summary>Every line of the language with its place: the pages the choice lets in, the texts, and the words of facts.</summary>
    public static IEnumerable<(string File, Prose Line)> LinesIn(ContentSource content, string language, Func<EditionSource, bool> choice)
    {
        var pages = content.Pages
            .Where(at => at.Language == language && choice(at.Edition))
            .SelectMany(at => Prose.Of(at.Page).Select(line => (at.Page.File, line)));
        var texts = content.Texts
            .Where(texts => texts.Language == language)
            .SelectMany(texts => texts.Map.Texts().Select(text => (texts.File, new Prose(ProseKind.Body, text.Line, text.Text, ""))));
        var facts = content.Facts
            .Where(fact => fact.Fact.Words.ContainsKey(language))
            .Select(fact => (fact.File, new Prose(ProseKind.Body, fact.Map.LineOf("words"), fact.Fact.Words[language], "")));

        return pages.Concat(texts).Concat(facts);
    }

    private static string Pattern(string word)
    {
        var stem = Regex.Escape(word.Trim().TrimEnd('*')).Replace(@"\ ", @"\s+", StringComparison.Ordinal);

        return word.TrimEnd().EndsWith('*') ? stem + @"\p{L}*" : stem;
    }
}
