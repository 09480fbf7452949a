using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class PracticeTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task One_ticks_undoes_goes_on_takes_something_along_and_finds_that_a_place_and_a_country_say_nothing_alone(Scripts scripts)
    {
        var practice = await BeginAsync(await VisitorAsync(scripts), Cases.CarWash);

        // Of the first sign the story tells something, of the second nothing.
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await practice.Tick(Signs.NoControlOfPapers).CheckAsync();
        await practice.AskForExplanations(scripts);
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveTextAsync(
        [
            Containing(Cases.CarWash.Seen[Signs.ControlledByOthers.Id].Text()),
            Containing(Words.Texts.Parts.Ordinary),
            Containing(Words.Texts.Parts.Next),
        ]);
        await Expect(practice.ExplanationOf(Signs.NoControlOfPapers).First).ToContainTextAsync(Words.Texts.Practice.NotInTheStory);
        await Expect(practice.WholeCase).ToContainTextAsync(Cases.CarWash.Wonder.Text());
        await Expect(practice.WholeCase).ToContainTextAsync(Cases.CarWash.Ordinary.Text());
        await Expect(practice.WholeCase).ToContainTextAsync(Cases.CarWash.Next.Text());
        await Expect(practice.Caveat).ToBeVisibleAsync();

        await practice.UndoButton.ClickAsync();
        await Expect(practice.Tick(Signs.NoControlOfPapers)).Not.ToBeCheckedAsync();
        await Expect(practice.Tick(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(practice.ExplanationOf(Signs.NoControlOfPapers)).ToHaveCountAsync(0);

        await practice.NextButton.ClickAsync();
        await Expect(practice.Title).ToHaveTextAsync(Cases.After(Cases.CarWash).Title);
        await Expect(practice.Tick(Signs.ControlledByOthers)).Not.ToBeCheckedAsync();

        await practice.FinishButton.ClickAsync();
        await Expect(practice.Title).ToHaveTextAsync(Words.Edition.Practice.TakeAlong.Title);
        await Expect(practice.Tried.GetByRole(AriaRole.Article)).ToContainTextAsync([Cases.CarWash.Next.Text(), Cases.After(Cases.CarWash).Next.Text()]);
        await practice.AnotherButton.ClickAsync();
        await practice.Begin(Cases.All[0]);
        await practice.AnswersAtOnce(scripts);

        await practice.Tick(Signs.FromKnownCountry).CheckAsync();
        await practice.Tick(Signs.SeenAtKnownPlaces).CheckAsync();
        await practice.AskForExplanations(scripts);
        await Expect(practice.ExplanationOf(Signs.SeenAtKnownPlaces)).ToHaveCountAsync(2);
        await Expect(practice.ExplanationOf(Signs.FromKnownCountry)).ToHaveCountAsync(2);
        await Expect(practice.WholeCase).ToContainTextAsync(Words.Checklist.OnlyContext.Body.Text());
        await Expect(practice.WholeCase).Not.ToContainTextAsync(Cases.All[0].Next.Text());
    }

    [Fact]
    public async Task A_tick_is_there_after_reloading_and_answered_on_the_same_page_and_said_to_those_who_listen()
    {
        var visitor = await VisitorAsync();
        var practice = await BeginAsync(visitor, Cases.CarWash);
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await practice.Tick(Signs.DegradingHousing).CheckAsync();
        await practice.Tick(Signs.NoControlOfPapers).CheckAsync();
        await visitor.Page.ReloadAsync();
        await IsTickedAsync(practice);
        await Expect(practice.ExplanationOf(Signs.NoControlOfPapers)).ToHaveCountAsync(3);
        await visitor.MarkPageAsync();

        await practice.Tick(Signs.FearOrStress).CheckAsync();
        await Expect(practice.ExplanationOf(Signs.FearOrStress)).ToHaveCountAsync(3);
        await Expect(practice.Said).ToHaveTextAsync(Words.Texts.Practice.Opened.With(("sign", Signs.FearOrStress.Title)));
        await practice.UndoButton.ClickAsync();
        await Expect(practice.Said).ToHaveTextAsync(Words.Texts.Practice.Undone);
        await practice.NextButton.ClickAsync();

        await Expect(practice.Title).ToHaveTextAsync(Cases.After(Cases.CarWash).Title);
        await Expect(practice.Title).ToBeFocusedAsync();
        Assert.True(await visitor.IsMarkedPageAsync());

        await IsNotUndoneByWhatIsToldMeanwhileAsync(visitor, practice);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task The_keyboard_alone_will_do(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var keyboard = new Keyboard(visitor.Page);
        var practice = await PracticePage.Open(visitor);

        await keyboard.TabTo(practice.BeginButton(Cases.CarWash));
        await keyboard.Press("Enter");
        await Expect(practice.Title).ToHaveTextAsync(Cases.CarWash.Title);
        await practice.AnswersAtOnce(scripts);
        await keyboard.TabTo(practice.Tick(Signs.ControlledByOthers));
        await keyboard.Press("Space");

        // Asks for the explanations where nothing else does; with a circuit it must lead nowhere.
        await keyboard.Press("Enter");
        await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(3);
        await Expect(practice.Tick(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await keyboard.TabTo(practice.FinishButton);
        await keyboard.Press("Enter");

        await Expect(practice.Title).ToHaveTextAsync(Words.Edition.Practice.TakeAlong.Title);
        await Expect(practice.Tried).ToContainTextAsync(Cases.CarWash.Next.Text());
    }

    [Theory]
    [InlineData(Scripts.Off, false)]
    [InlineData(Scripts.On, false)]
    [InlineData(Scripts.On, true)]
    public async Task Looking_something_up_and_going_back_keeps_every_tick(Scripts scripts, bool keepsPages)
    {
        var visitor = await VisitorAsync(scripts, keepsPages: keepsPages);
        if (keepsPages && scripts == Scripts.On)
        {
            // A page that is kept loses its connection, and finds it again.
            visitor.ExpectsError("WebSocket");
        }

        var practice = await BeginAsync(visitor, Cases.CarWash);
        await practice.Tick(Signs.ControlledByOthers).CheckAsync();
        await practice.Tick(Signs.DegradingHousing).CheckAsync();
        await practice.AskForExplanations(scripts);
        await practice.Tick(Signs.NoControlOfPapers).CheckAsync();

        for (var times = 0; times < 2; times++)
        {
            await new SitePage(visitor.Page).GoToLastInMenu();
            await visitor.GoBackAsync();
            await IsTickedAsync(practice);
        }

        await practice.AskForExplanations(scripts);
        await Expect(practice.ExplanationOf(Signs.NoControlOfPapers)).ToHaveCountAsync(3);
    }

    /// <summary>A press on its way, while the page tells its circuit of something.</summary>
    private static async Task IsNotUndoneByWhatIsToldMeanwhileAsync(Visitor visitor, PracticePage practice)
    {
        var next = Cases.After(Cases.After(Cases.CarWash));
        await visitor.Page.EvaluateAsync(
            "next => { document.querySelector(`button[value=${next}]`).click(); document.dispatchEvent(new Event('connection-found')); }",
            "next");

        // What is told arrives in order: when this tick is answered, all before it has been.
        await Expect(practice.Title).ToHaveTextAsync(next.Title);
        await practice.Tick(Signs.DegradingHousing).CheckAsync();
        await Expect(practice.ExplanationOf(Signs.DegradingHousing)).Not.ToHaveCountAsync(0);
        await Expect(practice.Title).ToHaveTextAsync(next.Title);
    }

    private static async Task IsTickedAsync(PracticePage practice)
    {
        await Expect(practice.Title).ToHaveTextAsync(Cases.CarWash.Title);
        await Expect(practice.Tick(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(practice.Tick(Signs.DegradingHousing)).ToBeCheckedAsync();
        await Expect(practice.Tick(Signs.NoControlOfPapers)).ToBeCheckedAsync();
        await Expect(practice.Tick(Signs.FearOrStress)).Not.ToBeCheckedAsync();
    }

    private static async Task<PracticePage> BeginAsync(Visitor visitor, Case situation)
    {
        var practice = await PracticePage.Begin(visitor, situation);
        await practice.AnswersAtOnce(visitor.Scripts);

        return practice;
    }

    private static Regex Containing(string text) => new(Regex.Escape(text));
}
