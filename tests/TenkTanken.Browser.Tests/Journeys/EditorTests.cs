using System.Diagnostics;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;
using Proxy = TenkTanken.Browser.Tests.Hosting.Proxy;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>
/// Somebody writes a draft in one window and reads it in another, as the site will show it. Who breaks or stops the site has one of
/// their own; the others save each in a file of their own.
/// </summary>
public sealed class EditorTests(TestBench bench, EditingSite shared) : Journey(bench), IClassFixture<EditingSite>
{
    private const string Stream = "**/redaksjon/_nytt";
    private const string New = "Dette er lagret nå";

    /// <summary>The site looks each second, loads all of it, and is asked for the page: on a busy machine that takes its time.</summary>
    private const int Patience = 30_000;

    private static readonly EditionWords Draft = (EditionWords)EditingSite.Draft.ByLanguage["nb"];

    /// <summary>Far down a long page.</summary>
    private static readonly Sign Here = Draft.Checklist.Signs[^2];

    private static readonly Sign Above = Draft.Checklist.Signs[0];

    [Fact]
    public async Task What_she_saves_is_there_and_she_is_where_she_was_whatever_was_broken_or_stopped_meanwhile()
    {
        var editing = UntilTheyLeave(await EditingSite.StartAsync());
        var windows = new List<(Visitor Visitor, DraftPage Page, double Top)>();
        foreach (var width in new[] { 390, 1440 })
        {
            windows.Add(await ReadFarDownAsync(editing, width));
        }

        editing.Replace("checklist", Above.Title, string.Join(' ', Enumerable.Repeat(New, 12)));
        await IsThereInAllAsync(New);
        editing.Append($"editions/{EditingSite.Draft.Id}/nb/checklist.md", "\n### Uten id\n");
        await InAllAsync(page => Expect(page.Mark).ToContainTextAsync($"editions/{EditingSite.Draft.Id}/nb/checklist.md:", new() { Timeout = Patience }));
        await IsThereInAllAsync(New);
        editing.Replace("checklist", "\n### Uten id\n", "");
        await InAllAsync(page => Expect(page.Mark).Not.ToContainTextAsync(Words.Texts.Editing.NotServedTitle, new() { Timeout = Patience }));
        await IsThereInAllAsync(New);

        var stopping = await StopAsync(editing, windows.Select(window => window.Visitor));
        editing.Replace("checklist", New, $"{New} igjen");
        await editing.Site.StartAgainAsync();
        foreach (var window in windows)
        {
            await window.Visitor.Page.Clock.FastForwardAsync(20_000);
        }

        await IsThereInAllAsync($"{New} igjen");
        Assert.True(stopping < TimeSpan.FromSeconds(10), $"It took {stopping} to stop, of which an open stream would take thirty seconds.");
        Assert.DoesNotContain(editing.Site.Lines, line =>
            line.Contains("GET", StringComparison.Ordinal) && !line.Contains("GET file", StringComparison.Ordinal));

        Task IsThereInAllAsync(string words) => Task.WhenAll(windows.Select(window => IsThereAsync(window.Visitor, window.Page, window.Top, words)));

        Task InAllAsync(Func<DraftPage, Task> look) => Task.WhenAll(windows.Select(window => look(window.Page)));
    }

