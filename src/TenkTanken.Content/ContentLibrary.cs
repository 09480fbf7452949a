namespace TenkTanken.Content;

/// <summary>All the words of the site as they were loaded: checked, whole and unchanging.</summary>
/// <param name="Texts">Buttons, labels and messages, by language code.</param>
public sealed record ContentLibrary(
    Site Site,
    IReadOnlyDictionary<string, UiTexts> Texts,
    IReadOnlyDictionary<string, Fact> Facts,
    IReadOnlyDictionary<string, Edition> Editions)
{
    /// <summary>What the addresses of all its pages begin with: nothing for readers, and the draft's own place where an editor reads one.</summary>
    public string Root { get; init; } = "";

    /// <summary>What a trainer can go through with a room, by language code. None where the edition readers get has no page for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Lesson>> Lessons { get; init; } = new Dictionary<string, IReadOnlyList<Lesson>>();

    /// <summary>The edition readers get.</summary>
    public Edition Current => Editions[Site.EditionId];

    /// <summary>The same in a language of the site; it has a checklist in each.</summary>
    public EditionWords CurrentIn(Language language) => (EditionWords)Current.In(language);

    /// <summary>The editions that came before the one, newest first, by what each says it came after.</summary>
    public IEnumerable<Edition> Before(Edition edition)
    {
        for (var older = edition; older.Previous is { } id;)
        {
            older = Editions[id];
            yield return older;
        }
    }
}
