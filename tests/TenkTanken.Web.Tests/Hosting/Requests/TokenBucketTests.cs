using Microsoft.Extensions.Time.Testing;
using TenkTanken.Web.Hosting.Requests;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Requests;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void So_much_goes_through_at_once_and_then_so_much_a_second()
    {
        var bucket = new TokenBucket(atOnce: 10, perSecond: 2, _time);

        var atOnce = Take(bucket, 20);
        _time.Advance(TimeSpan.FromSeconds(0.4));
        var tooSoon = Take(bucket, 20);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        var halfASecondLater = Take(bucket, 20);
        _time.Advance(TimeSpan.FromSeconds(3));
        var threeSecondsLater = Take(bucket, 20);

        Assert.Equal((10, 0, 1, 6), (atOnce, tooSoon, halfASecondLater, threeSecondsLater));
    }

    [Fact]
    public void A_long_pause_lets_no_more_through_at_once()
    {
        var bucket = new TokenBucket(atOnce: 10, perSecond: 2, _time);
        Take(bucket, 20);

        _time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(10, Take(bucket, 20));
    }

    [Fact]
    public void Many_who_take_at_the_same_time_get_no_more()
    {
        var bucket = new TokenBucket(atOnce: 400_000, perSecond: 2, _time);
        var taken = new int[4];

        Parallel.For(0, taken.Length, taker => taken[taker] = Take(bucket, 200_000));

        Assert.Equal(400_000, taken.Sum());
    }

    private static int Take(TokenBucket bucket, int times) => Enumerable.Range(0, times).Count(_ => bucket.TryTake());
}
