namespace TenkTanken.Content;

/// <summary>All the words of the site as they were loaded: checked, whole and unchanging.</summary>
/// <param name="Texts">Buttons, labels and messages, by language code.</param>
public sealed record ContentLibrary(
    Site Site,
    IReadOnlyDictionary<string, UiTexts> Texts,
    IReadOnlyDictionary<string, Fact> Facts,
    IReadOnlyDictionary<string, Edition> Editions)
{
    /// <summary>The edition readers get.</summary>
    public Edition Current => Editions[Site.EditionId];

    /// <summary>The day of the fact that was checked longest ago: no fact on the site is older than this.</summary>
    public DateOnly FactsChecked => Facts.Values.Min(fact => fact.Checked);
}
