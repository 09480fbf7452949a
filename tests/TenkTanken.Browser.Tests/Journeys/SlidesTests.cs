using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class SlidesTests(TestBench bench) : Journey(bench)
{
    private static readonly IReadOnlyList<Slide> Slides = SlidesPage.Slides;

    [Fact]
    public async Task From_the_start_page_one_comes_to_the_third_slide_and_a_reload_stays_there()
    {
        var visitor = await VisitorAsync(equip: browser => browser.ViewportSize = Screens.Desk);
        await visitor.GoAsync(Words.Edition.Presentation!.Address);
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = Words.Texts.Presentation.Show }).ClickAsync();
        var slides = new SlidesPage(visitor.Page);
        await slides.ShowsAsync(Slides[0]);
        await Expect(slides.PreviousButton).ToBeDisabledAsync();

        await slides.NextButton.ClickAsync();
        await slides.Press("PageDown");
        await slides.ShowsAsync(Slides[2]);
        await Expect(slides.Said).ToHaveTextAsync(Words.Texts.Presentation.Position
            .Replace("{number}", "3").Replace("{count}", $"{Slides.Count}").Replace("{title}", Slides[2].Title));

        await visitor.Page.ReloadAsync();
        await slides.ShowsAsync(Slides[2]);
        Assert.EndsWith($"#{Slides[2].Id}", visitor.Page.Url);

        // However far one has come, Back leads out of it.
        await visitor.GoBackAsync();
        await Expect(slides.Title).ToHaveTextAsync(Words.Edition.Presentation.Title);
    }

    [Fact]
    public async Task A_clicker_and_a_keyboard_turn_the_slides_and_letters_can_be_switched_off()
    {
        var visitor = await VisitorAsync(equip: browser => browser.ViewportSize = Screens.Desk);
        var slides = await SlidesPage.Open(visitor, "#nobody-knows-this");
        await slides.ShowsAsync(Slides[0]);

        foreach (var (key, number) in new[]
        {
            ("ArrowRight", 1), (" ", 2), ("PageDown", 3), ("PageUp", 2), ("ArrowLeft", 1),
            ("End", Slides.Count - 1), ("ArrowRight", Slides.Count - 1), ("Home", 0),
        })
        {
            await slides.Press(key);
            await slides.ShowsAsync(Slides[number]);
        }

        await slides.Press("b");
        await Expect(slides.Blank).ToHaveCountAsync(1);
        await slides.Press("PageDown");
        await Expect(slides.Blank).ToHaveCountAsync(0);
        await slides.ShowsAsync(Slides[0]);

        await slides.Press("o");
        await Expect(slides.Overview).ToBeVisibleAsync();
        await slides.Overview.GetByText(Slides[3].Title, new() { Exact = true }).ClickAsync();
        await slides.ShowsAsync(Slides[3]);
        await slides.Press("o");
        await slides.Press("Escape");
        await slides.ShowsAsync(Slides[3]);

        await slides.Press("?");
        await Expect(slides.Help).ToBeVisibleAsync();
        await slides.Help.GetByLabel(Words.Texts.Presentation.LettersOn).UncheckAsync();
        await slides.Press("Escape");
        await slides.Press("b");
        await slides.Press("PageDown");
        await Expect(slides.Blank).ToHaveCountAsync(0);
        await slides.ShowsAsync(Slides[4]);
    }

    [Fact]
    public async Task A_finger_turns_them_and_shift_three_times_still_leaves()
    {
        var visitor = await VisitorAsync(equip: browser => browser.HasTouch = true);
        await visitor.MayLeaveAsync();
        var slides = await SlidesPage.Open(visitor);

        await Swipe(300, 60);
        await slides.ShowsAsync(Slides[1]);
        await Swipe(60, 300);
        await slides.ShowsAsync(Slides[0]);
        for (var press = 0; press < 3; press++)
        {
            await slides.Press("Shift");
        }

        await slides.HasLeftAsync();

        Task Swipe(int from, int to) => visitor.Page.EvaluateAsync(
            """
            ([from, to]) => {
              const touch = x => [new Touch({ identifier: 1, target: document.querySelector('.slide[data-current]'), clientX: x, clientY: 400 })];
              const send = (type, touches, changedTouches) =>
                document.querySelector('.slide[data-current]').dispatchEvent(new TouchEvent(type, { bubbles: true, touches, changedTouches }));
              send('touchstart', touch(from), touch(from));
              send('touchend', [], touch(to));
            }
            """,
            new[] { from, to });
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task Only_the_parts_that_were_chosen_are_shown_with_the_first_and_the_last_in_the_light_that_was_chosen(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        await visitor.GoAsync(Words.Edition.Presentation!.Address);
        await visitor.Page.GetByText(Words.Texts.Presentation.Choose).ClickAsync();
        foreach (var part in SlidesPage.Lesson.Parts.Skip(2).SkipLast(1))
        {
            await visitor.Page.GetByLabel(part.Title).UncheckAsync();
        }

        await visitor.Page.GetByLabel(Words.Texts.Presentation.RoomDark).CheckAsync();
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = Words.Texts.Presentation.Show }).ClickAsync();

        var shown = SlidesPage.Lesson.Parts.Take(2).Append(SlidesPage.Lesson.Parts[^1]).SelectMany(part => part.Slides).Select(slide => slide.Id).ToList();
        var slides = visitor.Page.Locator(".slide h2");
        await Expect(slides).ToHaveCountAsync(shown.Count);
        Assert.Equal(shown, await slides.EvaluateAllAsync<string[]>("headings => headings.map(heading => heading.id)"));
        if (scripts == Scripts.Off)
        {
            await Expect(new SlidesPage(visitor.Page).InSight).ToHaveCountAsync(shown.Count);
            await Expect(new SitePage(visitor.Page).LeaveLink).ToBeVisibleAsync();
        }
        else
        {
            // The machine is set for a light room.
            await Expect(visitor.Page.Locator("html")).ToHaveCSSAsync("color-scheme", "dark");
        }
    }
}
