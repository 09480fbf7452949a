using System.Net;
using TenkTanken.Data;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist.ComeBack;

public sealed class GuessingTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Guessing_is_slowed_down_and_nobody_with_a_right_code_waits_for_it()
    {
        var saved = await site.PostAsync(TestSite.Checklist, ("sign-fear-or-stress", "noticed"), ("do", "save")).PageAsync();
        var code = saved.QuerySelector("[data-code]")!.TextContent;
        var guesses = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => site.PostAsync(TestSite.ComeBack, ("code", ReturnCode.Draw().Show()))));

        var right = await site.PostAsync(TestSite.ComeBack, ("code", code));
        site.Time.Advance(TimeSpan.FromSeconds(1));
        var aSecondLater = await site.PostAsync(TestSite.ComeBack, ("code", ReturnCode.Draw().Show()));

        Assert.Equal(900, guesses.Count(guess => guess.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.All(guesses, guess => Assert.Equal(guess.StatusCode == HttpStatusCode.TooManyRequests, guess.Headers.RetryAfter is not null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, aSecondLater.StatusCode);
        Assert.DoesNotContain(guesses, guess => guess.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }
}
