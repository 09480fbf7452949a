using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class DutiesTests(TestBench bench) : Journey(bench)
{
    private const string Minor = "minor-yes";
    private const string NotMinor = "minor-no";
    private const string Danger = "danger-yes";
    private const string NoDanger = "danger-no";
    private const string NoAgreement = "agreement-no";

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task What_is_ticked_opens_its_own_guidance_alone_below_all_answers_and_moves_none_of_them(Scripts scripts)
    {
        var duties = await DutiesPage.Open(await VisitorAsync(scripts));
        await Expect(duties.GuidanceInSight).ToHaveCountAsync(0);

        var before = await ApartAsync();
        await duties.Choice(Minor).CheckAsync();
        Assert.Equal(before, await ApartAsync());
        await Expect(duties.GuidanceOf(Minor)).ToBeVisibleAsync();
        var last = (await duties.Choice(NotMinor).BoundingBoxAsync())!;
        Assert.InRange((await duties.GuidanceOf(Minor).BoundingBoxAsync())!.Y, last.Y + last.Height, float.MaxValue);
        await Expect(duties.GuidanceInSight).ToHaveCountAsync(1);
        foreach (var rule in DutiesPage.Titled(Minor).Rules)
        {
            await Expect(duties.RuleUnder(Minor, rule)).ToBeVisibleAsync();
        }

        await duties.Choice(NotMinor).CheckAsync();
        await Expect(duties.GuidanceOf(NotMinor)).ToBeVisibleAsync();
        await Expect(duties.GuidanceInSight).ToHaveCountAsync(1);

        await duties.Choice(Danger).CheckAsync();
        await Expect(duties.GuidanceInSight).ToHaveCountAsync(2);

        await duties.NothingChosenBeside(Minor).CheckAsync();
        await Expect(duties.GuidanceInSight).ToHaveCountAsync(1);
        await Expect(duties.GuidanceOf(Danger)).ToBeVisibleAsync();

        // Between the two, since ticking scrolls the page.
        async Task<(float X, float Y)> ApartAsync()
        {
            var first = (await duties.Choice(Minor).BoundingBoxAsync())!;
            var second = (await duties.Choice(NotMinor).BoundingBoxAsync())!;

            return (second.X - first.X, second.Y - first.Y);
        }
    }

    [Theory]
    [InlineData(Scripts.Off, false)]
    [InlineData(Scripts.On, true)]
    public async Task Looking_something_up_and_going_back_keeps_every_tick(Scripts scripts, bool keepsPages)
    {
        var visitor = await VisitorAsync(scripts, keepsPages: keepsPages);
        var duties = await DutiesPage.Open(visitor);
        await duties.Choice(Minor).CheckAsync();
        await duties.Choice(NoAgreement).CheckAsync();

        await new SitePage(visitor.Page).GoToLastInMenu();
        await visitor.GoBackAsync();

        await Expect(duties.Choice(Minor)).ToBeCheckedAsync();
        await Expect(duties.Choice(NoAgreement)).ToBeCheckedAsync();
        await Expect(duties.NothingChosenBeside(NoDanger)).ToBeCheckedAsync();
        await Expect(duties.GuidanceInSight).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task An_answer_and_a_rule_are_reached_by_the_keyboard_alone_and_nothing_is_sent(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts, equip: browser => browser.ViewportSize = Screens.Desk);
        var keyboard = new Keyboard(visitor.Page);
        var duties = await DutiesPage.Open(visitor);
        var sent = new List<string>();
        visitor.Page.Request += (_, request) => sent.AddRange(request.IsNavigationRequest || request.Method != "GET" ? [request.Url] : []);

        await keyboard.TabTo(duties.NothingChosenBeside(Minor));
        await keyboard.Press("ArrowDown");
        await Expect(duties.Choice(Minor)).ToBeCheckedAsync();
        await keyboard.AssertFocusIsSeenAsync();
        var rule = DutiesPage.Titled(Minor).Rules[0];
        await keyboard.TabTo(duties.RuleUnder(Minor, rule));
        await keyboard.TabTo(duties.NothingChosenBeside(NoDanger));
        await keyboard.Press("Enter");
        await keyboard.TabTo(duties.InFull(rule).Locator("summary"));
        await keyboard.Press("Enter");

        await Expect(duties.InFull(rule)).ToContainTextAsync(Words.Texts.Parts.AsksNot);
        await Expect(duties.InFull(rule).GetByRole(AriaRole.Link).Last).ToBeVisibleAsync();
        Assert.Empty(sent);
        Assert.EndsWith(DutiesPage.Address, visitor.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task A_link_to_a_rule_opens_it(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var rule = DutiesPage.Titled(Minor).Rules[0];

        var duties = await DutiesPage.Open(visitor);
        await duties.Choice(Minor).CheckAsync();

        await duties.RuleUnder(Minor, rule).ClickAsync();

        await Expect(duties.InFull(rule).Locator("summary")).ToBeInViewportAsync();
        await Expect(duties.InFull(rule)).ToContainTextAsync(rule.Parts.The(PartKind.AsksNot).Text().Split('\n')[0]);
        await Expect(duties.InFull(rule).GetByRole(AriaRole.Link).Last).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_paper_every_rule_is_open_and_no_answer_that_was_not_given_and_an_old_browser_shows_all_guidance_rather_than_none()
    {
        var visitor = await VisitorAsync();
        var duties = await DutiesPage.Open(visitor);
        await duties.Choice(Minor).CheckAsync();

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(duties.GuidanceOf(Minor)).ToBeVisibleAsync();
        await Expect(duties.GuidanceOf(NoAgreement)).ToHaveCountAsync(0);
        foreach (var rule in Words.Edition.Duties.Rules)
        {
            await Expect(duties.InFull(rule).GetByRole(AriaRole.Link).Last).ToBeVisibleAsync();
        }

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Expect(duties.GuidanceInSight).ToHaveCountAsync(1);
        await visitor.Page.EvaluateAsync(ChecklistTests.ForgetRulesWithHas);
        await Expect(duties.GuidanceInSight).ToHaveCountAsync(DutiesPage.Answers.Count);
    }
}
