using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>What only a script can do is offered only where scripts run.</summary>
public sealed class CopyAndPrintTests(TestBench bench) : Journey(bench)
{
    [Fact]
    public async Task Without_scripts_there_is_nothing_to_press_that_does_nothing()
    {
        var reflection = await ReflectAsync(await VisitorAsync(Scripts.Off));
        await Expect(reflection.PrintButton).ToHaveCountAsync(0);

        var saved = await reflection.Save();

        await Expect(saved.Code).ToBeVisibleAsync();
        await Expect(saved.PrintButton).ToHaveCountAsync(0);
        await Expect(saved.CopyButton).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_the_clipboard_is_out_of_reach_the_code_is_marked()
    {
        var visitor = await VisitorAsync(Scripts.On, $"http://{Chromium.OtherHost}:{Bench.Site.Port}");
        var saved = await (await ReflectAsync(visitor)).Save();

        await saved.CopyButton.ClickAsync();

        await Expect(saved.Status).ToHaveTextAsync(Words.Texts.Saved.CopyFailed);
        Assert.Equal(await saved.WriteDownTheCode(), await visitor.Page.EvaluateAsync<string>("() => getSelection().toString()"));
    }

    [Fact]
    public async Task Reflection_code_and_what_was_saved_can_be_printed_and_the_code_is_copied_and_the_page_says_so()
    {
        var visitor = await VisitorAsync(Scripts.On);
        await visitor.AllowClipboardAsync();
        await visitor.OwnPage().AddInitScriptAsync("window.print = () => document.documentElement.dataset.printed = 'yes';");
        var reflection = await ReflectAsync(visitor);
        await PrintsAsync(visitor, reflection);

        var saved = await reflection.Save();
        await PrintsAsync(visitor, saved);
        await saved.CopyButton.ClickAsync();
        await Expect(saved.Status).ToHaveTextAsync(Words.Texts.Saved.Copied);
        var code = await saved.WriteDownTheCode();
        Assert.Equal(code, await visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));

        await PrintsAsync(visitor, await (await ComeBackPage.Open(visitor)).ComeBackWith(code));
    }

    private static async Task<ReflectionPage> ReflectAsync(Visitor visitor)
    {
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);

        return await checklist.Reflect();
    }

    private static async Task PrintsAsync(Visitor visitor, SitePage page)
    {
        await page.PrintButton.ClickAsync();

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-printed", "yes");
    }
}
