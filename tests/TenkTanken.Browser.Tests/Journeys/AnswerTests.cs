using System.Net;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>What answers a form is what one is told first, and once.</summary>
public sealed class AnswerTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task What_is_no_code_is_told_by_having_the_focus_and_by_nothing_else_and_leads_to_the_field(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        visitor.Expects(HttpStatusCode.UnprocessableEntity);
        var comeBack = await ComeBackPage.Open(visitor);

        await comeBack.Try("not a code");

        var texts = Words.Texts.ComeBack;
        await Expect(comeBack.Message).ToBeFocusedAsync();
        await Expect(comeBack.Message).ToHaveAccessibleNameAsync(texts.NoCodeTitle);
        await Expect(comeBack.Message).ToHaveAccessibleDescriptionAsync($"{texts.NoCodeCount.With(("count", "8"))} {texts.ToCode}");
        await Expect(visitor.Page).ToHaveTitleAsync($"Feil: {Words.Edition.The(Content.PageKind.ComeBack).Title} – Tenk tanken");
        await Expect(comeBack.CodeField).ToHaveAttributeAsync("aria-invalid", "true");

        // A region that is read out by itself would say it a second time.
        await Expect(comeBack.Message.Locator("[role=alert], [role=status], [aria-live]")).ToHaveCountAsync(0);
        await Expect(comeBack.Message).ToHaveAttributeAsync("role", "group");

        await new Keyboard(visitor.Page).Press("Tab");
        await new Keyboard(visitor.Page).Press("Enter");
        await Expect(comeBack.CodeField).ToBeFocusedAsync();
        await Expect(comeBack.CodeField).ToBeInViewportAsync();
    }
}
