using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class NumbersStandInFactsTests
{
    private const string Conversation = ContentCopy.Draft + "/nb/conversation.md";

    [Theory]
    [InlineData("22331160")]
    [InlineData("22 33 11 60")]
    [InlineData("22\u00A033\u00A011\u00A060")]
    [InlineData("22.33.11.60")]
    [InlineData("22-33-11-60")]
    [InlineData("2233 1160")]
    [InlineData("+47 22 33 11 60")]
    [InlineData("+4722331160")]
    [InlineData("466 15 000")]
    [InlineData("02800")]
    [InlineData("0 2 8 0 0")]
    [InlineData("028 00")]
    [InlineData("116117")]
    [InlineData("116 117")]
    [InlineData("110")]
    [InlineData("112")]
    [InlineData("113")]
    [InlineData("§ 257")]
    [InlineData("§257")]
    [InlineData("§")]
    [InlineData("§§ 258")]
    [InlineData("paragraf 257")]
    [InlineData("paragrafene 258")]
    [InlineData("Section 33")]
    [InlineData("sections 258")]
    public void A_phone_number_or_a_section_of_a_law_is_named_with_its_line(string number)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"Se {number}, og det aller viktigste");

        content.SaysInBoth(
            $"{Conversation}:11  «{number}» er et telefonnummer eller en paragraf. Legg det i mappen facts, og skriv {{fact:id}} her.",
            $"{Conversation}:11  “{number}” is a phone number or a section of a law. Put it in the folder facts, and write {{fact:id}} here.");
    }

    [Fact]
    public void A_link_that_rings_a_number_is_named_with_its_line()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "[Ring](tel:+4722331160). Det aller viktigste");

        content.Says($"{Conversation}:11  «tel:+4722331160» er et telefonnummer eller en paragraf. Legg det i mappen facts, og skriv {{fact:id}} her.");
    }

    [Theory]
    [InlineData("1. januar 2026, 2026-11-23, 23.11.2026 og 23/11/2026")]
    [InlineData("2016, 2025–2030 og 2026-1")]
    [InlineData("klokka 08.00–15.30 eller 08:00")]
    [InlineData("100, 1 000, 10 000 000 og 99,5 prosent")]
    [InlineData("18 år, 6 måneder og 3 av 4")]
    [InlineData("1120, 2113 og A112B")]
    [InlineData("et avsnitt, en seksjon, paragrafen uten tall, 3 sections")]
    [InlineData("{fact:rosa} og {fact:penal-code-257}")]
    [InlineData("`22 33 11 60`")]
    [InlineData("[her](https://lovdata.no/lov/2005-05-20-28/§257)")]
    public void Dates_years_counts_facts_code_and_addresses_are_fine(string text)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", $"{text}. Det aller viktigste");

        content.Says();
    }

    [Fact]
    public void It_is_found_wherever_readers_meet_it()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "title: Samtalen", "title: Ring 112");
        content.Replace(Conversation, "description: Ni", "description: >\n  Ring\n  116 117. Ni");
        content.Replace(Conversation, "## Snakk alene", "## Ring 22331160");
        content.Replace(Conversation, "Gjør det til en rutine", "Gjør\n{en:section 33} det til en rutine");
        content.Replace(Conversation, "- Til den som er med", "- § 257: Til den som er med");
        content.Replace("texts/nb.yaml", "  urgent-help: ", "  urgent-help: Ring 113. ");
        content.Replace("texts/nb.yaml", "januar,", "113,");

        Assert.Equal(
            [
                (Conversation, 3, "112"), (Conversation, 4, "116 117"), (Conversation, 11, "22331160"), (Conversation, 14, "section 33"),
                (Conversation, 18, "§ 257"), ("texts/nb.yaml", content.LineOf("texts/nb.yaml", "months:"), "113"),
                ("texts/nb.yaml", content.LineOf("texts/nb.yaml", "Ring 113"), "113"),
            ],
            content.Load().Problems.Select(problem => (problem.File, problem.Line, problem.Details["text"])));
    }

    [Fact]
    public void A_number_over_two_lines_is_named_where_it_begins()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Gjør det til en rutine", "Gjør\ndet etter paragraf\n257 til en rutine");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.NumberSpelt, 12), (problem.Kind, problem.Line));
    }

    [Theory]
    [InlineData("2 ")]
    [InlineData("22 ")]
    [InlineData("paragraf ")]
    [InlineData("paragraf")]
    [InlineData("§ ")]
    [InlineData("+47")]
    [InlineData("{nb:")]
    [InlineData("](")]
    [InlineData("<a ")]
    [InlineData("{#")]
    [InlineData("slave ")]
    [InlineData("a. ")]
    public void A_line_made_to_take_long_takes_no_longer(string again)
    {
        // What goes wrong here goes on for days, so that it ends says all.
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", string.Concat(Enumerable.Repeat(again, 3500 / again.Length)) + "\n\nDet aller viktigste");
        content.Replace("texts/nb.yaml", "  menu: Meny", $"  menu: \"{string.Concat(Enumerable.Repeat(again, 3500 / again.Length))}\"");

        Assert.NotNull(content.Load().Problems);
    }
}
