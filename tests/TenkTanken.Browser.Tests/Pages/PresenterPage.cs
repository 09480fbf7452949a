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

    public ILocator LetInButton => Button(Texts.LetIn);

    public ILocator EndButton => Button(Texts.EndYes);

    public ILocator PairingWords => Page.Locator(".presenter__words");

    public ILocator Notes => Page.Locator(".presenter__notes");

    public ILocator Used => Page.Locator("[data-used]").First;

    public ILocator Clock => Page.Locator("[data-clock]");

    public ILocator Said => Page.Locator("[data-said]");

    public ILocator More => Page.Locator("#more > summary");

    public ILocator End => Page.Locator("#end > summary");

    public static async Task<PresenterPage> Join(Visitor visitor, string words)
    {
        await visitor.GoAsync(WallPage.Lessons);
        await Type(visitor, words);
        await visitor.Page.WaitForURLAsync("**/styring/**");

        return new PresenterPage(visitor.Page);
    }

    /// <summary>On the page with the lessons.</summary>
    public static async Task Type(Visitor visitor, string words)
    {
        await visitor.Page.GetByLabel(Texts.WordsLabel).FillAsync(words);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = Texts.Join, Exact = true }).ClickAsync();
    }

    public ILocator Slide(Slide slide) => Page.Locator($".presenter__there[data-slide='{slide.Id}']");

    private ILocator Bar(string action) => Page.Locator($".presenter__bar [value={action}]");
}
