using System.Net;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class SaveAndComeBackTests(TestBench bench) : Journey(bench)
{
    private const string ThisMachine = "127.0.0.1";

    [Theory]
    [InlineData(Scripts.Off, ThisMachine)]
    [InlineData(Scripts.On, ThisMachine)]
    [InlineData(Scripts.On, Chromium.OtherHost)]
    public async Task From_the_start_page_by_checklist_and_code_to_forgetting(Scripts scripts, string host)
    {
        var visitor = await VisitorAsync(scripts, $"http://{host}:{Bench.Site.Port}");
        visitor.Expects(HttpStatusCode.UnprocessableEntity);
        await visitor.GoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Main).Locator("a[href='/nb/sjekkliste']").ClickAsync();

        var checklist = new ChecklistPage(visitor.Page);
        await checklist.Notice(Signs.ControlledByOthers, Signs.NoControlOfPapers);
        await checklist.BeUnsureOf(Signs.DistrustOfStaff);
        await checklist.DoNotNotice(Signs.DegradingHousing);
        var reflection = await checklist.Reflect();
        await reflection.PlanTo(Plans.TalkAlone, Plans.Interpreter);
        var code = await (await reflection.Save()).WriteDownTheCode();

        var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
        await Expect(remembered.WhatINoticed.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        await Expect(ReflectionPage.Card(remembered.WhatINoticed, Signs.ControlledByOthers)).ToContainTextAsync(Signs.ControlledByOthers.Next.Text());
        await Expect(ReflectionPage.Card(remembered.WhatINoticed, Signs.NoControlOfPapers)).ToContainTextAsync(Signs.NoControlOfPapers.Ordinary.Text());
        await Expect(ReflectionPage.Card(remembered.WhatIWasUnsureOf, Signs.DistrustOfStaff)).ToBeVisibleAsync();
        await Expect(remembered.WhatIDidNotNotice).ToContainTextAsync(Signs.DegradingHousing.Title);
        await Expect(remembered.WhatIPlanned).ToHaveTextAsync([Plans.TalkAlone.Title, Plans.Interpreter.Title]);
        await Expect(remembered.Caveat).ToBeVisibleAsync();

        await remembered.ForgetEverything();
        var comeBack = await ComeBackPage.Open(visitor);
        await comeBack.Try(code);
        await Expect(comeBack.Message).ToContainTextAsync(Words.Texts.ComeBack.WrongTitle);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task A_code_is_shown_once_may_be_typed_as_it_was_scribbled_and_does_not_tell_whether_it_ever_opened_anything(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        visitor.Expects(HttpStatusCode.UnprocessableEntity);
        var code = await SaveSomethingAsync(visitor);
        Assert.Contains(code, await visitor.Page.ContentAsync(), StringComparison.Ordinal);

        var scribbled = code.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l');
        var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith($"  {scribbled} ");
        await Expect(ReflectionPage.Card(remembered.WhatINoticed, Signs.ControlledByOthers)).ToBeVisibleAsync();
        var shown = await visitor.Page.ContentAsync() + visitor.Page.Url;
        await remembered.ForgetEverything();
        var answers = new List<string>();
        foreach (var other in new[] { code, ReturnCode.Draw().Show() })
        {
            answers.Add(await InFull(await (await ComeBackPage.Open(visitor)).Try(other)));
        }

        Assert.All(new[] { code, scribbled }, written => Assert.DoesNotContain(written, shown, StringComparison.Ordinal));
        Assert.Contains(Words.Texts.ComeBack.WrongTitle, answers[0], StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task What_is_saved_with_nothing_ticked_says_so(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var reflection = await (await ChecklistPage.Open(visitor)).Reflect();
        var code = await (await reflection.Save()).WriteDownTheCode();

        var remembered = await (await ComeBackPage.Open(visitor)).ComeBackWith(code);

        await Expect(remembered.Main).ToContainTextAsync(Words.Texts.Remembered.Nothing);
        await Expect(remembered.Main).ToContainTextAsync(Words.Texts.Remembered.NoPlans);
        await Expect(remembered.Main.GetByRole(AriaRole.Article)).ToHaveCountAsync(0);
    }

    private static async Task<string> SaveSomethingAsync(Visitor visitor)
    {
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);

        return await (await (await checklist.Reflect()).Save()).WriteDownTheCode();
    }

    /// <summary>Status, headers and body; of the headers only the clock may differ.</summary>
    private static async Task<string> InFull(IResponse answer)
    {
        var headers = (await answer.HeadersArrayAsync()).Where(header => !header.Name.Equals("date", StringComparison.OrdinalIgnoreCase));

        return $"{answer.Status}\n{string.Join('\n', headers.Select(header => $"{header.Name}: {header.Value}"))}\n\n{await answer.TextAsync()}";
    }
}
