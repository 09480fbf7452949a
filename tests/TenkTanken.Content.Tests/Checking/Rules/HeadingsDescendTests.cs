using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class HeadingsDescendTests
{
    private const string About = ContentCopy.Draft + "/nb/about.md";

    [Theory]
    [InlineData("#")]
    [InlineData("####")]
    [InlineData("######")]
    public void Only_two_levels_are_used(string marks)
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, $"\n{marks} Nytt {{#new-heading}}\n");
        var line = content.LineOf(About, "{#new-heading}");

        content.SaysInBoth(
            $"{About}:{line}  Overskriften er på feil nivå. Skriv ## eller ###, og ### bare under en ##.",
            $"{About}:{line}  The heading is on the wrong level. Write ## or ###, and ### only below a ##.");
    }

    [Fact]
    public void The_first_is_of_the_second_level()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(About, "## ", "### Nytt {#new-heading}\n\n## ");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.HeadingLevel, content.LineOf(About, "{#new-heading}")), (problem.Kind, problem.Line));
    }

    [Theory]
    [InlineData("- ## Nytt {#new-heading}")]
    [InlineData("> ## Nytt {#new-heading}")]
    public void A_heading_in_a_list_or_a_quotation_is_named(string text)
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, $"\n{text}\n");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.HeadingLevel, content.LineOf(About, "{#new-heading}")), (problem.Kind, problem.Line));
    }

    [Fact]
    public void Below_a_part_that_nobody_closed_the_next_heading_is_named()
    {
        using var content = ContentCopy.WithDraft();
        const string conversation = ContentCopy.Draft + "/nb/conversation.md";
        content.Replace(conversation, "Jeg henter deg når vi er ferdige.\n:::\n", "Jeg henter deg når vi er ferdige.\n");

        Assert.Contains(
            content.Load().Problems,
            problem => problem.Kind == ProblemKind.HeadingLevel
                && problem.File == conversation && problem.Line == content.LineOf(conversation, "{#fear-for-self-and-family}"));
    }

    [Fact]
    public void A_heading_without_an_id_is_named_with_its_words()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, "\n## Helt *nytt*\n");
        var line = content.LineOf(About, "## Helt");

        content.Says($"{About}:{line}  Overskriften «Helt nytt» mangler id. Skriv for eksempel {{#min-id}} bak den.");
    }

    [Fact]
    public void An_id_without_a_heading_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, "\n## {#new-heading}\n");

        content.Says($"{About}:{content.LineOf(About, "{#new-heading}")}  «## … {{#new-heading}}» mangler eller er tom. Fyll den inn.");
    }

    [Fact]
    public void Down_and_up_again_is_fine()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, "\n## A {#new-a}\n\n### B {#new-b}\n\n### C {#new-c}\n\n## D {#new-d}\n\n### E {#new-e}\n\nTall: #1\n\n#uten mellomrom\n");

        content.Says();
    }
}
