using System.Text.RegularExpressions;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking;

/// <summary>
/// Advice on words that neither a dictionary nor the editors' own list (<c>known-words</c> in <c>wording/{language}.yaml</c>)
/// knows. Only those who write ask for it: a site that serves has no dictionary, and no word is worth stopping for.
/// </summary>
public static partial class Spelling
{
    /// <summary>Small at first is the same word with a capital, as a sentence begins; «rvts» is not «RVTS».</summary>
    private static readonly IEqualityComparer<string> AtAnyPlaceInASentence = EqualityComparer<string>.Create(
        (one, other) => WithCapital(one!) == WithCapital(other!),
        word => WithCapital(word).GetHashCode(StringComparison.Ordinal));

    /// <param name="folder">The content folder.</param>
    /// <returns>Each word once, where it stands first; or that the dictionary a language names is not on this machine.</returns>
    public static IReadOnlyList<Problem> Check(string folder) =>
        ContentLoader.Read(folder, today: null, new ProblemList()) is { } content ? Check(content) : [];

    /// <summary>The same of what has been read already.</summary>
    internal static IReadOnlyList<Problem> Check(ContentSource content)
    {
        var advice = new ProblemList();
        foreach (var wording in content.Wordings.Where(wording => wording.Dictionary is not null))
        {
            Check(content, wording, advice);
        }

        return advice.InOrder();
    }

    private static void Check(ContentSource content, WordingSource wording, ProblemList advice)
    {
        var words = WordsIn(content, wording.Language).ToList();
        if (Dictionary.UnknownTo(wording.Dictionary!, words.Select(word => word.Text)) is not { } unknown)
        {
            advice.Add(ProblemKind.DictionaryMissing, wording.File, wording.DictionaryLine, ("dictionary", wording.Dictionary!));
            return;
        }

        var known = wording.KnownWords.ToHashSet(AtAnyPlaceInASentence);
        foreach (var word in words.Where(word => unknown.Contains(word.Text) && !known.Contains(word.Text)).DistinctBy(word => word.Text))
        {
            advice.Add(ProblemKind.WordNotInDictionary, word.File, word.Line, ("word", word.Text), ("wording", wording.File));
        }
    }

    /// <summary>What a reader meets in the language. Locked words were asked when they came out, and cannot be mended.</summary>
    private static IEnumerable<(string File, int Line, string Text)> WordsIn(ContentSource content, string language) =>
        from text in content.WrittenPages
            .Where(page => page.Language == language && !page.IsLocked)
            .SelectMany(page => page.Page.Prose.Select(prose => (page.Page.File, Text: prose)))
            .Concat(Prose.OfTexts(content, language))
            .Concat(Prose.OfFacts(content, language))
        where text.Text.Kind != ProseKind.Address
        let spoken = Placeholder().Replace(text.Text.Text, " ")
        from Match word in Word().Matches(spoken)
        select (text.File, text.Text.LineAt(word.Index, spoken), word.Value);

    private static string WithCapital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    // A letter alone is a list's («bokstav e») or a word no dictionary is needed for.
    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    /// <summary>What a text fills in: <c>{edition}</c>.</summary>
    [GeneratedRegex(@"\{[^{}\n]*\}")]
    private static partial Regex Placeholder();
}
