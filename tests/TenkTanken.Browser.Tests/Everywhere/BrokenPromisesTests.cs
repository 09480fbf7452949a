using Microsoft.Playwright;
using Xunit;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>Every journey ends by finding no broken promise. Here each is broken once, and found.</summary>
public sealed class BrokenPromisesTests(TestBench bench)
{
    private const string Elsewhere = "http://elsewhere.example/";

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task A_cookie_is_found(Scripts scripts)
    {
        var broken = await VisitAsync(scripts, "<h1>Hi</h1>", "Set-Cookie: who=you");

        Assert.Contains(broken, promise => promise.EndsWith(" set a cookie: who=you", StringComparison.Ordinal));
        Assert.Contains("cookie who", broken);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task A_request_to_somebody_else_is_found(Scripts scripts)
    {
        var broken = await VisitAsync(scripts, $"<link rel=stylesheet href={Elsewhere}>");

        Assert.Contains($"request to somebody else: {Elsewhere}", broken);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task What_the_security_policy_stops_is_found(Scripts scripts)
    {
        var broken = await VisitAsync(scripts, "<p style='color: red'>Hi</p>", "Content-Security-Policy: default-src 'self'");

        Assert.Contains(broken, promise => promise.Contains("style-src", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("localStorage.who = 'you'", "local storage who")]
    [InlineData("sessionStorage.who = 'you'", "session storage who")]
    [InlineData("sessionStorage.left = '1'", "session storage left")]
    [InlineData("document.cookie = 'who=you'", "cookie who")]
    [InlineData("console.error('oh no')", "error in the console: oh no")]
    [InlineData("throw new Error('oh no')", "error in a script: Error: oh no")]
    public async Task What_a_script_leaves_behind_is_found(string script, string finding)
    {
        var broken = await VisitAsync(Scripts.On, $"<script>{script}</script>");

        Assert.Contains(broken, promise => promise.StartsWith(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_went_wrong_is_found()
    {
        var broken = await VisitAsync(Scripts.On, "<img src=/gone>");

        Assert.Contains(broken, promise => promise.EndsWith("/gone answered 404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_that_a_journey_counts_on_must_come()
    {
        await using var visitor = await Visitor.ArriveAsync(bench.Chromium, bench.Site.Address, Scripts.On);
        visitor.Expects(System.Net.HttpStatusCode.NotFound);
        await visitor.GoAsync("/nb/tegn");

        var broken = await visitor.BrokenPromisesAsync();

        Assert.Equal(["the journey was to meet NotFound, and did not"], broken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_name_leads_anywhere_but_those_we_play(bool keepsPages)
    {
        await using var visitor = await Visitor.ArriveAsync(bench.Chromium, bench.Site.Address, Scripts.On, keepsPages);

        // A name that every machine knows without asking anybody: its own.
        var fault = await Assert.ThrowsAsync<PlaywrightException>(() => visitor.GoAsync($"http://{System.Net.Dns.GetHostName()}/"));

        Assert.Contains("net::ERR_NAME_NOT_RESOLVED", fault.Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> VisitAsync(Scripts scripts, string markup, string header = "X-Nothing: more")
    {
        using var spoilt = new SpoiltPage(markup, header);
        await using var visitor = await Visitor.ArriveAsync(bench.Chromium, spoilt.Address, scripts);
        await visitor.Page.RouteAsync(Elsewhere, route => route.FulfillAsync());
        await visitor.GoAsync("/");

        return await visitor.BrokenPromisesAsync();
    }
}
