using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>Who has begun in one language and goes on in another loses nothing by it.</summary>
public sealed class LanguageTests(TestBench bench) : Journey(bench)
{
    private static readonly Language Nynorsk = Words.Library.Site.Language("nn")!;
    private static readonly Language English = Words.Library.Site.Language("en")!;

    [Fact]
    public async Task What_is_ticked_goes_along_into_another_language_and_so_does_the_place_on_the_page()
    {
        var visitor = await VisitorAsync();
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.FearOrStress);
        await checklist.BeUnsureOf(Signs.DegradingHousing);

        await PressAsync(checklist, Nynorsk);
        await ShowsAsync(checklist, Nynorsk, PageKind.Checklist);
        await IsTickedAsync(visitor, Signs.FearOrStress, "noticed");
        await IsTickedAsync(visitor, Signs.DegradingHousing, "unsure");
        Assert.Contains('#', visitor.Page.Url);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => scrollY > 0"));

        await PressAsync(checklist, English);
        await ShowsAsync(checklist, English, PageKind.Checklist);
        await IsTickedAsync(visitor, Signs.FearOrStress, "noticed");

        await visitor.GoBackAsync();
        await visitor.GoBackAsync();
        await Expect(checklist.Noticed(Signs.FearOrStress)).ToBeCheckedAsync();
        await Expect(checklist.Unsure(Signs.DegradingHousing)).ToBeCheckedAsync();
    }

    [Fact]
    public async Task So_do_what_one_plans_in_a_reflection_and_what_became_of_it()
    {
        var visitor = await VisitorAsync();
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.FearOrStress);
        var reflection = await checklist.Reflect();
        await reflection.PlanTo(Plans.Record);

        await PressAsync(reflection, English);
        var texts = Words.Library.Texts[English.Code];
        await Expect(reflection.Title).ToHaveTextAsync(texts.Reflection.Title);
        await Expect(Field(visitor, "plans", Plans.Record.Id)).ToBeCheckedAsync();
        await Expect(visitor.Page.GetByText(SignIn(English, Signs.FearOrStress).Title, new() { Exact = true }).First).ToBeVisibleAsync();
        await visitor.GoBackAsync();
        await Expect(reflection.Plan(Plans.Record)).ToBeCheckedAsync();

        var code = await (await reflection.Save()).WriteDownTheCode();
        var marks = await (await (await ComeBackPage.Open(visitor)).ComeBackWith(code)).MarkThePlans();
        await marks.Mark(Plans.Record, Words.Texts.Plans.Done).CheckAsync();
        await PressAsync(marks, English);
        await Expect(marks.Title).ToHaveTextAsync(texts.Plans.Title);
        await Expect(Field(visitor, $"mark-{Plans.Record.Id}", "done")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task So_do_the_ticks_of_practice()
    {
        var visitor = await VisitorAsync();
        var practice = await PracticePage.Begin(visitor, Cases.CarWash);
        await practice.AnswersAtOnce();
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();

        await PressAsync(practice, Nynorsk);

        await Expect(practice.Title).ToHaveTextAsync(Words.Library.CurrentIn(Nynorsk).Case(Cases.CarWash.Id)!.Title);
        await Expect(visitor.Page.GetByRole(AriaRole.Checkbox, new() { Name = SignIn(Nynorsk, Signs.ControlledByOthers).Title, Exact = true }))
            .ToBeCheckedAsync();
    }

    [Fact]
    public async Task Without_scripts_the_link_leads_to_the_page_as_it_opens_and_back_to_what_was_ticked()
    {
        var visitor = await VisitorAsync(Scripts.Off);
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.FearOrStress);

        await PressAsync(checklist, Nynorsk);
        await ShowsAsync(checklist, Nynorsk, PageKind.Checklist);
        await visitor.GoBackAsync();
        await Expect(checklist.Noticed(Signs.FearOrStress)).ToBeCheckedAsync();

        await checklist.Reflect();
        await Expect(checklist.LanguageLink(Nynorsk.Code)).ToBeHiddenAsync();
    }

    private static async Task PressAsync(SitePage page, Language language)
    {
        await page.MenuButton.ClickAsync();
        await page.LanguageLink(language.Code).ClickAsync();
    }

    private static Task ShowsAsync(SitePage page, Language language, PageKind kind) =>
        Expect(page.Title).ToHaveTextAsync(Words.Library.CurrentIn(language).The(kind).Title);

    private static Task IsTickedAsync(Visitor visitor, Sign sign, string answer) =>
        Expect(Field(visitor, $"sign-{sign.Id}", answer)).ToBeCheckedAsync();

    private static ILocator Field(Visitor visitor, string name, string value) =>
        visitor.Page.Locator($"input[name='{name}'][value='{value}']:not([type=hidden])");

    private static Sign SignIn(Language language, Sign sign) => Words.Library.CurrentIn(language).Checklist.Sign(sign.Id)!;
}
