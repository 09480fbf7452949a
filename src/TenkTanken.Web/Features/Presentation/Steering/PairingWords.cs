using System.Security.Cryptography;
using System.Text.RegularExpressions;
using TenkTanken.Content;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>Four words that make one who types them a presenter, once.</summary>
/// <param name="Numbers">Their places in the list of words, which are the same things in every language.</param>
/// <param name="Until">After this they open nothing.</param>
/// <param name="Query">What goes along in the address: the parts of the lesson that are given.</param>
public sealed partial record PairingWords(IReadOnlyList<int> Numbers, DateTimeOffset Until, string Query)
{
    public const int Count = 4;

    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>Whoever stumbles in typing has typed more than this of words and what stands between them.</summary>
    public const int LongestText = 200;

    /// <param name="words">How many there are in the list.</param>
    public static PairingWords Draw(int words, string query, DateTimeOffset now) =>
        new([.. Drawn(words).Distinct().Take(Count)], now + Life, query);

    public string In(UiTexts texts) => string.Join(' ', Numbers.Select(number => texts.Presentation.PairingWords[number]));

    /// <summary>
    /// What each word that was typed may be, in whichever language. Capitals, commas and lines between are all the same, and a keyboard
    /// without å, æ and ø is no hindrance.
    /// </summary>
    public static IReadOnlyList<IReadOnlySet<int>> Typed(string? text, IEnumerable<UiTexts> languages)
    {
        var typed = Letters().Matches(Plain(text ?? "")).Select(word => word.Value).ToList();

        return
        [
            .. typed.Select(word => languages
                .SelectMany(texts => texts.Presentation.PairingWords.Index().Where(known => Plain(known.Item) == word).Select(known => known.Index))
                .ToHashSet()),
        ];
    }

    public bool Are(IReadOnlyList<IReadOnlySet<int>> typed, DateTimeOffset now) =>
        now < Until && typed.Count == Count && Numbers.Index().All(word => typed[word.Index].Contains(word.Item));

    /// <summary>In small letters of the English alphabet. Some phones write å as an a and a ring of its own, U+030A.</summary>
    private static string Plain(string text) => text.ToLowerInvariant()
        .Replace("\u030a", "", StringComparison.Ordinal)
        .Replace('å', 'a')
        .Replace('ø', 'o')
        .Replace("æ", "ae", StringComparison.Ordinal);

    private static IEnumerable<int> Drawn(int words)
    {
        while (true)
        {
            yield return RandomNumberGenerator.GetInt32(words);
        }
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();
}
