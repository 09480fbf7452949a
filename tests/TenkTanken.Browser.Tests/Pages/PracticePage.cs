using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>A made-up situation to practise on.</summary>
public sealed class PracticePage(IPage page) : SitePage(page)
{
    public const string Address = "/nb/ov";

    private static PracticeTexts Texts => Words.Texts.Practice;

    /// <summary>Only there when nothing else answers a tick.</summary>
    public ILocator ShowButton => Button(Texts.Show);

    public ILocator UndoButton => Button(Texts.Undo);

    public ILocator NextButton => Button(Texts.NextCase);

    public ILocator FinishButton => Button(Texts.Finish);

    public ILocator AnotherButton => Button(Texts.Another);

    /// <summary>What the reader is told beside what is seen.</summary>
    public ILocator Said => Page.Locator("form").GetByRole(AriaRole.Status);

    public ILocator WholeCase => Page.GetByRole(AriaRole.Region, new() { Name = Texts.Whole, Exact = true });

    public ILocator Tried => Page.GetByRole(AriaRole.Region, new() { Name = Texts.Tried, Exact = true });

    public ILocator LostConnection => Page.Locator("dialog");

    /// <summary>The dialog has the words of all its states; only those of one are to be seen.</summary>
    public ILocator LostConnectionTells(string words) => LostConnection.GetByText(words, new() { Exact = true });

    /// <summary>There when the page has noticed, before it tells anybody, if it was to be listened for.</summary>
    public ILocator HeardOfLostConnection => Page.Locator("[data-heard-of-lost-connection]");

    public ILocator ConnectionSaid => Main.Locator(":scope > [role=status]");

    public ILocator ContinueButton => Button(Words.Texts.Connection.Continue);

    public static async Task<PracticePage> Open(Visitor visitor)
    {
        await visitor.GoAsync(Address);

        return new PracticePage(visitor.Page);
    }

    /// <summary>Opens the page and begins with a situation.</summary>
    public static async Task<PracticePage> Begin(Visitor visitor, Case situation)
    {
        var practice = await Open(visitor);
        await practice.Begin(situation);

        return practice;
    }

    public async Task Begin(Case situation)
    {
        await BeginButton(situation).ClickAsync();
        await Assertions.Expect(Title).ToHaveTextAsync(situation.Title);
    }

    public ILocator BeginButton(Case situation) => Button(Texts.Begin.With(("case", situation.Title)));

    public ILocator Tick(Sign sign) => Page.GetByRole(AriaRole.Checkbox, new() { Name = sign.Title, Exact = true });

    /// <summary>What a ticked sign shows below it.</summary>
    public ILocator ExplanationOf(Sign sign) => Page.Locator(".practice-sign", new() { Has = Tick(sign) }).Locator(".part");

    /// <summary>Without scripts nothing is shown before one asks for it.</summary>
    public Task AskForExplanations(Scripts scripts) => scripts == Scripts.On ? Task.CompletedTask : ShowButton.ClickAsync();

    /// <summary>Waits for the circuit, where there are scripts.</summary>
    public Task AnswersAtOnce(Scripts scripts) => scripts == Scripts.On ? AnswersAtOnce() : Task.CompletedTask;

    public Task ListenForLostConnectionAsync() =>
        Page.EvaluateAsync("() => document.addEventListener('connection-lost', () => document.body.dataset.heardOfLostConnection = '')");

    /// <summary>With a circuit ticks are answered at once, and the button that asks for it is gone.</summary>
    public Task AnswersAtOnce() => Assertions.Expect(ShowButton).ToHaveCountAsync(0);
}