    [Fact]
    public async Task What_she_has_filled_in_stands_until_she_lets_go_of_it_or_takes_in_the_new()
    {
        var visitor = await VisitorAsync(address: shared.Site.Address);
        var page = new DraftPage(visitor.Page);
        await visitor.GoAsync(EditingSite.AddressOf(PageKind.Checklist));
        var first = page.Main.GetByRole(AriaRole.Radio, new() { Name = Words.Texts.Checklist.Noticed, Exact = true }).First;

        // In hand, and nothing changed yet.
        await first.FocusAsync();
        shared.Replace("checklist", Above.Title, New);
        await Expect(page.Said).ToHaveTextAsync(Words.Texts.Following.Standing, new() { Timeout = Patience });
        await Expect(page.Main).Not.ToContainTextAsync(New);
        await first.BlurAsync();
        await Expect(page.Main).ToContainTextAsync(New, new() { Timeout = Patience });
        await Expect(page.Said).ToBeEmptyAsync();

        await first.CheckAsync();
        shared.Replace("checklist", New, $"{New} igjen");
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

    /// <summary>
    /// Playwright's pages always say that they are seen, so the page is told otherwise. When the line dies, the clock of the
    /// browser stands still, so that its seconds are those of the test.
    /// </summary>
    [Fact]
    public async Task A_page_nobody_saw_and_one_whose_line_was_dead_are_up_to_date_again_whether_or_not_anybody_said_so()
    {
        var proxy = UntilTheyLeave(Proxy.Before(shared.Site));
        var visitor = await VisitorAsync(address: proxy.Address);
        var page = new DraftPage(visitor.Page);
        await visitor.TakeTheClockAsync();
        var opened = visitor.Page.WaitForResponseAsync(Stream);
        await visitor.GoAsync(EditingSite.AddressOf(PageKind.Contacts));
        await opened;
        await visitor.MarkPageAsync();

        // Nobody sees it, and it follows nothing.
        var ended = new TaskCompletionSource();
        visitor.Page.RequestFailed += (_, request) => EndedIf(request.Url.EndsWith("/redaksjon/_nytt", StringComparison.Ordinal));
        await visitor.Page.EvaluateAsync(
            "() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }");
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        shared.Replace("contacts", Draft.The(PageKind.Contacts).Sections[0].Title, New);
        opened = visitor.Page.WaitForResponseAsync(Stream);
        await visitor.Page.EvaluateAsync("() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); }");
        await opened;
        await Expect(page.Main).ToContainTextAsync(New, new() { Timeout = Patience });

        await visitor.StopTheTakenClockAsync();
        visitor.ExpectsError("net::ERR_");
        proxy.FallSilent();
        shared.Replace("contacts", New, $"{New} igjen");
        opened = visitor.Page.WaitForResponseAsync(Stream);
        await visitor.Page.Clock.RunForAsync(42_000);
        await opened;
        await UntilItShowsAsync($"{New} igjen");

        proxy.Traffic = Traffic.IsCut;
        shared.Replace("contacts", $"{New} igjen", $"{New} enda en gang");
        await UntilItSaysAsync(Words.Texts.Following.Lost);
        await Expect(page.Main).ToContainTextAsync($"{New} igjen", new() { Timeout = Patience });
        proxy.Traffic = Traffic.Passes;
        await UntilItShowsAsync($"{New} enda en gang");

        await UntilItSaysAsync("");
        Assert.True(await visitor.IsMarkedPageAsync());

        void EndedIf(bool isStream)
        {
            if (isStream)
            {
                ended.TrySetResult();
            }
        }

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

    /// <summary>From the editors' page to far down the draft, with something open and in the focus.</summary>
    private async Task<(Visitor Visitor, DraftPage Page, double Top)> ReadFarDownAsync(EditingSite editing, int width)
    {
        var visitor = await VisitorAsync(address: editing.Site.Address);
        var page = new DraftPage(visitor.Page);
        await visitor.TakeTheClockAsync();
        await visitor.Page.SetViewportSizeAsync(width, 844);
        await visitor.GoAsync("/redaksjon");
        var read = Words.Texts.Editing.Read.Replace("{edition}", EditingSite.Draft.Id, StringComparison.Ordinal);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = $"{read} Bokmål" }).ClickAsync();
        await Expect(page.Mark).ToBeVisibleAsync();
        await visitor.GoAsync(EditingSite.AddressOf(PageKind.Signs));
        await visitor.MarkPageAsync();
        await page.SourcesSummary.ClickAsync();
        await visitor.Page.Locator($"#{Here.Id}").EvaluateAsync("element => scrollBy(0, element.getBoundingClientRect().top - 100)");
        var top = await page.TopOfAsync(Here.Id);
        Assert.InRange(top, 99, 101);

        return (visitor, page, top);
    }

    private static async Task IsThereAsync(Visitor visitor, DraftPage page, double top, string words)
    {
        await Expect(page.Main).ToContainTextAsync(words, new() { Timeout = Patience });
        Assert.InRange(await page.TopOfAsync(Here.Id), top - 1, top + 1);
        Assert.True(await visitor.IsMarkedPageAsync());
        await Expect(page.SourcesSummary).ToBeFocusedAsync();
        await Expect(page.Facts.Locator("details")).ToHaveAttributeAsync("open", "");
        await Expect(page.Said).ToBeEmptyAsync();
    }

    /// <summary>Gives how long it took.</summary>
    private static async Task<TimeSpan> StopAsync(EditingSite editing, IEnumerable<Visitor> visitors)
    {
        foreach (var visitor in visitors)
        {
            visitor.ExpectsError("net::ERR_");
        }

        var stopping = Stopwatch.StartNew();
        Assert.Equal(0, await editing.Site.StopAsync());

        return stopping.Elapsed;
    }
}
