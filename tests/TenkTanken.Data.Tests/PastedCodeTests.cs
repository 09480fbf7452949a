using System.Text;
using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>A code is found in whatever it was pasted with, and nothing else is taken for one.</summary>
public sealed class PastedCodeTests
{
    private const string Code = "0123-4567-89AB-CDEZ";

    [Theory]
    [InlineData("\u200B0123-4567-\u200B89AB-CDEZ")] // no space at all
    [InlineData("\uFEFF0123-4567-89AB-CDEZ")] // mark of byte order
    [InlineData("\u200E0123-4567-89AB-CDEZ\u200F")] // marks of direction
    [InlineData("\u202A0123-4567-89AB-CDEZ\u202C")]
    [InlineData("\u20660123-4567-89AB-CDEZ\u2069")]
    [InlineData("01\u00AD23-4567-89AB-CD\u00ADEZ")] // soft hyphens
    [InlineData("0123\u2060-4567-\u200D89AB-CDEZ")] // joiners
    [InlineData("\u31640123-4567-89AB-CDEZ\uFE0F")]
    [InlineData("0123\u00A04567\u00A089AB\u00A0CDEZ")] // no-break, thin, figure and full-width spaces
    [InlineData("0123\u20094567\u200789AB\u3000CDEZ")]
    [InlineData("0123\u202F-\u202F4567\u202F-\u202F89AB\u202F-\u202FCDEZ")]
    public void Marks_that_cannot_be_seen_do_not_count(string pasted) => FindsTheCode(pasted);

    [Theory]
    [InlineData("«0123-4567-89AB-CDEZ»")]
    [InlineData("“0123-4567-89AB-CDEZ”")]
    [InlineData("„0123-4567-89AB-CDEZ“")]
    [InlineData("'0123-4567-89AB-CDEZ'")]
    [InlineData("`0123-4567-89AB-CDEZ`")]
    [InlineData("\"0123-4567-89AB-CDEZ\",")]
    [InlineData("′0123-4567-89AB-CDEZ′")]
    [InlineData("‹0123-4567-89AB-CDEZ›")]
    [InlineData("「0123-4567-89AB-CDEZ」")]
    [InlineData("(0123-4567-89AB-CDEZ).")]
    [InlineData("[0123-4567-89AB-CDEZ];")]
    [InlineData("<0123-4567-89AB-CDEZ>")]
    [InlineData("**0123-4567-89AB-CDEZ**")]
    [InlineData("• 0123-4567-89AB-CDEZ")]
    [InlineData("🔑 0123-4567-89AB-CDEZ 🙂")]
    [InlineData("0123-4567-89AB-CDEZ,")]
    [InlineData("0123-4567-89AB-CDEZ:")]
    [InlineData("…0123-4567-89AB-CDEZ!")]
    public void Quotes_brackets_and_marks_around_it_do_not_count(string pasted) => FindsTheCode(pasted);

    [Theory]
    [InlineData("0123_4567_89AB_CDEZ")]
    [InlineData("0123–4567—89AB―CDEZ")]
    [InlineData("0123‒4567‑89AB−CDEZ")]
    [InlineData("0123－4567﹣89AB⁃CDEZ")]
    [InlineData("0123·4567·89AB·CDEZ")]
    [InlineData("0123/4567/89AB/CDEZ")]
    [InlineData("0123:4567:89AB:CDEZ")]
    [InlineData("0123, 4567, 89AB, CDEZ")]
    [InlineData("0123-4567-\r\n89AB-CDEZ")]
    [InlineData("0 1 2 3 4 5 6 7 8 9 a b c d e z")]
    public void Whatever_stands_between_its_symbols_does_not_count(string pasted) => FindsTheCode(pasted);

    [Theory]
    [InlineData("０１２３-４５６７-８９ＡＢ-ＣＤＥＺ")]
    [InlineData("ｏｌ２３－４５６７－８９ａｂ－ｃｄｅｚ")]
    [InlineData("𝟎𝟏𝟐𝟑-𝟺𝟻𝟼𝟽-𝟪𝟫𝐀𝐁-𝐂𝐃𝐄𝐙")] // bold, typewriter, sans serif
    [InlineData("𝟘𝟙𝟚𝟛-𝟜𝟝𝟞𝟟-𝟠𝟡𝔸𝔹-ℂ𝔻𝔼ℤ")] // some of them are older than their alphabet
    [InlineData("⓪①②③-④⑤⑥⑦-⑧⑨ⒶⒷ-Ⓒⓓⓔⓩ")]
    [InlineData("0123-4567-89🄰🅱-🅒🄳🄴🅉")]
    [InlineData("٠١٢٣-٤٥٦٧-٨٩AB-CDEZ")]
    [InlineData("۰۱۲۳-۴۵۶۷-۸۹AB-CDEZ")]
    public void Letters_and_digits_in_other_dress_are_the_same(string pasted) => FindsTheCode(pasted);

