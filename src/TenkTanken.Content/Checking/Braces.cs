using System.Text.RegularExpressions;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking;

/// <summary>
/// Braces that are shown as they are written: what was to be a fact, words of another language or an id, and is not. Also a
/// fact without them.
/// </summary>
/// <param name="facts">Ids of the facts there are; none where that is not known.</param>
/// <param name="languages">Codes of the site's languages.</param>
internal sealed partial class Braces(IReadOnlySet<string> facts, IReadOnlyCollection<string> languages)
{
    public IEnumerable<(FoundMark Mark, string Instead)> In(ShownText shown)
    {
        if (!shown.Text.AsSpan().ContainsAny('{', '}')
            && !shown.Text.Contains("fact:", StringComparison.OrdinalIgnoreCase)
            && !shown.Text.Contains("fakt", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        foreach (Match match in Brace().Matches(shown.Text).Take(Marks.MostInOne))
        {
            var (kind, instead) = Meant(match.Groups["within"].Value);
            var text = match.Value.Replace($"{ShownText.Something}", "…", StringComparison.Ordinal);
            yield return (new FoundMark(kind, shown.LineAt(match.Index), match.Index, match.Length, text, "\\{", true), instead);
        }
    }

    /// <summary>Code is shown as it is: a fact in it is no phone number.</summary>
    public bool HasFact(string code) => Brace().Matches(code).Any(match => Meant(match.Groups["within"].Value).Kind == ProblemKind.FactMiswritten);

    private (ProblemKind Kind, string Instead) Meant(string within)
    {
        var words = OddCharacters.AsSeen(within).Trim(' ', '\u00A0', '{', '}', ':', '%', '<', '>', '"', '\'');
        if (words.StartsWith('#'))
        {
            return (ProblemKind.IdOutsideHeading, $"{{{words}}}");
        }

        // The name of the fact is in it, whatever was written around.
        var id = Word().Matches(words.ToLowerInvariant()).Select(match => match.Value.Replace('_', '-')).FirstOrDefault(facts.Contains);
        var fact = Fact().Match(words);
        if (fact.Success || (id is not null && !OtherLanguage().IsMatch(words)))
        {
            return (ProblemKind.FactMiswritten, $"{{fact:{id ?? (Ids.IsWellFormed(fact.Groups["id"].Value) ? fact.Groups["id"].Value : "id")}}}");
        }

        var other = OtherLanguage().Match(words);
        var code = other.Groups["code"].Value.ToLowerInvariant();

        return other.Success && languages.Contains(code)
            ? (ProblemKind.LanguageMiswritten, $"{{{code}:{other.Groups["words"].Value.Trim()}}}")
            : (ProblemKind.BracesLeft, "");
    }

    [GeneratedRegex(
        @"\{+(?<within>[^{}\n]*)\}*|(?<!\u0001[^{}\n]*)\}|(?<![\w\u0001])(?<within>(fact|faktum|fakta):[a-z0-9][a-z0-9-]*)\}?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Brace();

    [GeneratedRegex(@"[a-z0-9]+([-_][a-z0-9]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A(fact|facts|fakt|fakta|faktum|faktaet|factum)\b[\s:=;.,_-]*(?<id>[^\s}]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Fact();

    [GeneratedRegex(@"\A(?<code>[a-z]{2,3})([-_][a-z]{2})?\s*[:;=](?<words>.+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex OtherLanguage();
}
