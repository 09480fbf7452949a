using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>
/// A line that is dead without a word, while new ones work: a proxy has forgotten it, or the network slept. The clock of the
/// browser stands still, so that its seconds are those of the test.
/// </summary>
public sealed class SilentConnectionTests(TestBench bench) : Journey(bench)
{
    private const int ToldWithin = 4_500;

    // Between two polls nothing is open that could fall silent. Then the next one brings the answer, and nothing is told.
    [Theory]
    [InlineData(Traffic.Passes)]
    [InlineData(Traffic.RefusesWebSockets)]
    public async Task A_press_into_silence_is_done_once(Traffic traffic)
    {
        var (visitor, proxy, practice) = await BeginAsync(traffic);
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(3);
        await visitor.MarkPageAsync();

        proxy.FallSilent();
        await practice.FinishButton.ClickAsync(new() { ClickCount = 2 });
        await visitor.Page.Clock.RunForAsync(3_500);
        await Expect(practice.LostConnection).ToBeHiddenAsync();
        await visitor.Page.Clock.RunForAsync(ToldWithin - 3_500);
        await visitor.Page.Clock.ResumeAsync();

        await Expect(practice.Title).ToHaveTextAsync(Words.Edition.Practice.TakeAlong.Title);
        await Expect(practice.Tried).ToContainTextAsync(Cases.CarWash.Next.Text());
        Assert.True(traffic == Traffic.RefusesWebSockets || !await visitor.IsMarkedPageAsync());
    }

    [Theory]
    [InlineData(Traffic.Passes)]
    [InlineData(Traffic.RefusesWebSockets)]
    public async Task A_tick_into_silence_is_told_and_answered_on_the_same_page(Traffic traffic)
    {
        var (visitor, proxy, practice) = await BeginAsync(traffic);
        await visitor.MarkPageAsync();

        proxy.FallSilent();
        if (traffic == Traffic.RefusesWebSockets)
        {
            // What is told of it goes out by itself, and only the answer is swallowed. On its way still, it would be overtaken by a clock that
            // runs seconds in no time.
            await visitor.Page.RunAndWaitForResponseAsync(
                () => practice.Tick(Signs.DegradingHousing).CheckAsync(),
                response => response.Request.Method == "POST" && response.Url.Contains("_blazor?id=", StringComparison.Ordinal));
        }
        else
        {
            await practice.Tick(Signs.DegradingHousing).CheckAsync();
        }

        await visitor.Page.Clock.RunForAsync(ToldWithin);
        await visitor.Page.Clock.ResumeAsync();

        await Expect(practice.ExplanationOf(Signs.DegradingHousing)).ToHaveCountAsync(3);
        await Expect(practice.LostConnection).ToBeHiddenAsync();
        if (traffic == Traffic.Passes)
        {
            await Expect(practice.ConnectionSaid).ToHaveTextAsync(Words.Texts.Connection.Found);
        }

        Assert.True(await visitor.IsMarkedPageAsync());
    }

