using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class WhatIsPointedAtExistsTests
{
    private const string Draft = ContentCopy.Draft + "/edition.yaml";

    [Theory]
    [InlineData("menu: [signs, ", "menu: [sign, ", "sign", "menu:")]
    [InlineData("menu: [signs, ", "menu: [talk-alone, ", "talk-alone", "menu:")]
    [InlineData("always-matters: [talk-alone,", "always-matters: [talk-together,", "talk-together", "always-matters:")]
    [InlineData("always-matters: [talk-alone,", "always-matters: [urgent,", "urgent", "always-matters:")]
    [InlineData("reflection-contacts: [urgent,", "reflection-contacts: [not-now,", "not-now", "reflection-contacts:")]
    [InlineData("matters: [fear-for-self-and-family,", "matters: [fear-for-self,", "fear-for-self", "  - id: fear-or-stress")]
    [InlineData("  - answer: minor-no", "  - answer: minor-never", "minor-never", "  - answer: minor-never")]
    [InlineData("  - answer: minor-no", "  - answer: rules", "rules", "  - answer: rules")]
    [InlineData("rules: [with-consent, interpreter]", "rules: [with-consent, minor-yes]", "minor-yes", "  - answer: agreement-yes")]
    public void What_is_not_where_it_should_be_is_named_at_the_line_that_names_it(string old, string @new, string id, string line)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, old, @new);

        content.SaysInBoth(
            $"{Draft}:{content.LineOf(Draft, line)}  «{id}» finnes ikke på siden den skal finnes på. Rett id-en.",
            $"{Draft}:{content.LineOf(Draft, line)}  “{id}” is not on the page it should be on. Mend the id.");
    }

    [Fact]
    public void Of_a_page_that_cannot_be_read_nobody_says_what_is_not_there()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace($"{ContentCopy.Draft}/nb/conversation.md", "---\nslug", "slug");

        Assert.Equal(ProblemKind.FrontMatterMissing, content.OnlyProblem().Kind);
    }

    [Fact]
    public void A_heading_that_lost_its_id_is_one_problem()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace($"{ContentCopy.Draft}/nb/conversation.md", " {#talk-alone}", "");

        content.Says($"{ContentCopy.Draft}/nb/conversation.md:9  Overskriften «Snakk alene» mangler id. Skriv for eksempel {{#min-id}} bak den.");
    }

    [Fact]
    public void An_edition_without_a_checklist_points_at_nothing_but_its_menu()
    {
        using var content = new ContentCopy();
        content.Replace("editions/2016/edition.yaml", "always-matters: []", "always-matters: [nothing-there]");
        Assert.DoesNotContain(content.Load().Problems, problem => problem.Kind == ProblemKind.PointsNowhere);

        content.Replace("editions/2016/edition.yaml", "menu: []", "menu: [nothing-there]");

        Assert.Contains(content.Load().Problems, problem => problem is { Kind: ProblemKind.PointsNowhere, File: "editions/2016/edition.yaml" });
    }
}
