using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>The checks GOV.UK makes of the keys of their "Exit this page", and some of our own.</summary>
public sealed class ShiftThreeTimesTests(TestBench bench) : Journey(bench)
{
    private static LeaveTexts Texts => Words.Texts.Leave;

    [Fact]
    public async Task Each_press_is_said_and_shown_and_the_third_leaves()
    {
        var (visitor, page) = await ReadAsync("/nb/tegn");
        await visitor.MayLeaveAsync();
        await CountsAsync(page, 0, "");

        await PressAsync(visitor, "Shift");
        await CountsAsync(page, 1, Texts.TwoMore);
        await PressAsync(visitor, "Shift");
        await CountsAsync(page, 2, Texts.OneMore);
        await PressAsync(visitor, "Shift");

        await new SitePage(visitor.Page).HasLeftAsync();
    }

    [Fact]
    public async Task Where_the_other_page_does_not_come_the_page_is_covered_and_says_that_one_leaves()
    {
        var (visitor, _) = await ReadAsync("/nb/tegn");
        await visitor.MayLeaveAsync(arrives: false);

        await PressAsync(visitor, "Shift", "Shift", "Shift");

        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(Texts.Leaving);
        await BlankPage.AssertAsync(visitor.Page);
    }

    [Fact]
    public async Task Each_press_gives_five_more_seconds_and_then_it_is_over_and_the_message_goes_away()
    {
        var (visitor, page) = await ReadAsync("/nb/tegn");

        await PressAsync(visitor, "Shift");
        await visitor.Page.Clock.RunForAsync(4_999);
        await PressAsync(visitor, "Shift");
        await visitor.Page.Clock.RunForAsync(4_999);
        await CountsAsync(page, 2, Texts.OneMore);
        await visitor.Page.Clock.RunForAsync(1);
        await CountsAsync(page, 0, Texts.Expired);
        await visitor.Page.Clock.RunForAsync(4_999);
        await CountsAsync(page, 0, Texts.Expired);
        await visitor.Page.Clock.RunForAsync(1);
        await CountsAsync(page, 0, "");

        await PressAsync(visitor, "Shift");
        await CountsAsync(page, 1, Texts.TwoMore);
    }

    [Fact]
    public async Task Any_other_key_or_the_mouse_starts_the_count_anew()
    {
        var (visitor, page) = await ReadAsync("/nb/tegn");

        await PressAsync(visitor, "Shift", "Shift", "a");
        await CountsAsync(page, 0, Texts.Expired);
        await PressAsync(visitor, "Shift", "Shift");
        await visitor.Page.Mouse.ClickAsync(1, 200);
        await CountsAsync(page, 0, Texts.Expired);

        await PressAsync(visitor, "Shift");
        await CountsAsync(page, 1, Texts.TwoMore);
    }

    [Fact]
    public async Task Capitals_marking_and_going_backwards_are_not_counted()
    {
        var (visitor, page) = await ReadAsync(ComeBackPage.Address);
        var keyboard = visitor.Page.Keyboard;
        await new ComeBackPage(visitor.Page).CodeField.FocusAsync();

        await PressAsync(visitor, "Shift+A", "Shift+B", "Shift+C", "Shift+Tab", "Shift+ArrowDown");
        // One who types fast lets Shift go before the letter.
        for (var letters = 0; letters < 3; letters++)
        {
            await keyboard.DownAsync("Shift");
            await keyboard.DownAsync("A");
            await keyboard.UpAsync("Shift");
            await keyboard.UpAsync("a");
        }

        for (var clicks = 0; clicks < 3; clicks++)
        {
            await keyboard.DownAsync("Shift");
            await visitor.Page.Mouse.ClickAsync(1, 200);
            await keyboard.UpAsync("Shift");
        }

        await CountsAsync(page, 0, "");
        await PressAsync(visitor, "Shift");
        await CountsAsync(page, 1, Texts.TwoMore);
    }

    [Fact]
    public async Task With_anything_else_held_one_stays()
    {
        var (visitor, page) = await ReadAsync(ComeBackPage.Address);
        var keyboard = visitor.Page.Keyboard;
        await new ComeBackPage(visitor.Page).CodeField.FocusAsync();

        // Keyboards are changed by Alt, Ctrl or Meta with Shift, in either order; screen readers have Insert or Caps Lock.
        foreach (var held in new[] { "Alt", "Control", "Meta", "AltGraph", "Insert", "CapsLock", "Space", "ArrowRight", "F6" })
        {
            await keyboard.DownAsync(held);
            await PressAsync(visitor, "Shift", "ShiftRight", "Shift", "Shift");
            await keyboard.UpAsync(held);
            await AreForgottenAsync();

            for (var times = 0; times < 3; times++)
            {
                await keyboard.DownAsync("Shift");
                await keyboard.PressAsync(held);
                await keyboard.UpAsync("Shift");
                await keyboard.DownAsync(held);
                await keyboard.DownAsync("Shift");
                await keyboard.UpAsync(held);
                await keyboard.UpAsync("Shift");
            }

            await AreForgottenAsync();
        }

        await visitor.Page.Mouse.MoveAsync(1, 200);
        await visitor.Page.Mouse.DownAsync();
        await PressAsync(visitor, "Shift", "Shift", "Shift");
        await visitor.Page.Mouse.UpAsync();
        await AreForgottenAsync();

        async Task AreForgottenAsync()
        {
            await CountsAsync(page, 0, "");
            await PressAsync(visitor, "Shift");
            await CountsAsync(page, 1, Texts.TwoMore);
            await PressAsync(visitor, "Escape");
            await visitor.Page.Clock.RunForAsync(5_000);
        }
    }

