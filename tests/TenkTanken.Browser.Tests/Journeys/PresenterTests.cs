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
    private static readonly IReadOnlyList<Slide> Slides = [.. WallPage.Lesson.Slides];

    /// <summary>People with a phone in their hands.</summary>
    private const int Hall = 40;

    /// <summary>How soon a side is right again that comes back. A busy machine takes its time to start a site.</summary>
    private const int Back = 5_000;

    private const int Step = 250;

    [Fact]
    public async Task From_the_four_words_to_the_end_whatever_is_reloaded_sleeps_or_is_started_again()
    {
        var site = UntilTheyLeave(await RunningSite.StartKillableAsync());
        // By a name that browsers do not trust: there is no https in a meeting room's own network.
        var address = $"http://{Chromium.OtherHost}:{site.Port}";
        var wallVisitor = await VisitorAsync(address: address, equip: browser => browser.ViewportSize = Screens.Desk);
        var phoneVisitor = await VisitorAsync(address: address);
        var wall = await WallPage.Begin(wallVisitor);
        await Expect(wall.Where).ToHaveTextAsync($"{new Uri(address).Authority}{WallPage.Lessons}");
        await Expect(wall.MayGoDark).ToBeVisibleAsync();
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
        await wallVisitor.LookAwayAsync();
        await phone.NextButton.ClickAsync();
        await Expect(phone.Slide(Slides[4])).ToHaveCountAsync(1);
        await Expect(wall.Slide(Slides[3])).ToHaveCountAsync(1);
        await wallVisitor.LookAwayAsync(false);
        await IsOnAsync(4);

        // Started again, with the channel forgotten, while neither was looking: the wall has the slide in its address, and tells the phone,
        // which knows nothing.
        wallVisitor.ExpectsError("net::ERR_");
        phoneVisitor.ExpectsError("net::ERR_");
        var (wallAddress, phoneAddress) = (wallVisitor.Page.Url, phoneVisitor.Page.Url);
        await wallVisitor.GoAsync("about:blank");
        await phoneVisitor.GoAsync("about:blank");
        await site.KillAsync();
        await site.StartAgainAsync();
        await wallVisitor.GoAsync(wallAddress);
        await phoneVisitor.GoAsync(phoneAddress);
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
    public async Task A_line_that_is_dead_is_found_again_and_after_a_minute_without_any_within_five_seconds()
    {
        var proxy = UntilTheyLeave(Proxy.Before(Bench.Site));
        var wallVisitor = await VisitorAsync(address: proxy.Address);
        await wallVisitor.TakeTheClockAsync();
        var wall = await WallPage.Begin(wallVisitor);
        var phone = await PresenterPage.Join(
            await VisitorAsync(equip: browser => browser.ViewportSize = Screens.Narrow), await wall.PairingWords.InnerTextAsync());
        await Expect(wall.PairingWords).ToHaveCountAsync(0);
        await GoOnAsync(1);
        await Expect(wall.Slide(Slides[1])).ToHaveCountAsync(1);

        // What was open is dead, and what is opened is not.
        await wallVisitor.StopTheTakenClockAsync();
        proxy.FallSilent();
        await GoOnAsync(2);
        await wallVisitor.Page.Clock.RunForAsync(7_000);
        await Expect(wall.Slide(Slides[1])).ToHaveCountAsync(1);
        await wallVisitor.Page.Clock.RunForAsync(7_000);
        await Expect(wall.Slide(Slides[2])).ToHaveCountAsync(1);

        // For a minute nothing gets through at all.
        proxy.Traffic = Traffic.IsSilent;
        await GoOnAsync(3);
        await wallVisitor.Page.Clock.RunForAsync(60_000);
        await Expect(wall.Slide(Slides[2])).ToHaveCountAsync(1);
        var followed = proxy.Followed;
        proxy.Traffic = Traffic.Passes;
        // Until the page follows again: the clock may not run away from what is on its way.
        for (var passed = 0; passed < Back && proxy.Followed == followed; passed += Step)
        {
            await wallVisitor.Page.Clock.RunForAsync(Step);
        }

        await Expect(wall.Slide(Slides[3])).ToHaveCountAsync(1);

        async Task GoOnAsync(int slide)
        {
            await phone.NextButton.ClickAsync();
            await Expect(phone.Slide(Slides[slide])).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task A_hall_that_types_the_old_words_all_at_once_gets_a_calm_answer_and_disturbs_nobody()
    {
        var wall = await WallPage.Begin(await VisitorAsync());
        var words = await wall.PairingWords.InnerTextAsync();
        var phone = await PresenterPage.Join(await VisitorAsync(), words);
        var hall = await VisitorAsync();
        await hall.GoAsync(WallPage.Lessons);

        var answers = await PresenterPage.TypeByMany(hall, words, Hall);

        Assert.Equal(Enumerable.Repeat((int)HttpStatusCode.UnprocessableEntity, Hall), answers);
        await phone.NextButton.ClickAsync();
        await Expect(wall.Slide(Slides[1])).ToHaveCountAsync(1);

        // One who is let in comes in all the same.
        await phone.LetAnotherIn();
        await PresenterPage.Type(hall, await phone.PairingWords.InnerTextAsync());
        await Expect(new PresenterPage(hall.Page).Slide(Slides[1])).ToHaveCountAsync(1);
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
}
