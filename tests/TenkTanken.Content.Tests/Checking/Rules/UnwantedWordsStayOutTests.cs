using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class UnwantedWordsStayOutTests
{
    private const string Conversation = ContentCopy.Draft + "/nb/conversation.md";

    [Fact]
    public void A_word_to_avoid_is_named_as_it_stands_with_what_to_write_instead()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "Bakmennene vet at det aller viktigste");

        content.SaysInBoth(
            $"{Conversation}:11  «Bakmennene» er et ord vi lar være. Skriv for eksempel: de som utnytter.",
            $"{Conversation}:11  “Bakmennene” is a word we avoid. Write for example: de som utnytter.");
    }

    [Theory]
    [InlineData("offer", "offer")]
    [InlineData("OFRENE", "OFRENE")]
    [InlineData("offer-rolle", "offer")]
    [InlineData("vår tids  slavehandel", "vår tids  slavehandel")]
    [InlineData("of\u00ADfer", "offer")]
    [InlineData("**offer**", "offer")]
    [InlineData("_offer_", "offer")]
    [InlineData("[offer](signs.md)", "offer")]
    [InlineData("45 dager", "45 dager")]
    public void It_is_a_whole_word_in_any_case(string written, string word)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"For {written} er det aller viktigste");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.WordToAvoid, 11, word), (problem.Kind, problem.Line, problem.Details["word"]));
    }

    [Theory]
    [InlineData("tilbyr, ofte, koffert og offentlig")]
    [InlineData("{en:offer}")]
    [InlineData("`offer`")]
    [InlineData("[her](https://example.org/offer)")]
    [InlineData("145 dager")]
    public void A_part_of_a_word_another_language_code_and_addresses_are_fine(string text)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"{text}. Det aller viktigste");

        content.Says();
    }

    [Fact]
    public void Words_over_two_lines_are_named_where_they_begin()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Gjør det til en rutine", "Gjør\ndet i vår tids\nslavehandel til en rutine");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.WordToAvoid, 12), (problem.Kind, problem.Line));
    }

    [Fact]
    public void Each_word_is_named_on_its_own_line_of_a_paragraph()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Gjør det til en rutine", "Offer\nbakmann\n\nhallik gjør det til en rutine");

        Assert.Equal([(11, "Offer"), (12, "bakmann"), (14, "hallik")], content.Load().Problems.Select(problem => (problem.Line, problem.Details["word"])));
    }

    [Fact]
    public void It_is_found_in_descriptions_texts_and_facts_with_the_line_of_the_language()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Conversation, "description: Ni", "description: Offer og ni");
        content.Replace("texts/nn.yaml", "  menu: Meny", "  menu: Meny for offer");
        content.Replace("facts/contacts.yaml", "    nn: \"ROSA {value}\"", "    nn: \"ROSA for offer {value}\"");

        Assert.Equal(
            [$"{Conversation}:4", $"facts/contacts.yaml:{content.LineOf("facts/contacts.yaml", "ROSA for")}",
                $"texts/nn.yaml:{content.LineOf("texts/nn.yaml", "  menu:")}"],
            content.Load().Problems.Select(problem => problem.Place));
    }

    [Fact]
    public void Each_language_has_its_own_words()
    {
        using var content = ContentCopy.WithDraft("nb", "en");
        content.Replace($"{ContentCopy.Draft}/en/conversation.md", "\n\n## ", "\n\nWe offer help.\n\n## ");
        content.Says();

        content.Replace($"{ContentCopy.Draft}/en/conversation.md", "We offer help.", "Victims get help.");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.WordToAvoid, "Victims"), (problem.Kind, problem.Details["word"]));
    }

    [Fact]
    public void What_warns_of_a_word_may_name_it()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "- Løfter om opphold", "- Ord som «bakmann» og «tvang».\n- Løfter om opphold");

        content.Says();
    }

    [Theory]
    [InlineData(Conversation, "- Til begge: ", "- Til begge: Er du tvunget? ", "tvunget", 14)]
    [InlineData(ContentCopy.Draft + "/nb/example.md", "Jeg vet at noen", "Jeg vet om menneskehandel, at noen", "menneskehandel", 12)]
    public void A_word_we_do_not_say_to_the_person_is_named_where_it_is_said(string file, string old, string @new, string word, int line)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(file, old, @new);

        var problem = content.OnlyProblem();

        Assert.StartsWith($"{file}:{line}  «{word}» er et ord vi ikke sier til personen. Skriv for eksempel: ", $"{problem}", StringComparison.Ordinal);
        Assert.StartsWith($"“{word}” is a word we do not say to the person.", problem.Wrong("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_what_is_said_the_word_may_be_used()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "Menneskehandel og tvang finnes. Det aller viktigste");

        content.Says();
    }

    [Fact]
    public void A_word_that_two_lists_have_is_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "- Til begge: ", "- Til begge: Er du et offer? ");
        content.Replace(Conversation, "title: Samtalen", "title: Offer");

        Assert.Equal([ProblemKind.WordInTitle, ProblemKind.WordToThePerson], content.Load().Problems.Select(problem => problem.Kind));
    }

    [Theory]
    [InlineData("title: Samtalen", "title: Utnytting", "Utnytting", 3)]
    [InlineData("slug: samtale", "slug: om-menneskehandel", "menneskehandel", 2)]
    [InlineData("## Snakk alene", "## Ved mistanke", "mistanke", 9)]
    [InlineData("## Snakk alene", "## {en:Trafficking}", "Trafficking", 9)]
    public void What_is_large_never_names_the_subject_in_any_language(string old, string @new, string word, int line)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, old, @new);

        var problem = content.OnlyProblem();

        Assert.StartsWith($"{Conversation}:{line}  «{word}» røper hva nettstedet handler om, for den som ser titler og adresser. "
            + "Skriv for eksempel: ", $"{problem}", StringComparison.Ordinal);
        Assert.Equal($"“{word}” tells what the site is about to whoever sees titles and addresses.", problem.Wrong("en"));
    }

    [Fact]
    public void A_heading_that_is_underlined_is_large_too()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "## Snakk alene {#talk-alone}", "Ved mistanke {#talk-alone}\n---");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.WordInTitle, 9), (problem.Kind, problem.Line));
    }

    [Fact]
    public void The_description_may_name_it_and_so_may_the_text()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "description: Ni", "description: Menneskehandel og ni");

        content.Says();
    }

    [Fact]
    public void A_withdrawn_edition_keeps_the_words_of_its_time_but_not_in_what_is_large()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "For ofre er det aller viktigste");
        content.Replace(Conversation, "- Til begge: ", "- Til begge: Er du tvunget? ");
        content.Replace(Conversation, "title: Samtalen", "title: Ofre");
        content.Replace($"{ContentCopy.Draft}/edition.yaml", "status: draft", "status: withdrawn");

        Assert.Equal(
            [(ProblemKind.LockMissing, 0), (ProblemKind.WordInTitle, 3)],
            content.Load().Problems.Select(problem => (problem.Kind, problem.Line)));
    }

    [Fact]
    public void A_word_that_is_put_on_the_list_later_does_not_stop_what_is_locked()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "For ofre er det aller viktigste");
        content.Replace(Conversation, "title: Samtalen", "title: Ofre");
        content.Replace($"{ContentCopy.Draft}/edition.yaml", "status: draft", "status: published");
        content.Lock("2026-9");

        content.Says();
    }

    [Fact]
    public void Of_words_that_begin_alike_the_longest_is_named()
    {
        using var content = ContentCopy.WithDraft("nb", "en");
        content.Append($"{ContentCopy.Draft}/en/about.md", "\nThe slave trade of today.\n");

        Assert.Equal("slave trade", content.OnlyProblem().Details["word"]);
    }

    [Fact]
    public void A_word_of_nothing_but_a_star_finds_nothing()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace("wording/nb.yaml", "avoid: # overalt i en utgave, en tekst eller et faktum\n",
            "avoid:\n  - word: \"*\"\n    instead: noe\n  - word: \"a.c (\"\n    instead: noe\n");

        content.Says();
    }
}
