using System.Diagnostics;
using System.Net;
using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>A trainer steers the slides on the wall from her phone. Both see the slides in their order.</summary>
public sealed class PresenterTests(TestBench bench) : Journey(bench)
{
    private const int Presses = 30;

    private static readonly IReadOnlyList<Slide> Slides = [.. WallPage.Lesson.Slides];

    /// <summary>It is to be 300 ms, and is some 10 on a machine of its own. Here the browser and other tests do other things as well.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>How soon a side is right again that comes back. A busy machine takes its time to start a site.</summary>
    private const int Back = 5_000;

    [Fact]
    public async Task From_the_four_words_to_the_end_whatever_is_reloaded_sleeps_or_is_started_again()
    {
        var site = UntilTheyLeave(await RunningSite.StartKillableAsync());
        var wallVisitor = await VisitorAsync(address: site.Address, equip: browser => browser.ViewportSize = Screens.Desk);
        var phoneVisitor = await VisitorAsync(address: site.Address);
        var wall = await WallPage.Begin(wallVisitor);
        await Expect(wall.Where).ToHaveTextAsync($"{new Uri(site.Address).Authority}{WallPage.Lessons}");
        var words = await wall.PairingWords.InnerTextAsync();

        // Joined: the words go from the wall, and what is steered is seen on both.
        var phone = await PresenterPage.Join(phoneVisitor, $" {words.ToUpperInvariant().Replace(" ", ", ", StringComparison.Ordinal)}.");
        await Expect(wall.PairingWords).ToHaveCountAsync(0);
        await IsOnAsync(0);
        await Expect(phone.Clock).ToBeVisibleAsync();
        await phoneVisitor.MarkPageAsync();
        await phone.NextButton.ClickAsync();
        await IsOnAsync(1);
        await Expect(phone.Notes).ToContainTextAsync(Slides[1].Parts[0].Text());

        // Two quick presses are two.
        await phone.NextButton.ClickAsync(new() { ClickCount = 2 });
        await IsOnAsync(3);
        await phone.PreviousButton.ClickAsync();
        await IsOnAsync(2);
        await phone.BlankButton.ClickAsync();
        await Expect(wall.Black).ToHaveCountAsync(1);
        await phone.BlankButton.ClickAsync();
        await Expect(wall.Black).ToHaveCountAsync(0);
        Assert.True(await phoneVisitor.IsMarkedPageAsync());

        // Keys turn the slides where they are pressed, until somebody steers again.
        await wallVisitor.Page.Keyboard.PressAsync("End");
        await Expect(wall.Slide(Slides[^1])).ToHaveCountAsync(1);
        await Expect(phone.Slide(Slides[2])).ToHaveCountAsync(1);
        await phoneVisitor.Page.Keyboard.PressAsync("PageDown");
        await IsOnAsync(3);

        // Reloaded, and asleep while the other goes on.
        await wallVisitor.Page.ReloadAsync();
        await phoneVisitor.Page.ReloadAsync();
        await IsOnAsync(3);
        await SeesAsync(wallVisitor, hidden: true);
        await phone.NextButton.ClickAsync();
        await Expect(phone.Slide(Slides[4])).ToHaveCountAsync(1);
        await Expect(wall.Slide(Slides[3])).ToHaveCountAsync(1);
        await SeesAsync(wallVisitor, hidden: false);
        await IsOnAsync(4);

        // Started again, with the channel forgotten: the wall tells where it was, to a phone that knows nothing.
        wallVisitor.ExpectsError("net::ERR_");
        phoneVisitor.ExpectsError("net::ERR_");
        await site.KillAsync();
        await site.StartAgainAsync();
        await phoneVisitor.Page.ReloadAsync();
        await IsOnAsync(4);
        await phone.NextButton.ClickAsync();
        await IsOnAsync(5);
        await Expect(wall.PairingWords).ToHaveCountAsync(0);

        await phone.LetAnotherIn();
        Assert.Equal(0, await wall.PairingWords.CountAsync());
        await phone.EndTheSteering();
        await Expect(wall.Slide(Slides[5])).ToHaveCountAsync(1);
        await wallVisitor.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(wall.Slide(Slides[6])).ToHaveCountAsync(1);

        // Nobody reads in the log that a lesson was steered, only that the page with the lessons was read.
        Assert.DoesNotContain(site.Lines, line => line.Contains("skjerm", StringComparison.Ordinal) || line.Contains("styring", StringComparison.Ordinal)
            || line.Contains("lysbilder", StringComparison.Ordinal));
        Assert.Contains(site.Lines, line => line.Contains("{Slug?}", StringComparison.Ordinal));

        async Task IsOnAsync(int slide)
        {
            await Expect(wall.Slide(Slides[slide])).ToHaveCountAsync(1, new() { Timeout = Back });
            await Expect(phone.Slide(Slides[slide])).ToHaveCountAsync(1, new() { Timeout = Back });
        }
    }

