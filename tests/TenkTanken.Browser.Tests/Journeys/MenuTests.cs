using TenkTanken.Browser.Tests.Everywhere;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class MenuTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task On_a_phone_it_opens_from_its_button_and_escape_closes_it_where_one_was(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var keyboard = new Keyboard(visitor.Page);
        var page = new SitePage(visitor.Page);
        await visitor.GoAsync("/nb/kontakter");
        await Expect(page.Menu).ToBeHiddenAsync();

        await keyboard.TabTo(page.MenuButton);
        await keyboard.Press("Enter");
        await Expect(page.Menu).ToBeInViewportAsync(new() { Ratio = 1 });
        await keyboard.Press("Escape");
        await Expect(page.Menu).ToBeHiddenAsync();
        await Expect(page.MenuButton).ToBeFocusedAsync();

        await keyboard.Press("Enter");
        await keyboard.TabTo(page.Menu.Locator($"a[href='{Words.Edition.The(PageKind.Conversation).Address}']"));
        await keyboard.Press("Enter");
        await Expect(page.Title).ToHaveTextAsync(Words.Edition.The(PageKind.Conversation).Title);
    }

    [Fact]
    public async Task On_a_phone_it_is_within_reach_far_down_a_page_with_the_languages_and_its_button_closes_it()
    {
        var visitor = await VisitorAsync();
        var page = new SitePage(visitor.Page);
        await visitor.GoAsync("/nb/tegn");
        await visitor.Page.EvaluateAsync("() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");

        await page.MenuButton.ClickAsync();
        await Expect(page.Menu).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.LanguageLink("en")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.LeaveLink).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => scrollY > innerHeight"));

        await page.MenuButton.ClickAsync();
        await Expect(page.Menu).ToBeHiddenAsync();
    }

    [Fact]
    public async Task However_large_the_text_it_opens_below_the_way_to_leave()
    {
        var visitor = await VisitorAsync();
        var page = new SitePage(visitor.Page);
        await visitor.GoAsync("/nb/tegn");
        await LargeTextTests.EnlargeAsync(visitor.Page, 200);

        await page.MenuButton.ClickAsync();
        await Expect(page.Menu).ToBeVisibleAsync();

        await visitor.MayLeaveAsync();
        await page.LeaveInAHurry();
    }

    [Fact]
    public async Task On_a_wide_screen_it_is_always_there_and_needs_no_button()
    {
        var visitor = await VisitorAsync(Scripts.Off, equip: browser => browser.ViewportSize = Screens.Desk);
        var page = new SitePage(visitor.Page);

        await visitor.GoAsync("/nb/");

        await Expect(page.Menu).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.MenuButton).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Leaving_covers_it_too()
    {
        var visitor = await VisitorAsync();
        await visitor.MayLeaveAsync(arrives: false);
        var page = new SitePage(visitor.Page);
        await visitor.GoAsync("/nb/tegn");
        await page.MenuButton.ClickAsync();
        await Expect(page.Menu).ToBeVisibleAsync();

        for (var times = 0; times < 3; times++)
        {
            await visitor.Page.Keyboard.PressAsync("Shift");
        }

        await BlankPage.AssertAsync(visitor.Page);
    }
}
