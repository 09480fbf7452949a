using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>The slides of a lesson on the wall, steered from elsewhere.</summary>
public sealed class WallPage(IPage page) : SitePage(page)
{
    internal static Lesson Lesson => Words.Library.Lessons["nb"][0];

    public static string Lessons { get; } = Words.Edition.Pages.First(page => page.Kind == PageKind.Presentation).Address;

    public ILocator PairingWords => Page.Locator(".wall-join__words");

    public ILocator Where => Page.Locator(".wall-join__address");

    /// <summary>That the browser cannot keep the screen on.</summary>
    public ILocator MayGoDark => Page.GetByText(Words.Texts.Presentation.MayGoDark);

    public ILocator Black => Page.Locator("[data-slides][data-blank]");

    public ILocator Slide(Slide slide) => Page.Locator($".slide[data-current][aria-labelledby='{slide.Id}']");

    public static async Task<WallPage> Begin(Visitor visitor)
    {
        await visitor.GoAsync(Lessons);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = Words.Texts.Presentation.Steering.Steer }).First.ClickAsync();

        return new WallPage(visitor.Page);
    }
}
