using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class ChoicesCanBeOfferedTests
{
    private const string Situations = ContentCopy.Draft + "/nb/situations.md";
    private const string Nynorsk = ContentCopy.Draft + "/nn/situations.md";
    private const string Label = "::: choices";

    private const string NotAList = "Delen «::: choices» er ikke én liste og ingenting annet. Skriv hvert valg på en egen linje med «- » foran, "
        + "og ta bort resten.";

    private const string NotWords = "Dette valget er ikke bare ord. Det skal kunne stå på en knapp. Skriv én kort setning, uten lenke, faktum, "
        + "flere avsnitt eller en liste under.";

    private static readonly string Longest = new('a', 90);

    [Theory]
    [InlineData("- A\n- B\n- C")]
    [InlineData("- A\n- B\n- C\n- D\n- E")]
    [InlineData("- A\n\n- B\n\n- C")]
    [InlineData("1. A\n2. B\n3. C")]
    [InlineData("- *A*\n- B, og\n  mer\n- {nb:C}")]
    public void Three_to_five_in_one_list_are_fine(string choices)
    {
        using var content = WithChoices(choices);

        content.Says();
    }

    [Fact]
    public void A_case_may_be_without()
    {
        using var content = ContentCopy.WithDraft();
        Assert.DoesNotContain(Label, content.Read(Situations), StringComparison.Ordinal);

        content.Says();
    }

    [Theory]
    [InlineData("Velg én av disse.")]
    [InlineData("Velg:\n\n- A\n- B\n- C")]
    [InlineData("- A\n- B\n- C\n\nVelg én.")]
    [InlineData("- A\n- B\n- C\n\n* D\n* E\n* F")]
    [InlineData("> - A\n> - B\n> - C")]
    public void What_is_not_one_list_is_named_at_the_part(string choices)
    {
        using var content = WithChoices(choices);

        content.Says($"{Situations}:{content.LineOf(Situations, Label)}  {NotAList}");
    }

    [Fact]
    public void It_is_told_in_both_languages()
    {
        using var content = WithChoices("Velg én av disse.");
        var line = content.LineOf(Situations, Label);

        content.SaysInBoth($"{Situations}:{line}  {NotAList}", $"{Situations}:{line}  The part “::: choices” is not one list and nothing else. "
            + "Write each choice on a line of its own with “- ” in front, and take the rest away.");
    }

    [Theory]
    [InlineData("• A\n• B\n• C", ProblemKind.ListMiswritten)]
    [InlineData("    - A\n    - B\n    - C", ProblemKind.ShownAsCode)]
    [InlineData("", ProblemKind.PartEmpty)]
    public void What_keeps_it_from_being_a_list_is_the_one_problem(string choices, ProblemKind kind)
    {
        using var content = WithChoices(choices);

        Assert.Equal((kind, Situations), (content.OnlyProblem().Kind, content.OnlyProblem().File));
    }

    [Theory]
    [InlineData("- A\n- B", 2)]
    [InlineData("- A\n- B\n- C\n- D\n- E\n- F", 6)]
    public void Too_few_or_too_many_are_counted(string choices, int count)
    {
        using var content = WithChoices(choices);
        var line = content.LineOf(Situations, Label);

        content.SaysInBoth(
            $"{Situations}:{line}  Her er antallet valg {count}. Det skal være fra 3 til 5. Skriv flere, eller ta bort noen. Alle skal være noe en "
                + "fornuftig hjelper kunne gjort først, og ingen av dem fasiten.",
            $"{Situations}:{line}  The number of choices here is {count}. There should be from 3 to 5. Write more, or take some away. Each should be "
                + "something a reasonable helper might do first, and none of them the right answer.");
    }

    [Fact]
    public void One_that_does_not_fit_on_a_button_is_named_with_its_line()
    {
        using var content = WithChoices($"- {Longest}\n- {Longest}b\n- C");
        var line = content.LineOf(Situations, $"{Longest}b");

        content.SaysInBoth(
            $"{Situations}:{line}  Dette valget er på 91 tegn. På en knapp på en telefon er det plass til 90. Skriv det kortere.",
            $"{Situations}:{line}  This choice has 91 letters. A button on a phone has room for 90. Write it shorter.");
    }

    [Theory]
    [InlineData("[B](conversation.md)")]
    [InlineData("Ring {fact:rosa}")]
    [InlineData("B\n\n  Mer")]
    [InlineData("B\n  - Mer")]
    [InlineData("")]
    public void One_that_is_more_or_less_than_words_is_named_with_its_line(string choice)
    {
        using var content = WithChoices($"- A\n- {choice}\n- C");

        content.Says($"{Situations}:{content.LineOf(Situations, Label) + 2}  {NotWords}");
    }

    [Fact]
    public void A_language_with_another_number_is_told_at_its_own()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        Put(content, Situations, "- A\n- B\n- C");
        Put(content, Nynorsk, "- A\n- B\n- C\n- D");
        var line = content.LineOf(Nynorsk, Label);

        content.SaysInBoth(
            $"{Nynorsk}:{line}  «case-car-wash» har 4 valg her, men 3 i nb. Skriv de samme valgene i samme rekkefølge på alle språk.",
            $"{Nynorsk}:{line}  “case-car-wash” has 4 choices here, but 3 in nb. Write the same choices in the same order in every language.");
    }

    [Theory]
    [InlineData("- A\n- B", ProblemKind.ChoicesTooFewOrMany)]
    [InlineData("A, B eller C", ProblemKind.ChoicesNotAList)]
    public void What_is_wrong_with_one_language_is_not_told_of_both(string choices, ProblemKind kind)
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        Put(content, Situations, "- A\n- B\n- C");
        Put(content, Nynorsk, choices);

        Assert.Equal((kind, Nynorsk), (content.OnlyProblem().Kind, content.OnlyProblem().File));
    }

    [Fact]
    public void A_language_without_them_is_told_as_of_every_part()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        Put(content, Situations, "- A\n- B\n- C");

        Assert.Equal((ProblemKind.PartDiffers, Nynorsk), (content.OnlyProblem().Kind, content.OnlyProblem().File));
    }

    [Fact]
    public void What_is_locked_is_only_advised_and_shown_as_far_as_it_goes()
    {
        using var content = WithChoices("- A\n- B");
        Assert.True(content.OnlyProblem().Blocks);

        content.Replace(ContentCopy.Draft + "/edition.yaml", "status: draft", "status: published");
        content.Lock("2026-9");

        Assert.False(content.OnlyProblem().Blocks);
        Assert.Equal(["A", "B"], ChoicesIn(content));
    }

    [Fact]
    public void A_case_has_them_in_the_order_of_the_file_each_as_words_for_a_button()
    {
        using var content = WithChoices("- Be om *kvalifisert* tolk.\n- A & B, så\n  C.\n- {en:Ask}.");

        Assert.Equal(["Be om <em>kvalifisert</em> tolk.", "A &amp; B, så\nC.", "<span lang=\"en\">Ask</span>."], ChoicesIn(content));
        Assert.Empty(WordsOf(content).Case("case-backpack")!.Choices);
    }

    private static ContentCopy WithChoices(string choices)
    {
        var content = ContentCopy.WithDraft();
        Put(content, Situations, choices);

        return content;
    }

    /// <summary>As the last part of the last case.</summary>
    private static void Put(ContentCopy content, string file, string choices) =>
        content.Append(file, $"\n{Label}\n{choices}{(choices.Length > 0 ? "\n" : "")}:::\n");

    private static IEnumerable<string> ChoicesIn(ContentCopy content) => WordsOf(content).Case("case-car-wash")!.Choices.Select(choice => choice.Value);

    private static EditionWords WordsOf(ContentCopy content) => (EditionWords)content.Load().Library!.Editions["2026-9"].ByLanguage["nb"];
}
