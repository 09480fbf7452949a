using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Everywhere;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class KeyboardTests(TestBench bench) : Journey(bench)
{
    /// <summary>On a wide screen it is in the footer, on a narrow one above it.</summary>
    private const string LastStop = ":is(main, footer) :is(a, button, summary)";

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task From_the_start_page_to_a_code_without_mouse_or_touch(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts, equip: browser => browser.ViewportSize = Screens.Desk);
        var keyboard = new Keyboard(visitor.Page);
        await visitor.GoAsync("/nb/");
        await keyboard.TabTo(visitor.Page.GetByRole(AriaRole.Main).Locator("a[href='/nb/sjekkliste']"));
        await keyboard.Press("Enter");

        // Into each question with Tab, to the answer with the arrows.
        var checklist = new ChecklistPage(visitor.Page);
        await Expect(checklist.Title).ToHaveTextAsync(Words.Edition.The(PageKind.Checklist).Title);
        await keyboard.TabTo(checklist.NotConsidered(Signs.ControlledByOthers));
        await keyboard.Press("ArrowDown");
        await Expect(checklist.Noticed(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await keyboard.AssertFocusIsSeenAsync();
        await keyboard.TabTo(checklist.NotConsidered(Signs.DistrustOfStaff));
        await keyboard.Press("ArrowDown");
        await keyboard.Press("ArrowDown");
        await Expect(checklist.Unsure(Signs.DistrustOfStaff)).ToBeCheckedAsync();
        await keyboard.TabTo(checklist.ReflectButton);
        await keyboard.Press("Enter");

        var reflection = new ReflectionPage(visitor.Page);
        await Expect(reflection.Title).ToHaveTextAsync(Words.Texts.Reflection.Title);
        await keyboard.TabTo(reflection.Plan(Plans.Interpreter));
        await keyboard.Press("Space");
        await Expect(reflection.Plan(Plans.Interpreter)).ToBeCheckedAsync();
        await keyboard.TabTo(reflection.WhatMattersInTheTalk.Locator("> summary"));
        await keyboard.Press("Enter");
        var step = Words.Step("not-now");
        await keyboard.TabTo(reflection.Step(step).Locator("summary"));
        await keyboard.Press("Enter");
        await Expect(reflection.Step(step)).ToContainTextAsync(step.Body.Text());
        await keyboard.TabTo(reflection.SaveButton, "Shift+Tab");
        await keyboard.Press("Enter");

        await Expect(new SavedPage(visitor.Page).Code).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task The_first_stop_skips_what_every_page_begins_with(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var keyboard = new Keyboard(visitor.Page);
        await visitor.GoAsync("/nb/kontakter");
        var skip = visitor.Page.GetByRole(AriaRole.Link, new() { Name = Words.Texts.Frame.SkipToContent });
        await Expect(skip).Not.ToBeInViewportAsync();

        await keyboard.Press("Tab");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync(new() { Ratio = 1 });
        await keyboard.Press("Enter");

        await keyboard.Press("Tab");
        await Expect(new SitePage(visitor.Page).Main.GetByRole(AriaRole.Link).First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task To_the_same_page_in_another_language_and_back()
    {
        var visitor = await VisitorAsync(Scripts.Off);
        var keyboard = new Keyboard(visitor.Page);
        var page = new SitePage(visitor.Page);
        await visitor.GoAsync("/nb/samtale");

        await keyboard.TabTo(page.MenuButton);
        await keyboard.Press("Enter");
        await keyboard.TabTo(page.LanguageLink("en"));
        await keyboard.Press("Enter");
        await Expect(page.Title).ToHaveTextAsync(Words.Library.CurrentIn(Words.Library.Site.Language("en")!).The(PageKind.Conversation).Title);
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await keyboard.TabTo(visitor.Page.Locator(".menu-button"));
        await keyboard.Press("Enter");
        await keyboard.TabTo(page.LanguageLink("nb"));
        await keyboard.Press("Enter");
        await Expect(page.Title).ToHaveTextAsync(Words.Edition.The(PageKind.Conversation).Title);
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "nb");
    }

    [Fact]
    public async Task A_way_that_does_not_lead_on_would_be_found()
    {
        var visitor = await VisitorAsync();

        var spoilt = await Spoiling.FindAsync(
            visitor.Page,
            () => visitor.GoAsync("/nb/kontakter"),
            UnseenStopsAsync,
            new Spoiling("() => document.querySelectorAll('main a, main summary').forEach(stop => stop.tabIndex = -1)", $"do not lead to {LastStop}"));

        Assert.All(spoilt, page => Assert.Contains(page.Found, fault => fault.Contains(page.By.Finding, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stop_that_cannot_be_seen_would_be_found()
    {
        var visitor = await VisitorAsync();
        string[] ways = ["step by step", "on the way", "at each stop"];
        var last = new SitePage(visitor.Page).Main.GetByRole(AriaRole.Link).Last;

        var spoilt = await Spoiling.FindAsync(
            visitor.Page,
            () => visitor.GoAsync("/nb/kontakter"),
            LookAsync,
            Spoiling.Style("main a { outline: none !important }", "does not show"),
            Spoiling.Style("main { position: relative } main::after { content: ''; position: absolute; inset: 0; background: red }", "out of sight"));

        Assert.All(
            from page in spoilt from way in ways select (page, way),
            one => Assert.Contains(one.page.Found, fault =>
                fault.StartsWith(one.way, StringComparison.Ordinal) && fault.Contains(one.page.By.Finding, StringComparison.Ordinal)));

        async Task<IReadOnlyList<string>> LookAsync(IPage page)
        {
            var failure = await Record.ExceptionAsync(() => new Keyboard(page).TabTo(last));
            var onTheWay = await UnseenStopsAsync(page);
            var unseen = await Keyboard.UnseenStopsAsync(page);

            return
            [
                .. failure is null ? [] : new[] { $"step by step: {failure.Message}" },
                .. onTheWay.Select(fault => $"on the way: {fault}"),
                .. unseen.Select(fault => $"at each stop: {fault}"),
            ];
        }
    }

    /// <summary>
    /// From the top of the page past the way out to its last link. Every page and state is asked in
    /// <see cref="AccessibilityTests"/>.
    /// </summary>
    internal static Task<IReadOnlyList<string>> UnseenStopsAsync(IPage page) => UnseenStopsAsync(page, hasFrame: true);

    /// <param name="hasFrame">Whether the footer of the site is below. Without it the way out is where one has to get.</param>
    internal static Task<IReadOnlyList<string>> UnseenStopsAsync(IPage page, bool hasFrame) =>
        Keyboard.FaultsOnTheWayAsync(page, hasFrame ? ["[data-leave]", LastStop] : ["[data-leave]"]);
}
