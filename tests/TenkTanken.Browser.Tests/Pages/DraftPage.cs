using Microsoft.Playwright;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>A page of a draft, which follows what is saved.</summary>
public sealed class DraftPage(IPage page) : SitePage(page)
{
    public ILocator Mark => Page.GetByRole(
        AriaRole.Complementary,
        new() { Name = Words.Texts.Editing.Mark.Replace("{edition}", Hosting.EditingSite.Draft.Id, StringComparison.Ordinal) });

    /// <summary>What the page says of itself: that it has lost its server, or that what is filled in stands.</summary>
    public ILocator Said => Page.Locator(".page-updates").GetByRole(AriaRole.Status);

    public ILocator TakeInButton => Button(Words.Texts.Following.TakeIn);

    public ILocator SourcesSummary => Page.Locator(".page-facts summary");

    /// <summary>How far below the top of the window it stands, in pixels.</summary>
    public Task<double> TopOfAsync(string id) => Page.Locator($"#{id}").EvaluateAsync<double>("element => element.getBoundingClientRect().top");
}
