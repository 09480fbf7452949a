using System.Text.RegularExpressions;
using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class EveryCharacterIsSeenTests
{
    [Fact]
    public void A_character_nobody_sees_is_told_with_what_stands_around_it()
    {
        Pasted.Is(
            ProblemKind.CharacterInvisible,
            blocks: true,
            "sam\u200Btale", "sam\u2060tale", "sam\u200Dtale", "sam\u200Ctale", "\u200Esamtale", "samtale\u200F", "sam\u2062tale", "x\uFE0F",
            "sam\u034Ftale", "ord \u00ADord", "sam\u3164tale",
            "ord\U000E0041", "sam&#x200B;tale", "sam&zwnj;tale", "sam\u180Etale");

        Assert.Equal("Her står et usynlig tegn (U+200B): «sam▯tale», der ▯ er tegnet. Slett det, eller skriv ordet på nytt.", Pasted.Says("sam\u200Btale"));
    }

    [Fact]
    public void A_character_that_is_shown_as_a_box_is_told()
    {
        Pasted.Is(ProblemKind.CharacterLost, blocks: true, "En sam\uFFFDtale", "\uF0B7 punkt", "Et \uE000 tegn", "Et \U000F0000 tegn",
            "Et bilde \uFFFC her", "Et \U00100000 tegn");

        Assert.Equal(
            "A character (U+F0A7) stands here that readers see as an empty box or a question mark: “▯ punkt”, where ▯ is the character. "
                + "Write what should have stood there. If it was a bullet, write - and a space.",
            Pasted.Says("\uF0A7 punkt", "en"));
    }

    [Fact]
    public void A_character_that_only_looks_like_letters_is_told_with_the_letters()
    {
        Pasted.Is(ProblemKind.LetterJoined, blocks: true, "\uFB01nn", "o\uFB00", "\uFB04", "ﬂere", "Ａ", "𝗯", "𝒙", "\u212B", "ĳ", "Ⅳ", "ǆ");

        Assert.Equal("«ﬁ» (U+FB01) er ett tegn, og ikke bokstavene det ligner på. Skriv «fi».", Pasted.Says("De \uFB01nnes"));
    }

    [Theory]
    [InlineData("få", "a\u030A", "å")]
    [InlineData("Ås", "A\u030A", "Å")]
    [InlineData("čáhci", "c\u030C", "č")]
    [InlineData("čáhci", "a\u0301", "á")]
    [InlineData("ŋ š", "s\u030C", "š")]
    [InlineData("ǯ", "\u0292\u030C", "ǯ")]
    [InlineData("ï", "i\u0308", "ï")]
    [InlineData("ế", "e\u0302\u0301", "ế")]
    public void A_letter_in_two_parts_is_told_with_the_letter_to_write(string word, string parts, string letter)
    {
        Assert.Equal($"«{parts}» er skrevet som flere tegn: bokstaven, og merket for seg. Skriv «{letter}» som én bokstav.",
            Pasted.Says(word.Replace(letter, parts, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_mark_on_no_letter_of_its_own_is_told_too()
    {
        Pasted.Is(ProblemKind.LetterMarkApart, blocks: true, "x\u0304", "ord \u030A ord", "q\u0323", "\U0001F600\u0301");
    }

    [Fact]
    public void A_letter_of_another_alphabet_within_a_word_is_told()
    {
        Pasted.Is(ProblemKind.LetterLookalike, blocks: true, "s\u0430mtale", "\u0410lle", "samtal\u0435", "s\u03B1mtale");
    }

    [Fact]
    public void A_letter_that_was_read_with_the_wrong_encoding_is_told_with_the_letter()
    {
        Pasted.Is(ProblemKind.LetterGarbled, blocks: true, "pÃ¥", "Ã¸l", "vÃ¦r", "Ã…s", "Â«ord", "2016â€“2020", "itâ€™s");

        Assert.Equal("«Ã¥» er en bokstav som er lest med feil tegnkoding. Skriv «å».", Pasted.Says("pÃ¥"));
    }

    [Fact]
    public void What_people_write_is_fine()
    {
        Pasted.IsFine(
            "Æøå äöüß čđŋšŧž áéóâ ǧǥǩǯʒ", "«sitat» – 100 % … “x” ‘y’", "sam\u00ADtale", "22\u00A0kr",
            "👩🏽‍⚕️ ❤️ 1️⃣ 🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "ع\u200Fربي \u200Eog mer", "می\u200Cخواهم", "привет",
            "Αθήνα", "5 μg og 10 kΩ", "½ m², 3³ ™ € № ①", "Ãngel og Âme og âme", "हिन्दी", "→ neste");
    }

    [Fact]
    public void It_is_found_wherever_words_are_and_on_its_line()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Pasted.Page, "\ntitle: ", "\ntitle: \u200B");
        content.Replace(ContentCopy.Draft + "/edition.yaml", "status: draft", "status: draft # \uFFFD");
        content.Replace("texts/nn.yaml", "\n  menu: ", "\n  menu: \uFB01");
        content.Replace("texts/nb.yaml", "\n  menu: ", "\n  menu: \"a\\u200Bb\" # ");
        content.Replace("facts/contacts.yaml", "    nn: \"ROSA {value}\"", "    nn: \"ROSa\u030A {value}\"");
        content.Replace("site.yaml", "\nlanguages:", "\n# \uE001\nlanguages:");

        Assert.Equal(
            [
                (ContentCopy.Draft + "/edition.yaml", ProblemKind.CharacterLost, content.LineOf(ContentCopy.Draft + "/edition.yaml", "status:")),
                (Pasted.Page, ProblemKind.CharacterInvisible, 3),
                ("facts/contacts.yaml", ProblemKind.LetterApart, content.LineOf("facts/contacts.yaml", "ROSa")),
                ("site.yaml", ProblemKind.CharacterLost, content.LineOf("site.yaml", "\uE001")),
                ("texts/nb.yaml", ProblemKind.CharacterInvisible, content.LineOf("texts/nb.yaml", "  menu:")),
                ("texts/nn.yaml", ProblemKind.LetterJoined, content.LineOf("texts/nn.yaml", "  menu:")),
            ],
            content.Load().Problems.Select(problem => (problem.File, problem.Kind, problem.Line)));
    }

    [Theory]
    [InlineData("o\u200Bffer")]
    [InlineData("of\u2060fer")]
    [InlineData("o\uFB00er")]
    [InlineData("ｏffer")]
    public void No_word_to_avoid_gets_past_by_such_a_character(string word)
    {
        using var content = ContentCopy.WithDraft();
        Avoid(content, "nb", "offer");
        content.Append(Pasted.Page, $"\nEt {word} til.\n");
        var line = content.LineOf(Pasted.Page, word);

        Assert.Contains(content.Load().Problems,
            problem => (problem.Kind, problem.Line, problem.Details.GetValueOrDefault("word")) == (ProblemKind.WordToAvoid, line, "offer"));
    }

    [Fact]
    public void Words_are_compared_with_their_letters_put_together()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        Avoid(content, "nb", "får opphold");
        content.Append(Pasted.Page, "\nHun fa\u030Ar opphold nå.\n");
        content.Append(ContentCopy.Draft + "/nn/about.md", "\nHo er fra\u030A Noreg.\n");

        Assert.Equal(
            [(ProblemKind.LetterApart, "a\u030A"), (ProblemKind.WordToAvoid, "får opphold"), (ProblemKind.LetterApart, "a\u030A")],
            content.Load().Problems.Select(problem => (problem.Kind, problem.Details.GetValueOrDefault("word") ?? problem.Details["text"])));
    }

    [Fact]
    public void A_word_on_the_list_is_compared_as_it_is_seen_too()
    {
        using var content = ContentCopy.WithDraft();
        Avoid(content, "nb", "\"ga\u030Apå\"");
        content.Append(Pasted.Page, "\nEt gåpå menneske.\n");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.WordToAvoid, "gåpå"), (problem.Kind, problem.Details["word"]));
    }

    [Fact]
    public void What_is_served_and_locked_stays_as_it_was_typed()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Pasted.Page, "\nHun fa\u030Ar\u200B hjelp.\n");
        content.Replace(ContentCopy.Draft + "/edition.yaml", "status: draft", "status: published");
        content.Lock("2026-9");

        var loaded = content.Load();

        Assert.All(loaded.Problems, problem => Assert.False(problem.Blocks));
        Assert.Contains("fa\u030Ar\u200B hjelp", loaded.Library!.Editions["2026-9"].ByLanguage["nb"].Page("about")!.Sections[^1].Body.Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_letters_puts_them_together_as_Unicode_does()
    {
        // The file of letters was made from Unicode's own: of those, some that were looked up by hand.
        string[] letters = ["A\u030AÅ", "a\u030Aå", "c\u030Cč", "S\u030CŠ", "z\u030Cž", "a\u0301á", "g\u030Cǧ", "k\u030Cǩ", "o\u0302ô", "o\u0308ö",
            "n\u0303ñ", "u\u0302û", "\u0292\u030Cǯ", "y\u0301ý", "\u00E6\u0301ǽ"];

        Assert.All(letters, letter => Assert.Equal(letter[2], ComposedLetters.With(letter[0], letter[1])));
        Assert.Null(ComposedLetters.With('x', '\u0304'));
        Assert.Null(ComposedLetters.With('a', 'b'));
    }

    private static void Avoid(ContentCopy content, string language, string word) =>
        content.Write($"wording/{language}.yaml", Regex.Replace(content.Read($"wording/{language}.yaml"), "^avoid:.*$",
            $"avoid:\n  - word: {word}\n    instead: noe", RegexOptions.Multiline));
}
