using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>The code, shown once.</summary>
public sealed class SavedPage(IPage page) : SitePage(page)
{
    private static SavedTexts Texts => Words.Texts.Saved;

    public ILocator Code => Under(Texts.YourCode).GetByText(new System.Text.RegularExpressions.Regex("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$"));

    public ILocator CopyButton => Button(Texts.Copy);

    /// <summary>What is read aloud after copying.</summary>
    public ILocator Status => Main.GetByRole(AriaRole.Status);

    public Task<string> WriteDownTheCode() => Code.InnerTextAsync();
}
