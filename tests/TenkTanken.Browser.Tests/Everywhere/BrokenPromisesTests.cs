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
    public async Task What_a_page_breaks_by_itself_is_found(Scripts scripts)
    {
        var broken = await VisitAsync(scripts,
            $"<link rel=stylesheet href={Elsewhere}><p style='color: red'>Hi</p><img src=/gone>",
            "Set-Cookie: who=you",
            $"Content-Security-Policy: style-src 'self' {Elsewhere}");

        Assert.Contains(broken, promise => promise.EndsWith(" set a cookie: who=you", StringComparison.Ordinal));
        Assert.Contains("cookie who", broken);
        Assert.Contains($"request to somebody else: {Elsewhere}", broken);
        Assert.Contains(broken, promise => promise.Contains("style-src", StringComparison.Ordinal));
        Assert.Contains(broken, promise => promise.EndsWith("/gone answered 404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_script_leaves_behind_is_found()
    {
        (string Script, string Finding)[] scripts =
        [
            ("localStorage.who = 'you'", "local storage who"),
            ("sessionStorage.who = 'you'", "session storage who"),
            ("sessionStorage.left = '1'", "session storage left"),
            ("document.cookie = 'who=you'", "cookie who"),
            ("console.error('oh no')", "error in the console: oh no"),
            ("throw new Error('oh no')", "error in a script: Error: oh no"),
        ];

        var broken = await VisitAsync(Scripts.On, string.Concat(scripts.Select(script => $"<script>{script.Script}</script>")));

        Assert.All(scripts, script => Assert.Contains(broken, promise => promise.StartsWith(script.Finding, StringComparison.Ordinal)));
        Assert.Equal(scripts.Length, broken.Count);
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

    private async Task<IReadOnlyList<string>> VisitAsync(Scripts scripts, string markup, params string[] headers)
    {
        using var spoilt = new SpoiltPage(markup, headers);
        await using var visitor = await Visitor.ArriveAsync(bench.Chromium, spoilt.Address, scripts);
        await visitor.Page.RouteAsync(Elsewhere, route => route.FulfillAsync());
        await visitor.GoAsync("/");

        return await visitor.BrokenPromisesAsync();
    }
}
