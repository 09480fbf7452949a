using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>
/// Who has two minutes is not kept by pages to scroll through. Measured in screens of a phone, and in one font, whatever fonts the machine
/// has: that of most phones.
/// </summary>
public sealed class TwoMinutesTests(TestBench bench) : Journey(bench)
{
    private static readonly Sign[] ThreeSigns = [Signs.FearOrStress, Signs.ControlledByOthers, Signs.DistrustOfStaff];

    /// <summary>The font as a stylesheet that has it inside. The policy of the site would let no page fetch one.</summary>
    private static readonly string Font = string.Concat(new[] { 400, 600 }.Select(weight =>
        $"@font-face {{ font-family: Measured; font-weight: {weight}; src: url(data:font/woff2;base64,{Convert.ToBase64String(File.ReadAllBytes(
            Path.Combine(Folders.Tests, "node_modules", "@fontsource", "roboto", "files", $"roboto-latin-{weight}-normal.woff2")))}) }}"))
        + "body { font-family: Measured !important }";

    private IPage _page = null!;
    private int _taps;

    [Fact]
    public async Task From_the_start_page_to_the_code_is_ten_taps_and_six_screens_of_scrolling()
    {
        await OpenAsync("/nb/");
        var scrolled = 0.0;

        await TapAsync(_page.Locator(".doors a").First);
        scrolled += await BelowAsync(_page.Locator("main .signposts").GetByRole(AriaRole.Link).First);
        await TapAsync(_page.Locator("main .signposts").GetByRole(AriaRole.Link).First);
        var checklist = new ChecklistPage(_page);
        foreach (var sign in ThreeSigns)
        {
            await TapAsync(checklist.Noticed(sign));
        }

        scrolled += await BelowAsync(checklist.ReflectButton);
        await TapAsync(checklist.ReflectButton);
        var reflection = new ReflectionPage(_page);
        await TapAsync(reflection.Plan(Plans.TalkAlone));
        await TapAsync(reflection.Plan(Plans.Record));
        scrolled += await BelowAsync(reflection.SaveButton);
        await TapAsync(reflection.SaveButton);
        scrolled += await BelowAsync(new SavedPage(_page).Code);

        Assert.InRange(_taps, 1, 10);
        Assert.InRange(scrolled, 0, 6);
    }

    [Fact]
    public async Task The_start_page_has_every_door_on_its_first_screen()
    {
        await OpenAsync("/nb/");

        Assert.InRange(await EndsAsync(_page.Locator(".doors a").Last), 0, 1);
    }

    [Fact]
    public async Task The_signs_are_seven_screens()
    {
        await OpenAsync(Words.Edition.The(PageKind.Signs).Address);

        Assert.InRange(await ScreensAsync(), 0, 7);
    }

    [Fact]
    public async Task Three_signs_to_reflect_on_are_four_screens_with_saving_on_the_second()
    {
        var reflection = await ReflectAsync();

        Assert.InRange(await EndsAsync(reflection.SaveButton), 0, 2);
        Assert.InRange(await ScreensAsync(), 0, 4);
    }

    [Fact]
    public async Task Two_rounds_beside_each_other_are_five_screens_and_no_wider_than_the_phone()
    {
        var code = await (await (await ReflectAsync()).Save()).Code.InnerTextAsync();
        await _page.GotoAsync(ComeBackPage.Address);
        var remembered = await new ComeBackPage(_page).ComeBackWith(code);
        var checklist = await remembered.FillInANewRound();
        await checklist.Notice(Signs.FearOrStress, Signs.DegradingHousing);
        await checklist.DoNotNotice(Signs.ControlledByOthers);
        await (await checklist.Reflect()).SaveRound();

        Assert.InRange(await ScreensAsync(), 0, 5);
        Assert.True(await _page.Locator(".scrolled").EvaluateAsync<bool>("box => box.scrollWidth <= box.clientWidth"));
    }

    [Fact]
    public async Task Duties_with_every_question_answered_are_five_screens_and_tell_each_rule_once()
    {
        await OpenAsync(DutiesPage.Address);
        var duties = new DutiesPage(_page);
        foreach (var question in Words.Edition.Duties.Questions)
        {
            await duties.Choice(question.Answers[0].Id).CheckAsync();
        }

        Assert.InRange(await ScreensAsync(), 0, 5);
        var rules = Words.Edition.Duties.Rules;
        await Assertions.Expect(_page.Locator("[data-part=asks]")).ToHaveCountAsync(rules.Count);
    }

    private async Task OpenAsync(string address)
    {
        var visitor = await VisitorAsync(equip: browser => browser.BypassCSP = true);
        _page = visitor.Page;
        await _page.AddInitScriptAsync(
            $$"""
            addEventListener('DOMContentLoaded', () => {
              const style = document.createElement('style');
              style.textContent = `{{Font}}`;
              document.head.append(style);
            });
            """);
        await visitor.GoAsync(address);
        await _page.WaitForFunctionAsync("() => [...document.fonts].filter(font => font.family === 'Measured' && font.status === 'loaded').length > 0");
    }

    private async Task<ReflectionPage> ReflectAsync()
    {
        await OpenAsync(ChecklistPage.Address);
        var checklist = new ChecklistPage(_page);
        await checklist.Notice(ThreeSigns);

        return await checklist.Reflect();
    }

    private async Task TapAsync(ILocator what)
    {
        _taps++;
        await what.ClickAsync();
    }

    private async Task<double> ScreensAsync() => await _page.EvaluateAsync<double>(
        "async () => { await document.fonts.ready; return document.documentElement.scrollHeight / innerHeight; }");

    /// <summary>How far down the page something ends, in screens.</summary>
    private static Task<double> EndsAsync(ILocator what) => what.EvaluateAsync<double>(
        "async element => { await document.fonts.ready; return (element.getBoundingClientRect().bottom + scrollY) / innerHeight; }");

    /// <summary>How far one scrolls to it from the top, in screens.</summary>
    private static async Task<double> BelowAsync(ILocator what) => Math.Max(0, await EndsAsync(what) - 1);
}
