using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>A lesson on the big screen, one slide at a time.</summary>
public sealed class SlidesPage(IPage page) : SitePage(page)
{
    private static PresentationTexts Texts => Words.Texts.Presentation;

    public static Lesson Lesson => Words.Library.Lessons["nb"][0];

    public static IReadOnlyList<Slide> Slides { get; } = [.. Lesson.Slides];

    /// <summary>The headings of all slides that can be seen.</summary>
    public ILocator InSight => Page.Locator(".slide h2:visible");

    public ILocator Said => Page.Locator("[data-said]");

    public ILocator Overview => Page.GetByRole(AriaRole.Navigation, new() { Name = Texts.Slides, Exact = true });

    public ILocator Help => Page.GetByRole(AriaRole.Dialog, new() { Name = Texts.HelpTitle, Exact = true });

    public ILocator NextButton => Page.Locator("[data-act=next]");

    public ILocator PreviousButton => Page.Locator("[data-act=previous]");

    public ILocator Blank => Page.Locator("[data-blank]");

    public static async Task<SlidesPage> Open(Visitor visitor, string behind = "")
    {
        await visitor.GoAsync(Lesson.Address + behind);

        return new SlidesPage(visitor.Page);
    }

    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>It is the one that is shown, and the address says so.</summary>
    public async Task ShowsAsync(Slide slide)
    {
        await Assertions.Expect(InSight).ToHaveCountAsync(1);
        await Assertions.Expect(InSight).ToHaveAttributeAsync("id", slide.Id);
    }
}
