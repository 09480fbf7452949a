using TenkTanken.Content.Checking;
using TenkTanken.Content.Markdown;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class NoMarkIsShownTests
{
    [Fact]
    public void A_fact_that_is_nearly_written_right_is_told_with_how_to_write_it()
    {
        Pasted.Is(
            ProblemKind.FactMiswritten,
            blocks: true,
            "{faktum:rosa}", "{ fact:rosa }", "{rosa}", "{Fact:rosa}", "{FACT:rosa}", "{fact: rosa}", "{fact:Rosa}", "{fact rosa}", "{fact;rosa}",
            "{fakta:rosa}",
            "{fact:rosa", "{fact:rosa.}", "{police_emergency}", "{facts:rosa}", "{fact=rosa}", "{fact:\u00A0rosa}", "{fact:}", "{faktum}",
            "fact:rosa}", "(fact:rosa)", "[fact:rosa]", "fact:rosa");

        Assert.Equal("«{faktum:rosa}» er ikke slik et faktum skrives, og vises som det står. Skriv {fact:rosa}.", Pasted.Says("Ring {faktum:rosa} nå."));
        Assert.Equal("“{Police_Emergency}” is not how a fact is written, and is shown as it stands. Write {fact:police-emergency}.",
            Pasted.Says("Ring {Police_Emergency} nå.", "en"));
    }

    [Fact]
    public void Other_braces_are_told_by_what_they_were_meant_to_be()
    {
        Pasted.Is(ProblemKind.LanguageMiswritten, blocks: true, "{NB:Tenk tanken}", "{ nb:Tenk tanken}", "{nb-NO:Tenk tanken}", "{nb=Tenk tanken}");
        Pasted.Is(ProblemKind.IdOutsideHeading, blocks: true, "Tekst {#min-id}", "{#min-id}", "- punkt {#min-id}", "Tekst { #min-id } mer");
        Pasted.Is(ProblemKind.BracesLeft, blocks: true, "{navn}", "{{ .Site.Title }}", "{% include %}", "{.klasse}", "{{fact:rosa}}", "Et } alene",
            "Et { alene");

        Assert.Equal("«{NB:Tenk tanken}» vises som det står. Ord på et annet språk skrives ikke slik. Skriv {nb:Tenk tanken}.",
            Pasted.Says("{NB:Tenk tanken}"));
    }

    [Fact]
    public void A_link_that_is_nearly_written_right_is_told()
    {
        Pasted.Is(
            ProblemKind.LinkMiswritten,
            blocks: true,
            "[x] (conversation.md)", "[x](conversation.md", "[x](conver sation.md)", "[Samtalen] (conversation.md#not-now)", "[x]\u00A0(https://www.nav.no)",
            "[[Samtalen]]", "![[bilde.png]]", "(samtalen)[conversation.md]", "[samtalen][conversation]", "[x]{conversation.md}", "Les conversation.md først.",
            "<conversation.md>");

        Assert.StartsWith("«[x] (conversation.md)» er ingen lenke, og vises som det står. Skriv [ord](conversation.md)",
            Pasted.Says("Se [x] (conversation.md) nå."), StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_may_have_been_meant_as_a_link()
    {
        Pasted.Is(ProblemKind.BracketsLeft, blocks: false, "[samtalen]", "Se [navn] her.", "[x] og mer");
    }

    [Fact]
    public void An_address_that_cannot_be_followed_is_told()
    {
        Pasted.Is(
            ProblemKind.AddressBare,
            blocks: true,
            "Se https://www.nav.no/ her", "http://udi.no", "www.udi.no/skjema", "Skriv til post@rosa.no.", "HTTPS://NAV.NO",
            "kari.nordmann+a@sub.example.org", "mailto:post@rosa.no", "file:///C:/tekst.docx");

        Assert.StartsWith("«https://www.nav.no/a» vises som bokstaver, og kan ikke følges.", Pasted.Says("(https://www.nav.no/a)."), StringComparison.Ordinal);
    }

    [Fact]
    public void What_other_Markdown_has_and_ours_has_not_is_told()
    {
        Pasted.Is(ProblemKind.TableNotUsed, blocks: true, "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n--- | ---\n1 | 2", "| bare en rad |",
            "|:--|--:|", "a | b |\n:-: | -\nc | d |", "+---+---+\n| a | b |", "a|b|c\n-|-|-\n1|2|3");
        Pasted.Is(ProblemKind.TableNotUsed, blocks: false, "a\tb\nc\td", "a | b\nc | d");
        Pasted.Is(ProblemKind.TaskListNotUsed, blocks: true, "- [ ] x", "- [x] x", "* [X] x", "1. [ ] x", "[ ] x");
        Pasted.Is(ProblemKind.FootnoteNotUsed, blocks: true, "Tekst[^1]", "[^note]: Se loven her", "Tekst^[en note]", "Tekst[^1], mer");
        Pasted.Is(
            ProblemKind.MarkUnknown,
            blocks: true,
            "~~x~~", "Det er ~~ikke sant~~ nå", "==x==", "++ny++", "%%skjult%%", "$$x^2$$", "Det er ||dekket|| her", ":smile:",
            "Bra :+1: nei :thumbs_up:", "> [!NOTE]\n> Husk", "x^2^", "~x~", "H~2~O", "Her er $x+y$");

        Assert.StartsWith("«~~x~~» vises som det står: sidene har ikke slike merker. Ta bort merkene, og si det med ord. Skal de "
            + "vises, så skriv \\~\\~.", Pasted.Says("~~x~~"), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_that_emphasise_nothing_are_told()
    {
        Pasted.Is(
            ProblemKind.EmphasisLeft,
            blocks: true,
            "**«Nei.»**ordet", "**viktig **ord", "** viktig **", "*«Nei.»*ordet", "_«Nei.»_ordet", "__«Nei.»__ordet", "Helt **uten slutt",
            "Det **(nei)**er", "*viktig *ord");
        Pasted.Is(ProblemKind.EmphasisLeft, blocks: false, "ord* her", "***viktig** ord", "Et *ord her", "Et _ord her", "ord_ her");
    }

    [Fact]
    public void A_heading_that_is_a_paragraph_is_told_once_with_its_id()
    {
        Pasted.Is(ProblemKind.HeadingMiswritten, blocks: true, "##Tekst {#id}", "##\u00A0Tekst {#id}", "###Tekst", "#Tekst {#id}", "##\u2003Tekst",
            "#######Tekst", "> ##Tekst");
        Pasted.IsFine("#tag her", "nr. #1");
    }

    [Fact]
    public void A_list_that_is_a_paragraph_is_told_once()
    {
        Pasted.Is(
            ProblemKind.ListMiswritten,
            blocks: true,
            "• punkt", "• punkt\n• punkt to\n• punkt tre", "-\u00A0tekst", "*\u00A0tekst", "· punkt", "▪ punkt", "●\tpunkt", "o\u00A0punkt",
            "-tekst\n-tekst to", "*tekst\n*tekst to", "- • under", "☐ ring noen", "-\u202Ftekst");
        Pasted.Is(ProblemKind.ListMiswritten, blocks: false, "-tekst", "– en\n– to", "a) en\nb) to", "1.en\n2.to", "→ en\n→ to", "1.\u00A0en\n2.\u00A0to");

        Assert.StartsWith("«• punkt» er ikke et punkt i en liste, og linjene flyter sammen.", Pasted.Says("• punkt\n• to"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_else_is_left_of_marks_is_told()
    {
        Pasted.Is(ProblemKind.PartMiswritten, blocks: true, ":: why", "Tekst ::: why", "::why");
        Pasted.Is(ProblemKind.EntityLeft, blocks: true, "En&nbsp ting", "&amp;nbsp;", "&amp;aring;", "&foo;", "&#8211 x");
        Pasted.Is(ProblemKind.WordSplit, blocks: false, "menneske-\nverd", "En sam-\ntale til", "et opp-\nhold");
        Pasted.Is(ProblemKind.MarkLeft, blocks: false, @"C:\mappe", "Et ` alene", @"\textbf");
    }

    [Fact]
    public void What_was_escaped_or_means_something_else_is_fine()
    {
        Pasted.IsFine(
            @"\{fact:rosa} \{a}", @"\*ikke\* \*\*sterkt\*\* \[x\] \{a\} \~\~x\~\~ \=\=x\=\=", @"\- [ikke](conversation.md)", "5 * 3 = 15, og 2*3*4",
            "snake_case og et_langt_navn", "«Han sa […] og gikk.»", "50 % og ~50",
            "kl. 12:30:15", "Navn: ________", "- punkt\n- punkt to", "1. en\n2. to", "– Nei, sa hun.", "Hei – der",
            "**Viktig.** *Litt.* __Sterkt__ _litt_", "[x](conversation.md) og <https://example.org>",
            "[samtalen]\n\n[samtalen]: conversation.md", "{fact:rosa} og {en:words}", "&nbsp;&amp; &lt;b&gt; R&amp;D", "C++ og C#", "a & b",
            "17. mai er en dag", "A/S, og/eller, 1/2",
            @"\#tag", @"\##Tekst", @"\| a \|", "Ja | nei", "helse-\nog omsorg", "$5 og $6", "5 $", "a -> b", "E-post-\nADRESSE", "2016–2026",
            "(a) eller (b)", "Se www i ordboka");
    }

    [Fact]
    public void A_mark_is_found_in_titles_texts_and_facts_where_there_is_no_Markdown()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Pasted.Page, "\ntitle: ", "\ntitle: \"**Ny** \" # ");
        content.Replace(Pasted.Page, "\ndescription: ", "\ndescription: \"[Les](conversation.md) om {rosa}\" # ");
        content.Replace("texts/nn.yaml", "\n  menu: ", "\n  menu: \"*Meny* &nbsp; ~~nei~~\" # ");
        content.Replace("facts/contacts.yaml", "    nn: \"ROSA {value}\"", "    nn: \"**ROSA** {value} {en:free} {rosa}\"");

        Assert.Equal(
            [
                (Pasted.Page, ProblemKind.EmphasisLeft, "**Ny**"), (Pasted.Page, ProblemKind.FactMiswritten, "{rosa}"),
                (Pasted.Page, ProblemKind.LinkMiswritten, "[Les](conversation.md)"),
                ("facts/contacts.yaml", ProblemKind.FactMiswritten, "{rosa}"), ("facts/contacts.yaml", ProblemKind.EmphasisLeft, "**ROSA**"),
                ("texts/nn.yaml", ProblemKind.MarkUnknown, "~~nei~~"), ("texts/nn.yaml", ProblemKind.EmphasisLeft, "*Meny*"),
                ("texts/nn.yaml", ProblemKind.EntityLeft, "&nbsp;"),
            ],
            content.Load().Problems.Select(problem => (problem.File, problem.Kind, problem.Details["text"])));
    }

    [Fact]
    public void Each_is_told_on_its_own_line()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Pasted.Page,
            "\nFørste linje.\n{rosa} på den andre\nog ~~feil~~ på *den* tredje {fact:rosa}\nog [x] (conversation.md) på\nden fjerde.\n");
        var line = content.LineOf(Pasted.Page, "Første linje.");

        Assert.Equal(
            [(ProblemKind.FactMiswritten, line + 1), (ProblemKind.MarkUnknown, line + 2), (ProblemKind.LinkMiswritten, line + 3)],
            content.Load().Problems.Select(problem => (problem.Kind, problem.Line)));
    }

    [Fact]
    public void A_line_made_to_take_long_takes_no_longer()
    {
        // What goes wrong here goes on for minutes, so that it ends says all. A text may be as long as a file.
        string[] units =
        [
            "[", "[a](", "[^", "(a)[", "] ", "*a", "**a ", "_a", "~~a", "~a", "==a", "a@", "a.", "{a", "{", "|a", "| ", "a-", "-a\n", ":a", ":::a",
            "&a", "`a", "\\a",
            "1) a\n", "1)\n", "#a\n", "•a\n", "www.", "http://", "a_", "$$a", "^a", "%%a", "a\t", "a\n", "–a\n",
        ];

        Assert.All(units, unit =>
            Assert.True(Marks.In(ShownText.Of("x " + string.Concat(Enumerable.Repeat(unit, 60_000 / unit.Length)), 1)).Count() <= Marks.MostInOne));
    }

    [Fact]
    public void A_list_below_a_line_of_words_is_told_where_it_begins()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Pasted.Page, "\nGjør dette:\n2) en ting\n3) en til\n");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.ListMiswritten, content.LineOf(Pasted.Page, "2) en ting"), false),
            (problem.Kind, problem.Line, problem.Blocks));
    }
}
