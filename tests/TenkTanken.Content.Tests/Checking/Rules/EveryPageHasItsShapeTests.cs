using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class EveryPageHasItsShapeTests
{
    private const string Draft = ContentCopy.Draft + "/edition.yaml";
    private const string Practice = ContentCopy.Draft + "/nb/practice.md";
    private const string Conversation = ContentCopy.Draft + "/nb/conversation.md";
    private const string Checklist = ContentCopy.Draft + "/nb/checklist.md";

    [Fact]
    public void A_heading_the_kind_of_page_needs_is_missed_once()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Practice, "{#take-along}", "{#taken-along}");

        content.SaysInBoth(
            $"{Practice}  Overskriften med id «take-along» mangler på siden. Skriv den. Denne sidetypen trenger den.",
            $"{Practice}  The heading with the id “take-along” is missing on the page. Write it. This kind of page needs it.");
    }

    [Theory]
    [InlineData("dialogue", "example.md", "::: does", "part-freedom", "does")]
    [InlineData("cases", "situations.md", "::: wonder", "case-street-corner", "wonder")]
    [InlineData("duties", "duties.md", "::: asks-not", "confidentiality", "asks-not")]
    public void A_part_that_every_such_heading_has_is_missed_at_the_heading(string kind, string page, string label, string id, string part)
    {
        using var content = ContentCopy.WithDraft();
        var file = $"{ContentCopy.Draft}/nb/{page}";
        Assert.Contains($"kind: {kind}", content.Read(Draft));
        var text = content.Read(file);
        var start = text.IndexOf(label + "\n", StringComparison.Ordinal);
        content.Write(file, text[..start] + text[(text.IndexOf("\n:::\n", start, StringComparison.Ordinal) + 5)..]);

        content.Says($"{file}:{content.LineOf(file, $"{{#{id}}}")}  «{id}» mangler delen «::: {part}». Skriv den under overskriften.");
    }

    [Fact]
    public void A_part_above_the_first_heading_is_outside()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "## Snakk alene", "::: say\n- Hei\n:::\n\n## Snakk alene");

        content.Says($"{Conversation}:9  «::: say» står utenfor en overskrift. Flytt den under overskriften den hører til.");
    }

    [Fact]
    public void A_part_under_a_heading_that_carries_none_is_outside()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Checklist, "## Tegnene {#signs}", "::: why\nDerfor.\n:::\n\n## Tegnene {#signs}");
        var line = content.LineOf(Checklist, "Derfor.") - 1;

        content.Says($"{Checklist}:{line}  «::: why» står utenfor en overskrift. Flytt den under overskriften den hører til.");
    }

    [Theory]
    [InlineData("::: say", "::: says", "says")]
    [InlineData("::: say", "::: say alone", "say alone")]
    public void A_part_nobody_knows_is_named_with_those_there_are(string old, string @new, string part)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, old, @new);

        content.Says($"{Conversation}:13  «::: {part}» er ukjent her, eller står to ganger. Her kan det stå én av hver: say, avoid.");
    }

    [Fact]
    public void A_part_that_stands_twice_is_named_at_the_second()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "::: say", "::: say\n- Hei\n:::\n\n::: say");

        content.Says($"{Conversation}:17  «::: say» er ukjent her, eller står to ganger. Her kan det stå én av hver: say, avoid.");
    }

    [Fact]
    public void A_page_that_takes_no_parts_says_so()
    {
        using var content = ContentCopy.WithDraft();
        const string about = ContentCopy.Draft + "/nb/about.md";
        content.Append(about, "\n::: say\n- Hei\n:::\n");

        content.Says($"{about}:{content.LineOf(about, "::: say")}  «::: say» er ukjent her, eller står to ganger. Her kan det stå én av hver: –.");
    }

    [Fact]
    public void An_empty_part_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Conversation, "\n::: avoid\n:::\n");

        content.Says($"{Conversation}:{content.LineOf(Conversation, "## «Ikke nå»") + 8}  Delen «::: avoid» er tom. Skriv den.");
    }

    [Fact]
    public void An_edition_with_a_checklist_has_a_page_of_every_kind()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "  - id: changes\n    kind: changes\n", "  - id: changes\n    kind: article\n");

        content.Says($"{Draft}:{content.LineOf(Draft, "pages:")}  Utgaven har ingen side av typen «changes». Lag en. Nettstedet trenger den.");
    }

    [Fact]
    public void The_site_looks_for_one_page_of_a_kind()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "  - id: privacy\n    kind: article\n", "  - id: privacy\n    kind: contacts\n");

        content.Says($"{Draft}:{content.LineOf(Draft, "pages:")}  Utgaven har to sider av typen «contacts». Behold én. Velg en annen type for den andre.");
    }

    [Fact]
    public void An_edition_without_a_checklist_needs_only_its_start_page()
    {
        using var content = new ContentCopy();
        var problems = content.Load().Problems;
        Assert.DoesNotContain(problems, problem => problem.File.StartsWith("editions/2016/", StringComparison.Ordinal));

        content.Replace("editions/2016/edition.yaml", "    kind: home", "    kind: article");

        Assert.Equal(ProblemKind.KindMissing,
            Assert.Single(content.Load().Problems, problem => problem is { File: "editions/2016/edition.yaml", Line: > 0 }).Kind);
    }

    [Fact]
    public void Two_articles_and_two_guides_are_fine()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "  - id: privacy\n    kind: article\n", "  - id: privacy\n    kind: notes\n");

        content.Says();
    }

    [Theory]
    [InlineData("::: \u00A0why")]
    [InlineData(":::\u00A0why")]
    [InlineData("::: Why")]
    [InlineData("::: why\u00A0")]
    [InlineData("::: wh\u200By")]
    public void A_part_whose_name_only_looks_right_is_the_one_problem(string written)
    {
        using var content = ContentCopy.WithDraft();
        var file = $"{ContentCopy.Draft}/nb/checklist.md";
        var line = content.LineOf(file, "::: why");
        content.Replace(file, "::: why", written);

        var problem = content.Load().Problems.First(problem => problem.Kind != ProblemKind.CharacterInvisible);

        Assert.Equal((ProblemKind.PartMiswritten, line, true), (problem.Kind, problem.Line, problem.Blocks));
        Assert.DoesNotContain(content.Load().Problems, problem => problem.Kind is ProblemKind.PartUnknown or ProblemKind.PartMissing);
    }
}
