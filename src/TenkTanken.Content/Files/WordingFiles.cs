using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>Words the check tells of, in one language, from <c>wording/{language}.yaml</c>.</summary>
/// <param name="Avoid">Anywhere in an edition, a text or a fact.</param>
/// <param name="ToThePerson">In what one says to the person.</param>
/// <param name="InTitles">Titles, addresses and headings: somebody may read them over the shoulder.</param>
/// <param name="AnotherLanguage">Forms of another language that slip in.</param>
/// <param name="Dictionary">The one that spelling is asked of, as hunspell names it; null where the language has none.</param>
/// <param name="DictionaryLine">From 1.</param>
/// <param name="KnownWords">What the dictionary does not know and we mean: names, compounds, and forms it lacks.</param>
internal sealed record WordingSource(
    string Language,
    string File,
    IReadOnlyList<UnwantedWord> Avoid,
    IReadOnlyList<UnwantedWord> ToThePerson,
    IReadOnlyList<UnwantedWord> InTitles,
    IReadOnlyList<UnwantedWord> AnotherLanguage,
    string? Dictionary,
    int DictionaryLine,
    IReadOnlyList<string> KnownWords);

/// <param name="Word">Matched as whole words in any case; an asterisk at the end stands for any ending.</param>
/// <param name="Instead">What one may write.</param>
internal sealed record UnwantedWord(string Word, string Instead);

internal static class WordingFiles
{
    public static IReadOnlyList<WordingSource> Read(string folder, Site site, ProblemList problems)
    {
        var wordings = new List<WordingSource>();
        foreach (var language in site.Languages)
        {
            var file = $"wording/{language.Code}.yaml";
            if (YamlMap.Read(ContentFile.Read(folder, file, problems), problems) is { } map)
            {
                wordings.Add(new WordingSource(
                    language.Code,
                    file,
                    UnwantedWords(map, "avoid"),
                    UnwantedWords(map, "to-the-person"),
                    UnwantedWords(map, "in-titles"),
                    UnwantedWords(map, "another-language"),
                    map.OptionalText("dictionary"),
                    map.LineOf("dictionary"),
                    map.Has("known-words") ? map.TextList("known-words") : []));
                map.NothingElse();
            }
        }

        return wordings;
    }

    private static List<UnwantedWord> UnwantedWords(YamlMap map, string key)
    {
        var words = new List<UnwantedWord>();
        foreach (var entry in map.MapList(key, mayBeEmpty: true))
        {
            var word = new UnwantedWord(entry.Text("word"), entry.Text("instead"));
            entry.NothingElse();
            if (word.Word.Trim('*', ' ').Length > 0)
            {
                words.Add(word);
            }
        }

        return words;
    }
}
