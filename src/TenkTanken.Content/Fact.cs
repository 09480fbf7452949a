using TenkTanken.Content.Markdown;

namespace TenkTanken.Content;

/// <summary>
/// Something that can expire: a phone number, a rule of law, a right. It lives outside the editions, so that
/// correcting it touches no page.
/// </summary>
/// <param name="Value">The number, address or reference itself.</param>
/// <param name="Address">Where it leads when followed: <c>tel:</c>, <c>mailto:</c> or <c>https:</c>.</param>
/// <param name="Texts">By language code; <c>{value}</c> stands for the value.</param>
/// <param name="Source">Who says so, by its Norwegian name.</param>
/// <param name="CheckedIn">Where whoever checked it has read it.</param>
/// <param name="CheckAgain">The day by which somebody has to check it anew.</param>
/// <param name="IsFrontPage">The source's address is that of its whole site: where in it this stands, nobody has said yet.</param>
public sealed record Fact(
    string Id,
    string Value,
    string? Address,
    IReadOnlyDictionary<string, string> Texts,
    string Source,
    string SourceAddress,
    DateOnly Checked,
    CheckedIn CheckedIn,
    DateOnly CheckAgain,
    bool IsFrontPage)
{
    /// <summary>It was not read at the source itself, or nobody has said where it stands there.</summary>
    public bool IsToBeReadAtSource => CheckedIn != CheckedIn.Source || IsFrontPage;

    /// <summary>As a page says it. Spaces within the value do not break, so that a phone number stays on one line, nor the one after a §.</summary>
    public string InWords(string language) =>
        Texts[language].Replace("{value}", Value.Replace(' ', '\u00A0'), StringComparison.Ordinal).Replace("§ ", "§\u00A0", StringComparison.Ordinal);

    /// <summary>The same as a link to follow, with words of another language marked: what <c>{fact:rosa}</c> becomes.</summary>
    public Html InMarkup(string language)
    {
        var writer = new StringWriter();
        FactRenderer.Write(Pipeline.RendererTo(writer), this, language);

        // Not through the sanitiser, which takes its time: every word is escaped, and the address was checked when it was read.
        return new Html(writer.ToString());
    }

    /// <summary>The day it was to be checked by has passed.</summary>
    public bool IsOverdue(DateOnly today) => today > CheckAgain;
}

/// <summary>Where whoever checked a fact has read it.</summary>
public enum CheckedIn
{
    /// <summary>At the source itself, as it was that day.</summary>
    Source,

    /// <summary>In a copy of it that was stored earlier.</summary>
    Copy,

    /// <summary>Where somebody else tells what the source says.</summary>
    Secondary,
}
