using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed partial class ChecklistTests(TestBench bench) : Journey(bench)
{
    /// <summary>What a browser does that does not know :has(): it drops every rule that has it.</summary>
    internal const string ForgetRulesWithHas =
        """
        () => {
          const forget = rules => {
            for (let at = rules.length - 1; at >= 0; at--) {
              if (rules[at].selectorText?.includes(':has(')) rules.item(at).parentRule
                ? rules[at].parentRule.deleteRule(at)
                : rules[at].parentStyleSheet.deleteRule(at);
              else if (rules[at].cssRules) forget(rules[at].cssRules);
            }
          };
          for (const sheet of document.styleSheets) forget(sheet.cssRules);
        }
        """;

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task What_it_is_for_stands_before_the_first_question_and_nothing_is_answered_beforehand(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);

        var checklist = await ChecklistPage.Open(visitor);

        foreach (var sign in Signs.All)
        {
            await Expect(checklist.NotConsidered(sign)).ToBeCheckedAsync();
            await Expect(checklist.Noticed(sign)).Not.ToBeCheckedAsync();
            await Expect(checklist.Unsure(sign)).Not.ToBeCheckedAsync();
            await Expect(checklist.NotNoticed(sign)).Not.ToBeCheckedAsync();
        }

        var before = visitor.Page.GetByRole(AriaRole.Region, new() { Name = Words.Checklist.BeforeYouBegin.Title });
        await Expect(before).ToContainTextAsync(Words.Checklist.BeforeYouBegin.Body.Text());
        await Expect(checklist.Caveat).ToContainTextAsync(Words.Checklist.Caveat.Body.Text());
        var end = (await checklist.Caveat.BoundingBoxAsync())!;
        var first = (await checklist.Question(Signs.All[0]).BoundingBoxAsync())!;
        Assert.InRange(first.Y, end.Y + end.Height, float.MaxValue);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task What_was_noticed_or_is_unsure_opens_its_own_guidance_alone_until_it_is_not_noticed_or_taken_back(Scripts scripts)
    {
        var checklist = await ChecklistPage.Open(await VisitorAsync(scripts));
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(0);

        await checklist.Notice(Signs.ControlledByOthers);
        await Expect(checklist.GuidanceOf(Signs.ControlledByOthers)).ToBeVisibleAsync();
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(1);

        await checklist.BeUnsureOf(Signs.FromKnownCountry);
        await Expect(checklist.GuidanceOf(Signs.FromKnownCountry)).ToBeVisibleAsync();
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(2);

        await checklist.DoNotNotice(Signs.ControlledByOthers);
        await Expect(checklist.GuidanceOf(Signs.FromKnownCountry)).ToBeVisibleAsync();
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(1);

        await checklist.Notice(Signs.FromKnownCountry);
        await checklist.TakeBack(Signs.FromKnownCountry);
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_old_browser_shows_all_guidance_rather_than_none()
    {
        var visitor = await VisitorAsync();
        var checklist = await ChecklistPage.Open(visitor);
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(0);

        await visitor.Page.EvaluateAsync(ForgetRulesWithHas);

        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(Signs.All.Count);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task From_checklist_to_coming_back_nothing_can_be_written_but_the_code_and_nobody_counts_the_ticks(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var writable = visitor.Page.Locator(
            "input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select, [contenteditable], [role=textbox]");

        // Four noticed, two unsure, six together, three left. None of these numbers stands in the words of the edition.
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.All.Take(4));
        await checklist.BeUnsureOf(Signs.All.Skip(4).Take(2));
        await checklist.DoNotNotice(Signs.All.Skip(6));
        await AsksForNothingAndCountsNothing();

        var reflection = await checklist.Reflect();
        await AsksForNothingAndCountsNothing();

        var saved = await reflection.Save();
        await Expect(writable).ToHaveCountAsync(0);

        var code = await saved.WriteDownTheCode();
        var comeBack = await ComeBackPage.Open(visitor);
        await Expect(writable).ToHaveCountAsync(1);
        await comeBack.ComeBackWith(code);
        Assert.Empty(await CountsAsync(visitor.Page));

        async Task AsksForNothingAndCountsNothing()
        {
            await Expect(writable).ToHaveCountAsync(0);
            Assert.Empty(await CountsAsync(visitor.Page));
        }
    }

    [Fact]
    public async Task A_count_of_the_ticks_would_be_found()
    {
        var visitor = await VisitorAsync();
        await ChecklistPage.Open(visitor);
        await visitor.Page.GetByRole(AriaRole.Main).EvaluateAsync(
            """main => main.innerHTML += '<p>6 av 9</p><progress value="2"></progress><i aria-label="4 tegn"></i>'""");

        var counts = await CountsAsync(visitor.Page);

        Assert.Equal(["6", "9", "progress", "4"], counts);
    }

    private static async Task<IReadOnlyList<string>> CountsAsync(IPage page)
    {
        var seen = await page.GetByRole(AriaRole.Main).InnerTextAsync();
        var measures = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('progress, meter, output, [role=progressbar], [role=meter], [aria-valuenow]')].map(found => found.localName)");
        var spoken = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('main [aria-label], main [title], main [aria-valuetext]')].map(found => found.ariaLabel + "
                + "found.title + found.ariaValueText)");

        return [.. Counts(seen), .. measures, .. spoken.SelectMany(Counts)];
    }

    private static IEnumerable<string> Counts(string text) =>
        Number().Matches(text).Select(match => match.Value).Where(number => number is "4" or "2" or "6" or "3" or "9");

    [GeneratedRegex(@"(?<![\w-])\d+(?![\w-])")]
    private static partial Regex Number();
}
