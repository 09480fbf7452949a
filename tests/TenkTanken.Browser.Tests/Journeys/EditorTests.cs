using System.Diagnostics;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;
using Proxy = TenkTanken.Browser.Tests.Hosting.Proxy;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>Somebody writes a draft in one window and reads it in another, as the site will show it.</summary>
public sealed class EditorTests(TestBench bench) : Journey(bench)
{
    private const string Stream = "**/redaksjon/_nytt";
    private const string New = "Dette er lagret nå";

    /// <summary>The site looks each second, loads all of it, and is asked for the page: on a busy machine that takes its time.</summary>
    private const int Patience = 30_000;

    private static readonly EditionWords Draft = (EditionWords)EditingSite.Draft.ByLanguage["nb"];

    /// <summary>Far down a long page.</summary>
    private static readonly Sign Here = Draft.Checklist.Signs[^2];

    private static readonly Sign Above = Draft.Checklist.Signs[0];

    private Proxy? _proxy;

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task What_she_saves_is_there_and_she_is_where_she_was(int width)
    {
        var (editing, visitor, page) = await BeginAsync();
        await visitor.Page.SetViewportSizeAsync(width, 844);
        await visitor.GoAsync("/redaksjon");
        var read = Words.Texts.Editing.Read.Replace("{edition}", EditingSite.Draft.Id, StringComparison.Ordinal);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = $"{read} Bokmål" }).ClickAsync();
        await Expect(page.Mark).ToBeVisibleAsync();
        await visitor.GoAsync(EditingSite.AddressOf(PageKind.Signs));
        await visitor.MarkPageAsync();
        await page.SourcesSummary.ClickAsync();
        await visitor.Page.Locator($"#{Here.Id}").EvaluateAsync("element => scrollBy(0, element.getBoundingClientRect().top - 100)");
        var before = await page.TopOfAsync(Here.Id);

        editing.Replace("checklist", Above.Title, string.Join(' ', Enumerable.Repeat(New, 12)));
        await Expect(page.Main).ToContainTextAsync(New, new() { Timeout = Patience });
        var changed = await page.TopOfAsync(Here.Id);
        editing.Append($"editions/{EditingSite.Draft.Id}/nb/checklist.md", "\n### Uten id\n");
        await Expect(page.Mark).ToContainTextAsync($"editions/{EditingSite.Draft.Id}/nb/checklist.md:", new() { Timeout = Patience });
        await Expect(page.Main).ToContainTextAsync(New, new() { Timeout = Patience });
        var broken = await page.TopOfAsync(Here.Id);
        editing.Replace("checklist", "\n### Uten id\n", "");
        await Expect(page.Mark).Not.ToContainTextAsync(Words.Texts.Editing.NotServedTitle, new() { Timeout = Patience });

        Assert.InRange(before, 99, 101);
        Assert.All([changed, broken, await page.TopOfAsync(Here.Id)], top => Assert.InRange(top, before - 1, before + 1));
        Assert.True(await visitor.IsMarkedPageAsync());
        await Expect(page.SourcesSummary).ToBeFocusedAsync();
        await Expect(page.Facts.Locator("details")).ToHaveAttributeAsync("open", "");
        await Expect(page.Said).ToBeEmptyAsync();
        Assert.DoesNotContain(editing.Site.Lines, line =>
            line.Contains("GET", StringComparison.Ordinal) && !line.Contains("GET file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_she_has_filled_in_stands_until_she_lets_go_of_it_or_takes_in_the_new()
    {
        var (editing, visitor, page) = await BeginAsync();
        await visitor.GoAsync(EditingSite.AddressOf(PageKind.Checklist));
        var first = page.Main.GetByRole(AriaRole.Radio, new() { Name = Words.Texts.Checklist.Noticed, Exact = true }).First;

        // In hand, and nothing changed yet.
        await first.FocusAsync();
        editing.Replace("checklist", Above.Title, New);
        await Expect(page.Said).ToHaveTextAsync(Words.Texts.Following.Standing, new() { Timeout = Patience });
        await Expect(page.Main).Not.ToContainTextAsync(New);
        await first.BlurAsync();
        await Expect(page.Main).ToContainTextAsync(New, new() { Timeout = Patience });
        await Expect(page.Said).ToBeEmptyAsync();

        await first.CheckAsync();
        editing.Replace("checklist", New, $"{New} igjen");
        await Expect(page.Said).ToHaveTextAsync(Words.Texts.Following.Standing, new() { Timeout = Patience });
        await first.BlurAsync();
        await Expect(first).ToBeCheckedAsync();
        await Expect(page.Main).Not.ToContainTextAsync($"{New} igjen");
        await page.TakeInButton.ClickAsync();

        await Expect(page.Main).ToContainTextAsync($"{New} igjen", new() { Timeout = Patience });
        await Expect(first).Not.ToBeCheckedAsync();
        await Expect(page.Main).ToBeFocusedAsync();
        await Expect(page.Said).ToBeEmptyAsync();
        await Expect(page.TakeInButton).ToBeHiddenAsync();
    }

    /// <summary>Playwright's pages always say that they are seen, so the page is told otherwise.</summary>
    [Fact]
    public async Task A_page_nobody_sees_follows_nothing_and_is_up_to_date_when_somebody_does()
    {
        var (editing, visitor, page) = await BeginAsync();
        var opened = visitor.Page.WaitForRequestAsync(Stream);
        await visitor.GoAsync(EditingSite.AddressOf(PageKind.Signs));
        await opened;

        var ended = new TaskCompletionSource();
        visitor.Page.RequestFailed += (_, request) => EndedIf(request.Url.EndsWith("/redaksjon/_nytt", StringComparison.Ordinal));
        await visitor.Page.EvaluateAsync(
            "() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }");
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        editing.Replace("checklist", Above.Title, New);
        opened = visitor.Page.WaitForRequestAsync(Stream);
        await visitor.Page.EvaluateAsync("() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); }");
        await opened;

        await Expect(page.Main).ToContainTextAsync(New, new() { Timeout = Patience });

        void EndedIf(bool isStream)
        {
            if (isStream)
            {
                ended.TrySetResult();
            }
        }
    }

    /// <summary>The clock of the browser stands still, so that its seconds are those of the test.</summary>
    [Fact]
    public async Task A_line_that_is_dead_is_told_and_found_again_whether_or_not_anybody_said_so()
    {
        var (editing, visitor, page) = await BeginAsync(throughProxy: true);
        visitor.ExpectsError("net::ERR_");
        await visitor.StopTheClockAsync();
        var opened = visitor.Page.WaitForResponseAsync(Stream);
        await visitor.GoAsync(EditingSite.AddressOf(PageKind.Signs));
        await opened;
        await visitor.MarkPageAsync();

        _proxy!.FallSilent();
        editing.Replace("checklist", Above.Title, New);
        opened = visitor.Page.WaitForResponseAsync(Stream);
        await visitor.Page.Clock.RunForAsync(42_000);
        await opened;
        await UntilItShowsAsync(New);

        _proxy.Traffic = Traffic.IsCut;
        editing.Replace("checklist", New, $"{New} igjen");
        await UntilItSaysAsync(Words.Texts.Following.Lost);
        await Expect(page.Main).ToContainTextAsync(New, new() { Timeout = Patience });
        _proxy.Traffic = Traffic.Passes;
        await UntilItShowsAsync($"{New} igjen");

        await UntilItSaysAsync("");
        Assert.True(await visitor.IsMarkedPageAsync());

        Task UntilItShowsAsync(string words) => UntilAsync(async () => (await page.Main.InnerTextAsync()).Contains(words, StringComparison.Ordinal));

        Task UntilItSaysAsync(string words) => UntilAsync(async () => await page.Said.TextContentAsync() == words);

        // What the page waits for is its own clock and the network's, in turn.
        async Task UntilAsync(Func<Task<bool>> isSo)
        {
            for (var patience = Stopwatch.StartNew(); !await isSo(); Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30)))
            {
                await visitor.Page.Clock.RunForAsync(500);
            }
        }
    }

    [Fact]
    public async Task A_page_that_follows_keeps_no_site_from_stopping_and_finds_it_when_it_is_back()
    {
        var (editing, visitor, page) = await BeginAsync();
        visitor.ExpectsError("net::ERR_");
        await visitor.TakeTheClockAsync();
        var opened = visitor.Page.WaitForResponseAsync(Stream);
        await visitor.GoAsync(EditingSite.AddressOf(PageKind.Signs));
        await opened;
        await visitor.MarkPageAsync();

        var stopping = Stopwatch.StartNew();
        Assert.Equal(0, await editing.Site.StopAsync());
        stopping.Stop();
        editing.Replace("checklist", Above.Title, New);
        await editing.Site.StartAgainAsync();
        await visitor.Page.Clock.FastForwardAsync(20_000);

        await Expect(page.Main).ToContainTextAsync(New, new() { Timeout = Patience });
        Assert.True(await visitor.IsMarkedPageAsync());
        Assert.True(stopping.Elapsed < TimeSpan.FromSeconds(10), $"It took {stopping.Elapsed} to stop, of which an open stream would take thirty seconds.");
    }

    private async Task<(EditingSite Editing, Visitor Visitor, DraftPage Page)> BeginAsync(bool throughProxy = false)
    {
        var editing = UntilTheyLeave(await EditingSite.StartAsync());
        if (throughProxy)
        {
            _proxy = UntilTheyLeave(Proxy.Before(editing.Site));
        }

        var visitor = await VisitorAsync(address: _proxy?.Address ?? editing.Site.Address);

        return (editing, visitor, new DraftPage(visitor.Page));
    }
}
