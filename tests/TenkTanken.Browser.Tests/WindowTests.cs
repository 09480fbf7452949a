using Microsoft.Playwright;
using Xunit;

namespace TenkTanken.Browser.Tests;

/// <summary>What one journey leaves behind must not be found by another.</summary>
public sealed class WindowTests(TestBench bench)
{
    private const string Traces =
        "() => [history.length, sessionStorage.length, innerWidth, name, matchMedia('(prefers-color-scheme: dark)').matches].join(' ')";

    [Fact]
    public async Task A_window_that_is_handed_on_is_as_a_new_one()
    {
        var windows = new Windows();
        var first = await ArriveAsync(windows);
        await first.GoAsync("/nb/");
        var asNew = await first.Page.EvaluateAsync<string>(Traces);
        await first.GoAsync("/nb/tegn");
        await first.Page.EvaluateAsync("() => { sessionStorage.setItem('key', 'value'); name = 'name'; }");
        await first.Page.SetViewportSizeAsync(Screens.Desk.Width, Screens.Desk.Height);
        await first.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.NotEqual(asNew, await first.Page.EvaluateAsync<string>(Traces));
        await first.GoHomeAsync();

        await using var second = await ArriveAsync(windows);
        await second.GoAsync("/nb/");

        Assert.Same(first.Page, second.Page);
        Assert.Equal(asNew, await second.Page.EvaluateAsync<string>(Traces));
    }

    [Fact]
    public async Task One_that_was_changed_for_good_is_handed_on_to_nobody()
    {
        var windows = new Windows();
        var first = await ArriveAsync(windows);
        await first.OwnPage().AddInitScriptAsync("window.isChanged = true");
        await first.GoAsync("/nb/");
        await first.GoHomeAsync();

        await using var second = await ArriveAsync(windows);

        Assert.NotSame(first.Page, second.Page);
    }

    private Task<Visitor> ArriveAsync(Windows windows) => Visitor.ArriveAsync(bench.Chromium, bench.Site.Address, Scripts.On, windows: windows);
}
