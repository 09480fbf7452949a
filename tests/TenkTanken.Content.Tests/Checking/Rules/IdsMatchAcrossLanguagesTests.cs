using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class IdsMatchAcrossLanguagesTests
{
    private const string Bokmål = ContentCopy.Draft + "/nb/be-aware.md";
    private const string Nynorsk = ContentCopy.Draft + "/nn/be-aware.md";
    private const string Conversation = ContentCopy.Draft + "/nn/conversation.md";

    [Fact]
    public void A_heading_that_is_not_translated_is_named_where_it_should_stand()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Bokmål, "## ", "## Nytt {#new-note}\n\nNoe.\n\n## ");
        var first = content.LineOf(Bokmål, "{#new-note}");

        content.SaysInBoth(
            $"{Nynorsk}  «new-note» mangler her. Den står i nb, linje {first}. Oversett den, eller ta den ut av alle språk.",
            $"{Nynorsk}  “new-note” is missing here. It stands in nb, line {first}. Translate it, or take it out of every language.");
    }

    [Fact]
    public void One_that_would_follow_another_is_named_at_that()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Append(Bokmål, "\n## Nytt {#new-note}\n\nNoe.\n");
        var headings = content.Read(Nynorsk).Split('\n').ToList();
        var last = headings.FindLastIndex(line => line.StartsWith("## ", StringComparison.Ordinal)) + 1;

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.IdMissingInLanguage, Nynorsk, last), (problem.Kind, problem.File, problem.Line));
    }

    [Fact]
    public void A_heading_the_first_language_lacks_is_named_with_its_line()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Append(Nynorsk, "\n## Nytt {#new-note}\n\nNoko.\n");
        var line = content.LineOf(Nynorsk, "{#new-note}");

        content.Says($"{Nynorsk}:{line}  «new-note» står bare her. Den finnes ikke i nb. Skriv den også der, eller rett id-en.");
    }

    [Fact]
    public void A_part_that_is_not_translated_is_named_at_its_heading()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        var text = content.Read(Conversation);
        var start = text.IndexOf("::: avoid", StringComparison.Ordinal);
        content.Write(Conversation, text[..start] + text[(text.IndexOf("\n:::\n", start, StringComparison.Ordinal) + 5)..]);
        var line = content.LineOf(Conversation, "{#show-that-you-care}");

        content.Says($"{Conversation}:{line}  «show-that-you-care» har ikke delen «::: avoid», men det har den i nb. Oversett delen, eller "
            + "ta den ut av alle språk.");
    }

    [Fact]
    public void A_part_the_first_language_lacks_is_named_at_its_heading()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Append(Conversation, "\n::: avoid\nAlt anna.\n:::\n");
        var line = content.LineOf(Conversation, "{#not-now}");

        content.Says($"{Conversation}:{line}  «not-now» har delen «::: avoid», men det har den ikke i nb. Skriv delen også der, eller ta den bort.");
    }

    [Fact]
    public void What_a_situation_shows_of_a_sign_is_shown_in_every_language()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        const string situations = ContentCopy.Draft + "/nn/situations.md";
        content.Replace(situations, "::: seen degrading-housing", "::: seen no-access-to-income");
        var line = content.LineOf(situations, "{#case-car-wash}");

        content.Says(
            $"{situations}:{line}  «case-car-wash» har ikke delen «::: seen degrading-housing», men det har den i nb. Oversett delen, eller "
                + "ta den ut av alle språk.",
            $"{situations}:{line}  «case-car-wash» har delen «::: seen no-access-to-income», men det har den ikke i nb. Skriv delen også "
                + "der, eller ta den bort.");
    }

    [Fact]
    public void A_heading_on_another_level_is_named()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Append(Bokmål, "\n## Nytt {#new-note}\n\n### Mer {#more-note}\n");
        content.Append(Nynorsk, "\n## Nytt {#new-note}\n\n## Meir {#more-note}\n");
        var line = content.LineOf(Nynorsk, "{#more-note}");

        content.Says($"{Nynorsk}:{line}  Overskriften er på feil nivå. Skriv ## eller ###, og ### bare under en ##.");
    }

    [Fact]
    public void A_rule_below_another_heading_is_missed_where_it_should_stand()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        const string about = ContentCopy.Draft + "/nn/about.md";
        content.Append($"{ContentCopy.Draft}/nb/about.md", "\n## A {#one-new}\n\n### C {#below-new}\n\n## B {#other-new}\n");
        content.Append(about, "\n## A {#one-new}\n\n## B {#other-new}\n\n### C {#below-new}\n");
        var first = content.LineOf($"{ContentCopy.Draft}/nb/about.md", "{#below-new}");

        content.Says($"{about}:{content.LineOf(about, "{#one-new}")}  «below-new» mangler her. Den står i nb, linje {first}. Oversett den, "
            + "eller ta den ut av alle språk.");
    }

    [Fact]
    public void A_heading_that_lost_its_id_is_one_problem()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Conversation, " {#not-now}", "");

        Assert.Equal(ProblemKind.HeadingWithoutId, content.OnlyProblem().Kind);
    }

    [Fact]
    public void A_sign_that_is_missing_is_one_problem()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        const string checklist = ContentCopy.Draft + "/nn/checklist.md";
        var text = content.Read(checklist);
        var start = text.LastIndexOf("### ", text.IndexOf("{#from-known-country}", StringComparison.Ordinal), StringComparison.Ordinal);
        content.Write(checklist, text[..start] + text[text.IndexOf("\n## ", start, StringComparison.Ordinal)..]);

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.SignMissing, checklist), (problem.Kind, problem.File));
    }

    [Fact]
    public void Words_lines_and_how_many_paragraphs_may_differ()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace(Nynorsk, "\n\n## ", "\n\nEit avsnitt til.\n\n\n## ");

        content.Says();
    }
}
