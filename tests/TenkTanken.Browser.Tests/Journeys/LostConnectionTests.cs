using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>A page that answers at once, on networks that do not want it to, and on ones that come and go.</summary>
public sealed class LostConnectionTests(TestBench bench) : Journey(bench)
{
    /// <summary>Milliseconds of the page's clock, after which it no longer waits for a WebSocket that says nothing.</summary>
    private const int SwallowedWithin = 4_500;

    [Theory]
    [InlineData(Traffic.RefusesWebSockets, 0)]
    [InlineData(Traffic.SwallowsFrames, SwallowedWithin)]
    public async Task Where_websockets_do_not_pass_it_answers_without_them_and_asks_once_only(Traffic traffic, int within)
    {
        var (visitor, proxy, practice) = await BeginWithoutWebSocketsAsync(traffic);

        await visitor.Page.Clock.RunForAsync(within);
        await practice.AnswersAtOnce();
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(3);
        await practice.UndoButton.ClickAsync();
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(0);

        await AsksOnceOnlyAsync(visitor, proxy, practice);
    }

    [Fact]
    public async Task Where_websockets_are_never_answered_it_is_the_same_and_ticks_and_focus_from_before_stay()
    {
        var (visitor, proxy, practice) = await BeginWithoutWebSocketsAsync(Traffic.NeverAnswersWebSockets);

        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await practice.Tick(Signs.NoControlOfPapers).CheckAsync();
        await practice.Tick(Signs.NoControlOfPapers).UncheckAsync();
        await practice.Tick(Signs.DegradingHousing).CheckAsync();
        await Expect(practice.ShowButton).ToBeVisibleAsync();
        await visitor.Page.Clock.RunForAsync(SwallowedWithin);
        await practice.AnswersAtOnce();

        await Expect(practice.ExplanationOf(Signs.DegradingHousing)).ToHaveCountAsync(3);
        await Expect(practice.Tick(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(practice.Tick(Signs.NoControlOfPapers)).Not.ToBeCheckedAsync();
        await Expect(practice.Tick(Signs.DegradingHousing)).ToBeFocusedAsync();
        await practice.UndoButton.ClickAsync();
        await Expect(practice.ExplanationOf(Signs.DegradingHousing)).ToHaveCountAsync(0);
        await AsksOnceOnlyAsync(visitor, proxy, practice);
    }

    [Fact]
    public async Task A_connection_that_is_lost_and_found_again_costs_nothing_and_after_ten_seconds_one_may_go_on_without_it()
    {
        var proxy = UntilTheyLeave(Proxy.Before(Bench.Site));
        var visitor = await VisitorAsync(address: proxy.Address);
        ExpectLostConnection(visitor);
        await visitor.TakeTheClockAsync();
        var practice = await BeginAsync(visitor);
        await TickAsync(practice);
        await visitor.MarkPageAsync();
        await visitor.StopTheTakenClockAsync();
        await practice.ListenForLostConnectionAsync();

        proxy.Traffic = Traffic.IsCut;
        await practice.Tick(Signs.DegradingHousing).CheckAsync();
        await Expect(practice.HeardOfLostConnection).ToHaveCountAsync(1);
        await visitor.Page.Clock.RunForAsync(9_000);
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.Lost)).ToBeVisibleAsync();
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.Trying)).ToBeVisibleAsync();
        await Expect(practice.ContinueButton).ToBeHiddenAsync();
        await Expect(practice.Tick(Signs.DegradingHousing)).ToBeFocusedAsync();
        await visitor.Page.Clock.RunForAsync(2_000);
        await Expect(practice.ContinueButton).ToBeVisibleAsync();
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.TakesLong)).ToBeVisibleAsync();
        proxy.Traffic = Traffic.Passes;
        await visitor.Page.Clock.ResumeAsync();

        await Expect(practice.LostConnection).ToBeHiddenAsync();
        await Expect(practice.ConnectionSaid).ToHaveTextAsync(Words.Texts.Connection.Found);
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(3);
        await Expect(practice.ExplanationOf(Signs.DegradingHousing)).ToHaveCountAsync(3);
        Assert.True(await visitor.IsMarkedPageAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leaving_in_a_hurry_stays_one_press_away(bool isNarrow)
    {
        var proxy = UntilTheyLeave(Proxy.Before(Bench.Site));
        var visitor = await VisitorAsync(address: proxy.Address, equip: browser => browser.ViewportSize = isNarrow ? Screens.Narrow : Screens.Desk);
        ExpectLostConnection(visitor);
        await visitor.MayLeaveAsync();
        var practice = await BeginAsync(visitor);
        proxy.Traffic = Traffic.IsCut;
        await Expect(practice.LostConnection).ToBeVisibleAsync();
        proxy.Traffic = Traffic.RefusesWebSockets;

        await practice.LeaveInAHurry();

        Assert.Equal(OtherSite.Title, await visitor.Page.TitleAsync());
    }

    [Fact]
    public async Task An_error_on_the_server_is_told_in_our_words_and_costs_no_tick()
    {
        // In the hub's own way of packing: call JS.Error with the argument "x".
        byte[] error = [17, 0x96, 1, 0x80, 0xC0, 0xA8, .. "JS.Error"u8, 0x91, 0xA1, (byte)'x', 0x90];
        var visitor = await VisitorAsync();
        visitor.ExpectsError("x");
        var line = await visitor.HoldCircuitAsync();
        var practice = await BeginAsync(visitor);
        await TickAsync(practice);

        line.Say(error);
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.Gone)).ToBeVisibleAsync();
        await practice.ContinueButton.ClickAsync();

        await Expect(practice.LostConnection).ToBeHiddenAsync();
        await Expect(practice.Tick(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task On_a_page_without_a_form_the_browser_answers_its_own_buttons_and_one_goes_on_with_the_page_anew()
    {
        var (visitor, proxy, practice) = await LoseWithoutFormAsync();

        await practice.MenuButton.ClickAsync();
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.Trying)).ToBeVisibleAsync();
        await Expect(practice.Menu).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Clock.RunForAsync(12_000);
        proxy.Traffic = Traffic.Passes;
        await practice.ContinueButton.ClickAsync();
        await visitor.Page.Clock.ResumeAsync();

        await practice.AnswersAtOnce();
        Assert.False(await visitor.IsMarkedPageAsync());
    }

    [Fact]
    public async Task On_a_page_without_a_form_to_go_on_with_a_press_of_another_form_waits_for_the_server()
    {
        var (visitor, proxy, practice) = await LoseWithoutFormAsync();

        await practice.FinishButton.ClickAsync();
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.Kept)).ToBeVisibleAsync();
        proxy.Traffic = Traffic.Passes;
        await visitor.Page.Clock.ResumeAsync();

        await Expect(practice.Title).ToHaveTextAsync(Words.Edition.Practice.TakeAlong.Title);
    }

    /// <summary>The page has asked for one then, and waits.</summary>
    private async Task<(Visitor Visitor, Proxy Proxy, PracticePage Practice)> BeginWithoutWebSocketsAsync(Traffic traffic)
    {
        var proxy = UntilTheyLeave(Proxy.Before(Bench.Site, traffic));
        var visitor = await VisitorAsync(address: proxy.Address);
        visitor.ExpectsError("WebSocket connection to");
        visitor.ExpectsKept("long-polling");

        // What was on its way to the server when the page was loaded anew.
        visitor.ExpectsError("Failed to fetch");
        await visitor.TakeTheClockAsync();
        var asked = visitor.Page.WaitForWebSocketAsync();
        var practice = await PracticePage.Begin(visitor, Cases.CarWash);
        await asked;

        return (visitor, proxy, practice);
    }

    private static async Task AsksOnceOnlyAsync(Visitor visitor, Proxy proxy, PracticePage practice)
    {
        var stopped = proxy.StoppedWebSockets;
        Assert.InRange(stopped, 1, 2);
        await visitor.Page.ReloadAsync();
        await practice.AnswersAtOnce();
        Assert.Equal(stopped, proxy.StoppedWebSockets);
    }

    /// <summary>The clock stands still then, so that what is told is told of the press.</summary>
    private async Task<(Visitor Visitor, Proxy Proxy, PracticePage Practice)> LoseWithoutFormAsync()
    {
        // Without WebSockets, which a browser may not open from a page that the test has answered.
        var proxy = UntilTheyLeave(Proxy.Before(Bench.Site, Traffic.RefusesWebSockets));
        var visitor = await VisitorAsync(address: proxy.Address);
        ExpectLostConnection(visitor);
        visitor.ExpectsError("Failed to fetch");
        visitor.ExpectsError("Connection disconnected");
        visitor.ExpectsKept("long-polling");
        await visitor.TakeFromPageAsync(" data-continue");
        await visitor.TakeTheClockAsync();
        var practice = await BeginAsync(visitor);
        await visitor.MarkPageAsync();
        await visitor.StopTheTakenClockAsync();
        await practice.ListenForLostConnectionAsync();
        proxy.Traffic = Traffic.IsCut;
        await Expect(practice.HeardOfLostConnection).ToHaveCountAsync(1);
        await Expect(practice.LostConnection).ToBeHiddenAsync();

        return (visitor, proxy, practice);
    }

    private static async Task<PracticePage> BeginAsync(Visitor visitor)
    {
        var practice = await PracticePage.Begin(visitor, Cases.CarWash);
        await practice.AnswersAtOnce();

        return practice;
    }

    private static async Task TickAsync(PracticePage practice)
    {
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(3);
    }

    /// <summary>What browser and framework say of it.</summary>
    private static void ExpectLostConnection(Visitor visitor)
    {
        visitor.ExpectsError("WebSocket");
        // Also of what was still on its way, as the icons may be.
        visitor.ExpectsError("net::ERR_");
    }
}
