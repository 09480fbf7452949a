using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>Coming back to a session: marking what became of plans, and adding rounds.</summary>
public sealed class ContinuingTests
{
    private static readonly Dictionary<string, PlanState> NoMarks = [];
    private static readonly DateOnly EndOfDecember = new(2026, 12, 31);
    private static readonly DateOnly EndOfJanuary = new(2027, 1, 31);

    [Fact]
    public async Task Marks_and_a_new_round_are_saved_together()
    {
        await using var storage = await TestStorage.StartAsync();
        var (code, first) = await SaveAsync(storage);
        var second = TestData.Round("controlled-by-others");

        var saved = await storage.Sessions.ContinueAsync(code, Mark(PlanState.Done), second);

        Assert.Equal(new Saved(EndOfDecember), saved);
        var rounds = (await storage.Sessions.OpenAsync(code))!.Session.Rounds;
        Assert.Equal([first.Id, second.Id], rounds.Select(round => round.Id));
        Assert.Equal(PlanState.Done, rounds[0].Plans["talk-alone"]);
        Assert.Equal(PlanState.Planned, rounds[1].Plans["talk-alone"]);
    }

    [Theory]
    [InlineData(PlanState.Done)]
    [InlineData(PlanState.NotDone)]
    [InlineData(PlanState.NoLongerRelevant)]
    public async Task A_mark_says_what_became_of_a_plan_in_the_last_round_that_planned_it(PlanState state)
    {
        await using var storage = await TestStorage.StartAsync();
        var (code, _) = await SaveAsync(storage);
        await storage.Sessions.ContinueAsync(code, NoMarks, TestData.Round());
        await storage.Sessions.ContinueAsync(code, NoMarks, TestData.Round() with { Plans = NoMarks });

        await storage.Sessions.ContinueAsync(code, Mark(state));

        var session = (await storage.Sessions.OpenAsync(code))!.Session;
        Assert.Equal(PlanState.Planned, session.Rounds[0].Plans["talk-alone"]);
        Assert.Equal(state, session.Rounds[1].Plans["talk-alone"]);
        Assert.Equal(state, session.Plans["talk-alone"]);
    }

    [Fact]
    public async Task A_mark_can_be_taken_back()
    {
        await using var storage = await TestStorage.StartAsync();
        var (code, _) = await SaveAsync(storage);
        await storage.Sessions.ContinueAsync(code, Mark(PlanState.Done));

        await storage.Sessions.ContinueAsync(code, Mark(PlanState.Planned));

        Assert.Equal(PlanState.Planned, (await storage.Sessions.OpenAsync(code))!.Session.Plans["talk-alone"]);
    }

    [Fact]
    public async Task What_was_never_planned_cannot_be_marked()
    {
        await using var storage = await TestStorage.StartAsync();
        var (code, first) = await SaveAsync(storage);

        var saved = await storage.Sessions.ContinueAsync(code, new Dictionary<string, PlanState> { ["something-else"] = PlanState.Done });

        Assert.IsType<Saved>(saved);
        TestData.AssertSame(first, Assert.Single((await storage.Sessions.OpenAsync(code))!.Session.Rounds));
    }

    [Fact]
    public async Task Sending_again_changes_not_a_byte()
    {
        await using var storage = await TestStorage.StartAsync();
        var (code, _) = await SaveAsync(storage);
        var second = TestData.Round("controlled-by-others");
        await storage.Sessions.ContinueAsync(code, Mark(PlanState.Done), second);
        var before = Assert.Single(await storage.RowsAsync());

        SaveResult[] again = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => storage.Sessions.ContinueAsync(code, Mark(PlanState.Done), second)));

        Assert.All(again, result => Assert.Equal(new Saved(EndOfDecember), result));
        Assert.Equal(before.Blob, Assert.Single(await storage.RowsAsync()).Blob);
    }

    [Fact]
    public async Task A_round_moves_the_day_of_forgetting_and_neither_marks_nor_opening_do()
    {
        await using var storage = await TestStorage.StartAsync();
        var (code, _) = await SaveAsync(storage);
        storage.Time.SetUtcNow(TestStorage.At(2026, 12, 30));

        await storage.Sessions.OpenAsync(code);
        var marked = await storage.Sessions.ContinueAsync(code, Mark(PlanState.Done));
        Assert.Equal(new Saved(EndOfDecember), marked);
        Assert.Equal(EndOfDecember, (await storage.Sessions.OpenAsync(code))!.ForgottenAfter);

        var added = await storage.Sessions.ContinueAsync(code, NoMarks, TestData.Round());
        Assert.Equal(new Saved(EndOfJanuary), added);
        Assert.Equal(EndOfJanuary, (await storage.Sessions.OpenAsync(code))!.ForgottenAfter);
        Assert.Single(await storage.RowsAsync());
    }

    [Fact]
    public async Task What_was_forgotten_stays_forgotten()
    {
        await using var storage = await TestStorage.StartAsync();
        var (code, _) = await SaveAsync(storage);
        await storage.Sessions.ForgetAsync(code);

        var late = await storage.Sessions.ContinueAsync(code, Mark(PlanState.Done), TestData.Round());

        Assert.Equal(new NotSaved(NotSavedReason.Gone), late);
        Assert.Empty(await storage.RowsAsync());
    }

    [Fact]
    public async Task A_thirteenth_round_is_refused_with_its_marks_and_the_twelve_are_kept()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        Round[] twelve = [.. Enumerable.Range(0, 12).Select(i => TestData.FullestRound($"edition-{i % 3}"))];
        foreach (var round in twelve)
        {
            await storage.Sessions.SaveAsync(code, round);
        }

        var marks = twelve[0].Plans.ToDictionary(plan => plan.Key, _ => PlanState.NoLongerRelevant);
        var thirteenth = await storage.Sessions.ContinueAsync(code, marks, TestData.Round());

        Assert.Equal(new NotSaved(NotSavedReason.TooManyRounds), thirteenth);
        var kept = await storage.Sessions.OpenAsync(code);
        Assert.All(twelve.Zip(kept!.Session.Rounds, (sent, stored) => (sent, stored)), pair => TestData.AssertSame(pair.sent, pair.stored));
    }

    [Fact]
    public async Task Marks_hold_ids_and_known_states_only()
    {
        await using var storage = await TestStorage.StartAsync();
        var (code, _) = await SaveAsync(storage);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            storage.Sessions.ContinueAsync(code, new Dictionary<string, PlanState> { ["Kari Nordmann"] = PlanState.Done }));
        await Assert.ThrowsAsync<ArgumentException>(() => storage.Sessions.ContinueAsync(code, Mark((PlanState)9)));
    }

    private static Dictionary<string, PlanState> Mark(PlanState state) => new() { ["talk-alone"] = state };

    private static async Task<(ReturnCode Code, Round First)> SaveAsync(TestStorage storage)
    {
        var (code, first) = (ReturnCode.Draw(), TestData.Round("fear-or-stress"));
        await storage.Sessions.SaveAsync(code, first);

        return (code, first);
    }
}
