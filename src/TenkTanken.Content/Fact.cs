namespace TenkTanken.Content;

/// <summary>
/// Something that can expire: a phone number, a rule of law, a right. It lives outside the editions, so that
/// correcting it touches no page.
/// </summary>
/// <param name="Value">The number, address or reference itself.</param>
/// <param name="Address">Where it leads when followed: <c>tel:</c>, <c>mailto:</c> or <c>https:</c>.</param>
/// <param name="Words">By language code; <c>{value}</c> stands for the value.</param>
/// <param name="CheckAgain">The day from which somebody has to check it anew.</param>
public sealed record Fact(
    string Id,
    string Value,
    string? Address,
    IReadOnlyDictionary<string, string> Words,
    string Source,
    string SourceAddress,
    DateOnly Checked,
    DateOnly CheckAgain)
{
    /// <summary>
    /// As a page says it. Spaces within the value do not break, so that a phone number stays on one line. Words that
    /// are missing have been named as a problem; they must not keep the pages that use them from being read.
    /// </summary>
    public string InWords(string language) =>
        Words.GetValueOrDefault(language, "{value}").Replace("{value}", Value.Replace(' ', '\u00A0'), StringComparison.Ordinal);
}
