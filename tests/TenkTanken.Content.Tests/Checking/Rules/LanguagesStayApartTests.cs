using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class LanguagesStayApartTests
{
    private const string Nynorsk = ContentCopy.Draft + "/nn/conversation.md";

    [Fact]
    public void A_form_of_another_language_is_named_with_its_line()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Nynorsk, "\n\n## ", "\n\nDet er ikke farleg.\n\n## ");
        var line = content.LineOf(Nynorsk, "Det er ikke");

        content.SaysInBoth(
            $"{Nynorsk}:{line}  «ikke» er ikke nynorsk. Skriv for eksempel: ikkje.",
            $"{Nynorsk}:{line}  “ikke” is not nynorsk. Write for example: ikkje.");
    }

    [Fact]
    public void It_is_found_in_titles_texts_and_facts_and_in_what_warns_of_words()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Nynorsk, "title: ", "title: Ikke ");
        content.Replace(Nynorsk, "::: avoid\n", "::: avoid\n- Hvordan?\n");
        content.Replace("texts/nn.yaml", "  menu: Meny", "  menu: Ikke meny");
        content.Replace("facts/contacts.yaml", "    nn: \"ROSA {value}\"", "    nn: \"Ikke ROSA {value}\"");

        Assert.Equal(
            [
                $"{Nynorsk}:3", $"{Nynorsk}:{content.LineOf(Nynorsk, "Hvordan?")}", $"facts/contacts.yaml:{content.LineOf("facts/contacts.yaml", "Ikke ROSA")}",
                $"texts/nn.yaml:{content.LineOf("texts/nn.yaml", "  menu:")}",
            ],
            content.Load().Problems.Select(problem => problem.Place));
        Assert.All(content.Load().Problems, problem => Assert.Equal(ProblemKind.WordOfAnotherLanguage, problem.Kind));
    }

    [Theory]
    [InlineData("{nb:ikke}")]
    [InlineData("`ikke`")]
    [InlineData("[her](https://example.org/ikke)")]
    [InlineData("ikkje")]
    public void What_is_marked_as_another_language_is_fine(string text)
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Nynorsk, "\n\n## ", $"\n\nDet er {text}.\n\n## ");

        content.Says();
    }

    [Fact]
    public void Each_language_may_say_its_own()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Append($"{ContentCopy.Draft}/nb/about.md", "\nDet er ikke farlig.\n");
        content.Says();

        content.Append($"{ContentCopy.Draft}/nb/about.md", "\nDet er ikkje farlig.\n");

        Assert.Equal("ikkje", content.OnlyProblem().Details["word"]);
    }
}