    /// <summary>When the line dies, the clock of the wall stands still, so that its seconds are those of the test.</summary>
    [Fact]
    public async Task A_press_is_seen_on_the_wall_at_once_and_a_line_that_was_dead_is_found_again()
    {
        var proxy = UntilTheyLeave(Proxy.Before(Bench.Site));
        var wallVisitor = await VisitorAsync(address: proxy.Address);
        var phoneVisitor = await VisitorAsync(equip: browser => browser.ViewportSize = Screens.Narrow);
        await wallVisitor.TakeTheClockAsync();
        var wall = await WallPage.Begin(wallVisitor);
        var phone = await PresenterPage.Join(phoneVisitor, await wall.PairingWords.InnerTextAsync());
        await Expect(wall.PairingWords).ToHaveCountAsync(0);
        var times = new List<TimeSpan>();
        for (var press = 0; press < Presses; press++)
        {
            var forward = press % 2 == 0;
            // The browser itself waits for the slide: the test would look in steps.
            var seen = wallVisitor.Page.WaitForFunctionAsync("id => document.querySelector('.slide[data-current] h2').id === id", Slides[forward ? 1 : 0].Id);
            var pressed = Stopwatch.StartNew();
            await (forward ? phone.NextButton : phone.PreviousButton).EvaluateAsync("button => button.click()");
            await seen;
            times.Add(pressed.Elapsed);
        }

        await phone.NextButton.ClickAsync();
        await Expect(wall.Slide(Slides[1])).ToHaveCountAsync(1);
        await wallVisitor.StopTheTakenClockAsync();
        wallVisitor.ExpectsError("net::ERR_");
        proxy.FallSilent();
        await phone.NextButton.ClickAsync();
        await Expect(phone.Slide(Slides[2])).ToHaveCountAsync(1);
        await wallVisitor.Page.Clock.RunForAsync(7_000);
        await Expect(wall.Slide(Slides[1])).ToHaveCountAsync(1);
        await wallVisitor.Page.Clock.RunForAsync(7_000);
        await Expect(wall.Slide(Slides[2])).ToHaveCountAsync(1);

        TestContext.Current.TestOutputHelper?.WriteLine($"Press to wall: {string.Join(' ', times.Order().Select(time => $"{time.TotalMilliseconds:0}"))} ms");
        Assert.True(times.Max() < Soon, $"{times.Max()} from the press to the wall.");
    }

    [Fact]
    public async Task Words_that_are_used_up_get_one_calm_answer_and_another_is_let_in_by_her_who_steers()
    {
        var wallVisitor = await VisitorAsync();
        var wall = await WallPage.Begin(wallVisitor);
        var words = await wall.PairingWords.InnerTextAsync();
        var phone = await PresenterPage.Join(await VisitorAsync(Scripts.Off), words);
        var other = await VisitorAsync();
        other.Expects(HttpStatusCode.UnprocessableEntity);

        await other.GoAsync(WallPage.Lessons);
        await PresenterPage.Type(other, words);
        await Expect(new SitePage(other.Page).Message).ToContainTextAsync(Words.Texts.Presentation.Steering.WrongTitle);
        await phone.LetAnotherIn();
        await PresenterPage.Type(other, await phone.PairingWords.InnerTextAsync());
        var second = new PresenterPage(other.Page);
        await second.NextButton.ClickAsync();
        await Expect(wall.Slide(Slides[1])).ToHaveCountAsync(1);

        // She who has no scripts sees it with her next press, which is done from where the slides are.
        await phone.NextButton.ClickAsync();
        await Expect(phone.Slide(Slides[1])).ToHaveCountAsync(1);
        await phone.NextButton.ClickAsync();
        await Expect(phone.Slide(Slides[2])).ToHaveCountAsync(1);
        await Expect(second.Slide(Slides[2])).ToHaveCountAsync(1);
        await Expect(wall.Slide(Slides[2])).ToHaveCountAsync(1);
    }

    /// <summary>Playwright's pages always say that they are seen, so the page is told otherwise.</summary>
    private static async Task SeesAsync(Visitor visitor, bool hidden) => await visitor.Page.EvaluateAsync(
        hidden
            ? "() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }"
            : "() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); }");
}
