using Microsoft.Extensions.Time.Testing;
using TenkTanken.Web.Features.Checklist.ComeBack;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist.ComeBack;

public sealed class FailedLookUpsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_too_many_have_failed_codes_are_looked_up_one_after_the_other(bool haveFailed)
    {
        using var lookUps = new FailedLookUps(new FakeTimeProvider());
        while (haveFailed && lookUps.Allow())
        {
        }

        var (first, second) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var isSecondBegun = false;
        var one = lookUps.LookUpAsync(() => first.Task);
        var other = lookUps.LookUpAsync(() =>
        {
            isSecondBegun = true;

            return second.Task;
        });
        var isBegunAtOnce = isSecondBegun;
        first.SetResult(1);
        second.SetResult(2);

        Assert.Equal((1, 2), (await one, await other));
        Assert.Equal(!haveFailed, isBegunAtOnce);
        Assert.True(isSecondBegun);
    }

    [Fact]
    public async Task A_look_up_that_fails_lets_the_next_have_its_turn()
    {
        using var lookUps = new FailedLookUps(new FakeTimeProvider());
        while (lookUps.Allow())
        {
        }

        await Assert.ThrowsAsync<IOException>(() => lookUps.LookUpAsync<int>(() => throw new IOException()));

        Assert.Equal(1, await lookUps.LookUpAsync(() => Task.FromResult(1)));
    }
}
