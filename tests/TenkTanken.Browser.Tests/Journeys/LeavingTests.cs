using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class LeavingTests(TestBench bench) : Journey(bench)
{
    [Fact]
    public Task Without_scripts_one_press_leads_to_a_page_about_something_else() => LeaveFromEachAsync(
        Scripts.Off, "/nb/", "/nb/ov", "checklist with guidance open", "reflection on much", "remembered", "unknown address");

    [Fact]
    public Task With_scripts_one_press_leads_to_a_page_about_something_else() => LeaveFromEachAsync(
        Scripts.On, "/nb/", "checklist with guidance open", "saved", "unknown address");

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Until_the_other_page_comes_there_is_only_an_empty_window(ColorScheme scheme)
    {
        var visitor = await VisitorAsync(equip: browser => browser.ColorScheme = scheme);
        await visitor.MayLeaveAsync(arrives: false);
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        await visitor.Page.EvaluateAsync("() => document.querySelector('main').append(Object.assign(document.createElement('dialog'), { textContent: 'Hi' }))");
        await visitor.Page.EvaluateAsync("() => document.querySelector('dialog').showModal()");

        // In the very task in which the link is pressed: no clock could be stricter.
        var inSight = await visitor.Page.EvaluateAsync<string[]>(
            """
            () => {
              document.querySelector('a.leave').click();
              const inSight = [...document.querySelectorAll('body, body *')].filter(element => element.checkVisibility());
              return [document.title, ...inSight.map(element => element.localName)];
            }
            """);
        Assert.Equal([Words.Texts.Leave.EmptyTab], inSight);
        await BlankPage.AssertAsync(visitor.Page);
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(Words.Texts.Leave.Leaving);
        Assert.Equal(await EmptyWindowAsync(visitor), await visitor.Page.ScreenshotAsync());
    }

    [Fact]
    public async Task However_the_link_is_pressed_no_tab_stays_behind_and_the_right_button_opens_a_menu_and_nothing_else()
    {
        var visitor = await VisitorAsync();
        var page = new SitePage(visitor.Page);
        await visitor.GoAsync("/nb/tegn");
        await page.LeaveLink.ClickAsync(new() { Button = MouseButton.Right });
        await Expect(page.Title).ToBeVisibleAsync();
        await visitor.MayLeaveAsync();
        LocatorClickOptions[] presses =
        [
            new() { Modifiers = [KeyboardModifier.Control] },
            new() { Modifiers = [KeyboardModifier.Meta] },
            new() { Modifiers = [KeyboardModifier.Shift] },
            new() { Button = MouseButton.Middle },
        ];

        foreach (var press in presses)
        {
            await visitor.GoAsync("/nb/tegn");
            await page.LeaveLink.ClickAsync(press);
            await page.HasLeftAsync();
        }

        Assert.Equal([visitor.Page], visitor.Page.Context.Pages);
    }

    [Fact]
    public async Task Without_a_network_the_other_page_is_asked_for_and_nothing_of_ours_is_left()
    {
        var visitor = await VisitorAsync();
        await visitor.MayLeaveAsync(arrives: false);
        await PagesAndStates.ReachAsync(visitor, "reflection on much");
        await visitor.LoseNetworkAsync();

        await visitor.Page.RunAndWaitForRequestAsync(() => new SitePage(visitor.Page).LeaveLink.ClickAsync(), Words.LeaveAddress);

        await BlankPage.AssertAsync(visitor.Page);
    }

    [Fact]
    public async Task Where_the_browser_keeps_nothing_one_leaves_all_the_same()
    {
        var visitor = await VisitorAsync();
        await visitor.MayLeaveAsync();
        await visitor.OwnPage().AddInitScriptAsync("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused'); } });");
        await visitor.GoAsync("/nb/tegn");
        await Expect(new SitePage(visitor.Page).Title).ToBeVisibleAsync();

        await new SitePage(visitor.Page).LeaveInAHurry();

        Assert.Equal(OtherSite.Title, await visitor.Page.TitleAsync());
    }

    /// <summary>One and the same visitor, who comes again on purpose each time.</summary>
    private async Task LeaveFromEachAsync(Scripts scripts, params IEnumerable<string> pagesAndStates)
    {
        var visitor = await VisitorAsync(scripts);
        await visitor.MayLeaveAsync();
        foreach (var pageOrState in pagesAndStates)
        {
            await PagesAndStates.ReachAsync(visitor, pageOrState);

            await new SitePage(visitor.Page).LeaveInAHurry();

            Assert.Equal((pageOrState, OtherSite.Title), (pageOrState, await visitor.Page.TitleAsync()));
        }
    }

    /// <summary>A picture of a window with nothing in it, in the colours of the browser.</summary>
    private static async Task<byte[]> EmptyWindowAsync(Visitor visitor)
    {
        var empty = await visitor.Page.Context.NewPageAsync();
        await empty.SetContentAsync("<!doctype html><meta name=color-scheme content='light dark'>");
        var picture = await empty.ScreenshotAsync();
        await empty.CloseAsync();

        return picture;
    }
}
