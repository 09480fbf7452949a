using Xunit;

namespace TenkTanken.Content.Tests;

public sealed class SpellingTests
{
    // Beside each dictionary stand the words it does not know and we mean: names, compounds, and forms it lacks.
    public static TheoryData<string, string, string> Languages => new()
    {
        { "nb", "nb_NO", "bokmaal-words.txt" },
        { "nn", "nn_NO", "nynorsk-words.txt" },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_of_the_content_is_in_the_dictionary_or_on_our_list(string language, string dictionary, string list)
    {
        var words = SpokenWords.In(Repository.Content, language);
        Assert.NotEmpty(words);

        var unknown = Dictionary.UnknownTo(dictionary, words.Select(word => word.Text));
        var ours = OurWords(list).ToHashSet(SpokenWords.AtAnyPlaceInASentence);

        var misspelt = words.Where(word => unknown.Contains(word.Text) && !ours.Contains(word.Text)).DistinctBy(word => word.Text).ToList();
        Assert.True(misspelt.Count == 0, string.Join(Environment.NewLine, misspelt));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_on_our_list_is_used_and_unknown_to_the_dictionary(string language, string dictionary, string list)
    {
        var ours = OurWords(list);
        var used = SpokenWords.In(Repository.Content, language).Select(word => word.Text).ToHashSet(SpokenWords.AtAnyPlaceInASentence);

        Assert.Equal(ours.Order(StringComparer.Ordinal), ours);
        Assert.DoesNotContain(ours, word => !used.Contains(word));
        Assert.Equal(ours.ToHashSet(), Dictionary.UnknownTo(dictionary, ours));
    }

    [Theory]
    [InlineData("nn", "nn_NO", "editions/2026-1/nn/signs.md", "trygt neste steg", "trykt næste steg", "næste")]
    [InlineData("nn", "nn_NO", "editions/2026-1/nn/signs.md", "title: Teikn", "title: Tegn", "Tegn")]
    [InlineData("nn", "nn_NO", "texts/nn.yaml", "Nytt sidan sist", "Nytt sidn sist", "sidn")]
    [InlineData("nb", "nb_NO", "editions/2026-1/nb/checklist.md", "### Bor under", "### Borr undder", "undder")]
    [InlineData("nb", "nb_NO", "facts/contacts.yaml", "Ambulanse, nødtelefon", "Ambulanse, nødtelefånn", "nødtelefånn")]
    public void A_misspelt_word_is_found_where_it_stands(string language, string dictionary, string file, string right, string wrong, string misspelt)
    {
        using var copy = new ContentCopy();
        var before = Misspelt(copy, language, dictionary);

        copy.Replace(file, right, wrong);

        var word = Assert.Single(Misspelt(copy, language, dictionary).Except(before), found => found.Text == misspelt);
        Assert.Equal($"content/{file}:{copy.LineOf(file, misspelt)} «{misspelt}»", word.ToString());
    }

    [Fact]
    public void A_dictionary_that_is_missing_fails_and_says_what_to_install()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Dictionary.UnknownTo("xx_XX", ["ord"]));

        Assert.Contains("hunspell-no", failure.Message);
    }

    private static IEnumerable<SpokenWord> Misspelt(ContentCopy copy, string language, string dictionary)
    {
        var words = SpokenWords.In(copy.Folder, language);
        var unknown = Dictionary.UnknownTo(dictionary, words.Select(word => word.Text));

        return words.Where(word => unknown.Contains(word.Text));
    }

    private static string[] OurWords(string list) =>
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "TenkTanken.Content.Tests", list));
}
