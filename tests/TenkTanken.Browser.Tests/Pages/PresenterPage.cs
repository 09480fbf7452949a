using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>The phone from which the slides are steered.</summary>
public sealed class PresenterPage(IPage page) : SitePage(page)
{
    private static SteeringTexts Texts => Words.Texts.Presentation.Steering;

    public ILocator NextButton => Bar("next");

    public ILocator PreviousButton => Bar("previous");

    public ILocator BlankButton => Bar("blank");

    public ILocator PairingWords => Page.Locator(".presenter__words");

    public ILocator Notes => Page.Locator(".presenter__notes");

    public ILocator Used => Page.Locator("[data-used]").First;

    public ILocator Clock => Page.Locator("[data-clock]");

    public ILocator Said => Page.Locator("[data-said]");

    public static async Task<PresenterPage> Join(Visitor visitor, string words)
    {
        await visitor.GoAsync(WallPage.Lessons);
        await Type(visitor, words);
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/styring/"));

        return new PresenterPage(visitor.Page);
    }

    /// <summary>On the page with the lessons.</summary>
    public static async Task Type(Visitor visitor, string words)
    {
        var field = visitor.Page.GetByLabel(Texts.WordsLabel);
        // Open already where it answers.
        if (!await field.IsVisibleAsync())
        {
            await visitor.Page.GetByText(Texts.HaveWordsTitle).ClickAsync();
        }

        await field.FillAsync(words);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = Texts.Join, Exact = true }).ClickAsync();
    }

    /// <summary>By so many at once, from pages like this one. Gives the statuses of the answers.</summary>
    public static async Task<int[]> TypeByMany(Visitor visitor, string words, int people)
    {
        var form = await visitor.Page.GetByLabel(Texts.WordsLabel).EvaluateAsync<string[]>(
            "(field, words) => { field.value = words; return [field.form.action, `${new URLSearchParams(new FormData(field.form))}`]; }", words);
        var answers = await Task.WhenAll(Enumerable.Range(0, people).Select(_ => visitor.Page.APIRequest.PostAsync(form[0], new()
        {
            DataString = form[1],
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = visitor.Address },
        })));

        return [.. answers.Select(answer => answer.Status)];
    }

    /// <summary>Asks for words for another, which are on this screen then.</summary>
    public async Task LetAnotherIn()
    {
        await Summary("more").ClickAsync();
        await Button(Texts.LetIn).ClickAsync();
        await Assertions.Expect(PairingWords).ToBeVisibleAsync();
    }

    /// <summary>Whatever can be opened.</summary>
    public async Task OpenAll()
    {
        foreach (var part in new[] { "go", "more", "end" })
        {
            if (await Page.Locator($"#{part}").GetAttributeAsync("open") is null)
            {
                await Summary(part).ClickAsync();
            }
        }
    }

    public async Task EndTheSteering()
    {
        await OpenAll();
        await Button(Texts.EndYes).ClickAsync();
        await Assertions.Expect(Title).ToHaveTextAsync(Texts.EndedTitle);
    }

    public ILocator Slide(Slide slide) => Page.Locator($".presenter__there[data-slide='{slide.Id}']");

    private ILocator Summary(string part) => Page.Locator($"#{part} > summary");

    private ILocator Bar(string action) => Page.Locator($".presenter__bar [value={action}]");
}
