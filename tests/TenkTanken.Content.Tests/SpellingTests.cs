using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests;

public sealed class SpellingTests
{
    private const string Page = ContentCopy.Draft + "/nb/checklist.md";

    /// <summary>What the dictionaries do not know of the tests' own words.</summary>
    private static readonly Lazy<IReadOnlySet<string>> Before = new(() =>
    {
        using var content = Spelt("nb", "nn");

        return Spelling.Check(content.Folder).Select(problem => problem.ToString()).ToHashSet();
    });

    [Theory]
    [InlineData("nb", Page, "### Bor under", "### Borr undder", "undder")]
    [InlineData("nb", Page, "slug: sjekkliste\ntitle: ", "slug: sjekkliste\ntitle: Sjekklissta og ", "Sjekklissta")]
    [InlineData("nb", Page, "- Fattigdom.", "- **Fattikdom**.", "Fattikdom")]
    [InlineData("nn", ContentCopy.Draft + "/nn/signs.md", "title: Teikn", "title: Tegn", "Tegn")]
    [InlineData("nn", "texts/nn.yaml", "  menu: Meny", "  menu: Menny", "Menny")]
    [InlineData("nb", "facts/contacts.yaml", "Ambulanse, nødtelefon", "Ambulanse, nødtelefånn", "nødtelefånn")]
    public void A_misspelt_word_is_named_where_it_stands(string language, string file, string right, string wrong, string misspelt)
    {
        using var content = Spelt("nb", "nn");
        content.Replace(file, right, wrong);

        var advice = Spelling.Check(content.Folder);

        Assert.Contains(
            $"{file}:{content.LineOf(file, misspelt)}  Ordboken kjenner ikke «{misspelt}». Rett det, eller føy ordet til known-words i "
                + $"wording/{language}.yaml.",
            advice.Select(problem => problem.ToString()).Except(Before.Value));
    }

    [Theory]
    [InlineData("Blåfjellkvisten")]
    [InlineData("blåfjellkvisten")]
    public void A_word_on_the_editors_own_list_is_known_also_where_a_sentence_begins(string known)
    {
        using var content = Spelt("nb");
        content.Append(Page, "\nBlåfjellkvisten er ny.\n");
        Assert.Contains("Blåfjellkvisten", Unknown(content));

        content.Replace("wording/nb.yaml", "dictionary: nb_NO", $"dictionary: nb_NO\nknown-words: [{known}]");

        Assert.DoesNotContain("Blåfjellkvisten", Unknown(content));
    }

    [Fact]
    public void What_is_no_word_of_the_language_is_not_asked()
    {
        using var content = Spelt("nb");
        var before = Unknown(content);

        content.Append(Page, "\n{en:Zwqx} og [her](https://example.org/zwqy), `zwqz` og {fact:rosa}.\n");

        Assert.Equal(before, Unknown(content));
    }

    [Fact]
    public void Words_that_are_locked_are_not_asked()
    {
        using var content = Spelt("nb");
        content.Append(Page, "\nZwqx.\n");
        Assert.Contains("Zwqx", Unknown(content));

        content.Replace($"{ContentCopy.Draft}/edition.yaml", "status: draft", "status: published");
        content.Lock("2026-9");

        Assert.DoesNotContain("Zwqx", Unknown(content));
    }

    [Fact]
    public void It_advises_and_never_blocks()
    {
        using var content = Spelt("nb");
        content.Append(Page, "\nZwqx.\n");

        Assert.All(Spelling.Check(content.Folder), advice => Assert.False(advice.Blocks));
    }

    [Fact]
    public void A_dictionary_that_is_not_here_is_said_with_what_to_install()
    {
        using var content = ContentCopy.WithDraft();
        content.Append("wording/nb.yaml", "dictionary: xx_XX\n");

        var advice = Assert.Single(Spelling.Check(content.Folder));

        Assert.Equal((ProblemKind.DictionaryMissing, content.LineOf("wording/nb.yaml", "xx_XX"), false), (advice.Kind, advice.Line, advice.Blocks));
        Assert.Contains("«xx_XX»", $"{advice}");
        Assert.Contains("hunspell-no", $"{advice}");
    }

    [Fact]
    public void A_language_without_a_dictionary_and_content_that_cannot_be_read_are_not_asked()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Page, "\nZwqx.\n");
        Assert.Empty(Spelling.Check(content.Folder));

        content.Write("site.yaml", "a: [");

        Assert.Empty(Spelling.Check(content.Folder));
    }

    private static List<string> Unknown(ContentCopy content) => [.. Spelling.Check(content.Folder).Select(problem => problem.Details["word"])];

    /// <summary>With the dictionaries that <c>tests/run</c> installs.</summary>
    private static ContentCopy Spelt(params IReadOnlyList<string> languages)
    {
        var content = ContentCopy.WithDraft(languages);
        foreach (var language in languages)
        {
            content.Append($"wording/{language}.yaml", $"dictionary: {language}_NO\n");
        }

        return content;
    }
}