    [Fact]
    public async Task It_is_told_at_once_and_ticks_stand_and_the_last_press_is_done_when_the_server_answers()
    {
        var (visitor, proxy, practice) = await BeginAsync(Traffic.Passes);

        proxy.FallSilent();
        await practice.Tick(Signs.DegradingHousing).CheckAsync();
        await practice.UndoButton.ClickAsync();
        proxy.Traffic = Traffic.NeverAnswersWebSockets;
        await visitor.Page.Clock.RunForAsync(ToldWithin);
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.Lost)).ToBeVisibleAsync();
        await Expect(practice.ConnectionSaid).ToContainTextAsync(Words.Texts.Connection.Kept);
        await practice.NextButton.ClickAsync();
        await practice.FinishButton.ClickAsync();
        proxy.Traffic = Traffic.Passes;
        await visitor.Page.Clock.RunForAsync(ToldWithin);
        await visitor.Page.Clock.ResumeAsync();

        await Expect(practice.Title).ToHaveTextAsync(Words.Edition.Practice.TakeAlong.Title);
        await Expect(practice.Tried).ToContainTextAsync(Cases.CarWash.Next.Text());
    }

    [Fact]
    public async Task A_press_while_the_connection_is_broken_is_done_when_the_server_is_there_again()
    {
        var (visitor, proxy, practice) = await BeginAsync(Traffic.Passes);
        await practice.Tick(Signs.DegradingHousing).CheckAsync();
        await Expect(practice.ExplanationOf(Signs.DegradingHousing)).ToHaveCountAsync(3);

        proxy.Traffic = Traffic.IsCut;
        await Expect(practice.LostConnection).ToBeHiddenAsync();
        await practice.UndoButton.ClickAsync();
        await visitor.Page.Clock.RunForAsync(1_500);
        await Expect(practice.LostConnectionTells(Words.Texts.Connection.Kept)).ToBeVisibleAsync();
        proxy.Traffic = Traffic.Passes;
        await visitor.Page.Clock.ResumeAsync();

        await Expect(practice.LostConnection).ToBeHiddenAsync();
        await Expect(practice.Tick(Signs.DegradingHousing)).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Nothing_is_told_of_a_line_that_answers_and_a_tab_that_slept_after_a_press_has_it_done()
    {
        var (visitor, proxy, practice) = await BeginAsync(Traffic.Passes);
        await visitor.MarkPageAsync();

        await practice.Tick(Signs.DegradingHousing).CheckAsync();
        await Expect(practice.ExplanationOf(Signs.DegradingHousing)).ToHaveCountAsync(3);
        await practice.UndoButton.ClickAsync();
        await Expect(practice.Tick(Signs.DegradingHousing)).Not.ToBeCheckedAsync();
        await visitor.Page.Clock.RunForAsync(10_000);
        await Expect(practice.LostConnection).ToBeHiddenAsync();
        await Expect(practice.ConnectionSaid).ToHaveTextAsync("");
        Assert.True(await visitor.IsMarkedPageAsync());

        proxy.FallSilent();
        await practice.FinishButton.ClickAsync();
        await visitor.Page.Clock.FastForwardAsync("10:00:00");
        await visitor.Page.Clock.ResumeAsync();
        await Expect(practice.Title).ToHaveTextAsync(Words.Edition.Practice.TakeAlong.Title);
    }

    /// <summary>By a clock that goes: a page that was put aside has one of its own.</summary>
    [Fact]
    public async Task Back_after_such_a_press_the_page_answers_again()
    {
        var proxy = UntilTheyLeave(Proxy.Before(Bench.Site));
        var visitor = await VisitorAsync(address: proxy.Address, keepsPages: true);
        ExpectLostConnection(visitor);
        var practice = await PracticePage.Begin(visitor, Cases.CarWash);
        await practice.AnswersAtOnce();
        proxy.FallSilent();
        await practice.FinishButton.ClickAsync();
        await Expect(practice.Title).ToHaveTextAsync(Words.Edition.Practice.TakeAlong.Title);

        await visitor.GoBackAsync();
        await Expect(practice.Title).ToHaveTextAsync(Cases.CarWash.Title);
        await Expect(practice.LostConnection).ToBeHiddenAsync();
        await practice.Tick(Signs.DegradingHousing).CheckAsync();

        await Expect(practice.ExplanationOf(Signs.DegradingHousing)).ToHaveCountAsync(3);
    }

    private async Task<(Visitor Visitor, Proxy Proxy, PracticePage Practice)> BeginAsync(Traffic traffic)
    {
        var proxy = UntilTheyLeave(Proxy.Before(Bench.Site, traffic));
        var visitor = await VisitorAsync(address: proxy.Address);
        ExpectLostConnection(visitor);
        if (traffic == Traffic.RefusesWebSockets)
        {
            visitor.ExpectsKept("long-polling");
        }

        // Beginning takes its time; what is asked here begins afterwards.
        await visitor.TakeTheClockAsync();
        var practice = await PracticePage.Begin(visitor, Cases.CarWash);
        await practice.AnswersAtOnce();
        await visitor.StopTheTakenClockAsync();

        return (visitor, proxy, practice);
    }

    /// <summary>What browser and framework say of it.</summary>
    private static void ExpectLostConnection(Visitor visitor)
    {
        visitor.ExpectsError("WebSocket");
        visitor.ExpectsError("net::ERR_");
        visitor.ExpectsError("Failed to fetch");
        visitor.ExpectsError("Connection disconnected");
    }
}