    /// <summary>What the browser alone knows of: keys the system kept for itself, and words that are still being composed.</summary>
    [Fact]
    public async Task What_is_held_is_heard_of_from_the_press_itself()
    {
        var (visitor, page) = await ReadAsync("/nb/tegn");
        const string press =
            """
            alongside => ['keydown', 'keyup'].forEach(type =>
              document.body.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', code: 'ShiftLeft', bubbles: true, ...alongside })))
            """;
        string[] held = ["modifierAltGraph: true", "modifierFn: true", "ctrlKey: true", "altKey: true", "metaKey: true", "isComposing: true"];

        await Assert.AllAsync(held, async alongside =>
        {
            await visitor.GoAsync("/nb/tegn");
            await visitor.Page.EvaluateAsync($"({press})({{}})");
            await CountsAsync(page, 1, Texts.TwoMore);

            for (var times = 0; times < 3; times++)
            {
                await visitor.Page.EvaluateAsync($"({press})({{ {alongside} }})");
            }

            await CountsAsync(page, 0, Texts.Expired);
        });
    }

    [Fact]
    public async Task Both_Shift_keys_count_and_so_does_one_that_is_held_for_long_or_with_Caps_Lock_on()
    {
        var (visitor, page) = await ReadAsync("/nb/tegn");
        await visitor.MayLeaveAsync();
        var keyboard = visitor.Page.Keyboard;
        await PressAsync(visitor, "CapsLock", "ShiftLeft");
        await CountsAsync(page, 1, Texts.TwoMore);

        await PressAsync(visitor, "ShiftRight");
        await CountsAsync(page, 2, Texts.OneMore);
        for (var repeats = 0; repeats < 5; repeats++)
        {
            await keyboard.DownAsync("Shift");
        }

        await keyboard.UpAsync("Shift");

        await new SitePage(visitor.Page).HasLeftAsync();
    }

    /// <summary>Systems keep some keys for themselves when they are let go. Leaving must not wait for them.</summary>
    [Fact]
    public async Task A_key_of_which_nobody_hears_again_stands_in_the_way_for_five_seconds_at_most()
    {
        var (visitor, page) = await ReadAsync("/nb/tegn");
        await visitor.Page.Keyboard.DownAsync("F6");
        await PressAsync(visitor, "Shift");
        await CountsAsync(page, 0, "");

        await visitor.Page.Clock.RunForAsync(5_000);
        await PressAsync(visitor, "Shift");

        await CountsAsync(page, 1, Texts.TwoMore);
    }

    [Fact]
    public async Task It_works_where_one_is_writing_too()
    {
        var (visitor, _) = await ReadAsync(ComeBackPage.Address);
        await visitor.MayLeaveAsync();
        await new ComeBackPage(visitor.Page).CodeField.FocusAsync();

        await PressAsync(visitor, "Shift+A", "b", "Shift", "Shift", "Shift");

        await new SitePage(visitor.Page).HasLeftAsync();
    }

    [Fact]
    public async Task The_link_speaks_of_shift_only_where_shift_works()
    {
        var (_, page) = await ReadAsync("/nb/tegn");
        await Expect(page.LeaveLink).ToHaveAccessibleNameAsync($"{Words.Texts.Frame.Leave} {Texts.Hint}");

        var withoutScripts = await VisitorAsync(Scripts.Off);
        await withoutScripts.GoAsync("/nb/tegn");

        await Expect(new SitePage(withoutScripts.Page).LeaveLink).ToHaveAccessibleNameAsync(Words.Texts.Frame.Leave);
    }

    [Fact]
    public async Task Nothing_moves_when_the_dots_appear_and_none_of_it_is_printed()
    {
        var (visitor, page) = await ReadAsync("/nb/tegn");
        foreach (var screen in new[] { Screens.Narrow, Screens.Phone, Screens.Desk })
        {
            await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            var before = await PlacesAsync(visitor);
            await PressAsync(visitor, "Shift");
            await Expect(page.Presses).ToBeVisibleAsync();
            Assert.Equal(before, await PlacesAsync(visitor));
            await PressAsync(visitor, "a");
            await Expect(page.Presses).ToBeHiddenAsync();
        }

        await PressAsync(visitor, "Shift");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Presses).ToBeHiddenAsync();
        await Expect(page.LeaveLink).ToBeHiddenAsync();
    }

    private async Task<(Visitor Visitor, SitePage Page)> ReadAsync(string address)
    {
        var visitor = await VisitorAsync();
        await visitor.StopTheClockAsync();
        await visitor.GoAsync(address);

        return (visitor, new SitePage(visitor.Page));
    }

    private static async Task PressAsync(Visitor visitor, params string[] keys)
    {
        foreach (var key in keys)
        {
            await visitor.Page.Keyboard.PressAsync(key);
        }
    }

    private static async Task CountsAsync(SitePage page, int presses, string told)
    {
        await Expect(page.ToldOfLeaving).ToHaveTextAsync(told);
        await Expect(page.Presses).ToBeVisibleAsync(new() { Visible = presses > 0 });
        await Expect(page.Presses).ToHaveAttributeAsync("aria-hidden", "true");
        Assert.Equal(presses, await page.Presses.EvaluateAsync<int>(
            "dots => [...dots.children].filter(dot => parseFloat(getComputedStyle(dot).borderTopWidth) * 2 >= dot.offsetWidth && dot.offsetWidth > 0).length"));
    }

    /// <summary>Where everything of the header and the first heading stand.</summary>
    private static Task<string[]> PlacesAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('header, header a, header svg, h1')].map(element => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [element.localName, x, y, width, height].join(' ');
        })
        """);
}
