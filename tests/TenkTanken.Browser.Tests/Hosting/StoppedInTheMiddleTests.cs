using Xunit;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>
/// While many are saving the site is killed, asked to stop, or stands still: whoever saw a code comes back with it. The same many times: docs/reliability.md.
/// </summary>
public sealed class StoppedInTheMiddleTests
{
    private const int Helpers = 20;

    /// <summary>So many have seen a code when it happens, and all others are in the middle of it.</summary>
    private const int Enough = 30;

    [Fact]
    [Trait("Property", "P29")]
    public async Task Killed_nothing_that_was_acknowledged_is_lost()
    {
        await using var site = await RunningSite.StartKillableAsync();

        var codes = await SaveUntilAsync(site, site.KillAsync);
        await site.StartAgainAsync();

        await AssertAllOpenAsync(site, codes);
    }

    [Fact]
    [Trait("Property", "P37")]
    public async Task Asked_to_stop_it_does_and_what_was_acknowledged_is_there()
    {
        await using var site = await RunningSite.StartKillableAsync();

        var codes = await SaveUntilAsync(site, async () => Assert.Equal(0, await site.StopAsync()));
        Assert.DoesNotContain(site.Lines, line => line.Contains(" Error ", StringComparison.Ordinal));
        await site.StartAgainAsync();

        await AssertAllOpenAsync(site, codes);
    }

    [Fact]
    [Trait("Property", "P45")]
    public async Task Standing_still_for_a_while_it_goes_on_where_it_was()
    {
        await using var site = await RunningSite.StartKillableAsync();

        var codes = await SaveUntilAsync(site, async () =>
        {
            await site.SignalAsync("STOP");
            using var saving = new SavingClient(site.Address);
            var waiting = saving.SaveAsync();
            await Assert.ThrowsAsync<TimeoutException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(2)));
            await site.SignalAsync("CONT");
            Assert.NotNull(await waiting);
        });

        await AssertAllOpenAsync(site, codes);
    }

    /// <summary>Gives the codes that were seen.</summary>
    private static async Task<List<string>> SaveUntilAsync(RunningSite site, Func<Task> happens)
    {
        var (codes, enough, isOver) = (new List<string>(), new TaskCompletionSource(), false);
        using var saving = new SavingClient(site.Address);
        var helpers = Enumerable.Range(0, Helpers).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver) && await saving.SaveAsync() is { } code)
            {
                lock (codes)
                {
                    codes.Add(code);
                    if (codes.Count == Enough)
                    {
                        enough.SetResult();
                    }
                }
            }
        })).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await happens();
        Volatile.Write(ref isOver, true);
        await Task.WhenAll(helpers);

        return codes;
    }

    private static async Task AssertAllOpenAsync(RunningSite site, List<string> codes)
    {
        using var saving = new SavingClient(site.Address);
        Assert.InRange(codes.Count, Enough, int.MaxValue);
        Assert.All(await Task.WhenAll(codes.Select(saving.OpensAsync)), Assert.True);
    }
}