    [Theory]
    [InlineData("Kode: 0123-4567-89AB-CDEZ")]
    [InlineData("Kode:0123456789ABCDEZ")]
    [InlineData("KODE – 0123-4567-89AB-CDEZ")]
    [InlineData("Koden er 0123 4567 89ab cdez")]
    [InlineData("Kode er «0123-4567-89AB-CDEZ».")]
    [InlineData("Code: 01234567 89ABCDEZ")]
    [InlineData("Koden din: 0123-4567-89AB-CDEZ, hilsen Kari")]
    public void A_word_before_it_is_not_a_part_of_it(string pasted) => FindsTheCode(pasted);

    [Theory]
    [InlineData("Hei! Her er koden: 0123-4567-89AB-CDEZ hilsen Kari")]
    [InlineData("Hei, her er koden 0123-4567-89AB-CDEZ. Ring meg før kl. 15.30 på 22 33 44 55.\r\nMvh\r\nAnne Lise, post 4")]
    [InlineData("Fra: Meg <meg@eksempel.no>\nEmne: Notat\n\n0123-4567-\n89AB-CDEZ\n\nSendt fra min telefon")]
    [InlineData("Your code\t0123 4567 89AB CDEZ\tDate 28.11.2026")]
    [InlineData("Huskelapp 2026-11-28: melk, brød, 0123456789abcdez og kaffe")]
    [InlineData("0123-4567-89AB-CDEZ og en gang til: 0123 4567 89AB CDEZ")]
    public void The_whole_of_a_message_may_come_along(string pasted) => FindsTheCode(pasted);

    [Theory]
    [InlineData("Kode ", "")]
    [InlineData("Kode ", " Kari")]
    [InlineData("", " Mvh. Anne Berg Post 1234")]
    [InlineData("Post 1234 Dato 2811 Kode ", "")]
    public void Words_as_long_as_a_group_never_hide_a_code(string before, string behind)
    {
        // Where the words beside a code could be a part of it, each way to read them stands there, and the right one among them.
        for (var number = 0; number < 2_000; number++)
        {
            var code = ReturnCode.Draw();

            var read = ReturnCode.In($"{before}{code.Show().Replace('-', ' ')}{behind}");

            Assert.Contains(code, read);
        }
    }

    [Theory]
    [InlineData("0123-4567-89AB-CDEZ 0000-0000-0000-021W")]
    [InlineData("Den gamle er 0123-4567-89AB-CDEZ, den nye 0000 0000 0000 021W")]
    [InlineData("0123456789ABCDEZ\n000000000000021W")]
    [InlineData("«0123-4567-89AB-CDEZ» «0000-0000-0000-021W»")]
    public void Of_two_codes_none_is_chosen(string pasted) => Assert.Empty(ReturnCode.In(pasted));

    [Theory]
    [InlineData("0123-4567-89АВ-СDEZ")] // Cyrillic А, В and С
    [InlineData("0123-4567-89ΑΒ-CDΕΖ")] // Greek Alpha, Beta, Epsilon and Zeta
    [InlineData("О123-4567-89AB-CDEZ")] // a Cyrillic О
    [InlineData("0123-4567-89ꓮꓐ-CDEZ")] // Lisu
    [InlineData("0123-4567-89Ａ́B-CDEZ")] // an accent
    [InlineData("0123-4567-89AB-CDEÆ")]
    [InlineData("０123-4567-89AB-CDEſ")]
    [InlineData("Kode: 0123-4567-89AB-CDE")]
    [InlineData("Kode: 0123-4567-89AB-CDEZZ")]
    [InlineData("Kode: 0123-4567-89AB-CDE2")]
    [InlineData("Kode: 0123-4567-?9AB-CDEZ")]
    [InlineData("0123-4567-\uE00089AB-CDEZ")]
    [InlineData("Jeg finner ikke koden min noe sted")]
    [InlineData("+47 22 33 44 55 66 77 88 99")]
    public void What_only_looks_like_one_is_none(string pasted) => Assert.Empty(ReturnCode.In(pasted));

    [Fact]
    public void A_message_of_ten_thousand_characters_is_read_and_not_one_more()
    {
        Assert.Single(ReturnCode.In(Code.PadRight(ReturnCode.LongestText)));
        Assert.Empty(ReturnCode.In(Code.PadRight(ReturnCode.LongestText + 1)));
    }

    [Theory]
    [InlineData("0 ")]
    [InlineData("0000 ")]
    [InlineData("0000-")]
    [InlineData("A")]
    [InlineData("Ⓩ\u200B")]
    [InlineData(":A,")]
    public void The_longest_of_texts_is_read_to_its_end(string again)
    {
        // What goes wrong here goes on for minutes, so that it ends says all.
        var text = new StringBuilder().Insert(0, again, ReturnCode.LongestText / again.Length).ToString();

        Assert.InRange(ReturnCode.In(text).Count, 0, 1);
    }

    private static void FindsTheCode(string pasted)
    {
        Assert.True(ReturnCode.TryParse(Code, out var meant));

        var read = ReturnCode.In(pasted);

        Assert.Equal([meant], read);
    }
}
