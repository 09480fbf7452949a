using Microsoft.Playwright;
using Xunit;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>What is left of a page of ours after leaving: nothing that can be seen, reached or read out.</summary>
internal sealed class BlankPage(IPage page)
{
    /// <summary>Also what lies on top of the page, and what one could scroll to.</summary>
    private const string InSight =
        """
        () => [
          document.title,
          ...[...document.body.querySelectorAll('*')]
            .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            .map(element => element.localName),
          ...(document.documentElement.scrollHeight > innerHeight ? ['more below'] : []),
        ]
        """;

    public static async Task AssertAsync(IPage page)
    {
        var blank = new BlankPage(page);

        Assert.Equal([Words.Texts.Leave.EmptyTab], await blank.InSightAsync());
        Assert.Equal("", await page.Locator("body").AriaSnapshotAsync());
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("body", await page.EvaluateAsync<string>("() => (document.activeElement ?? document.body).localName"));
    }

    /// <summary>The title of the tab, and the elements in sight.</summary>
    public Task<string[]> InSightAsync() => page.EvaluateAsync<string[]>(InSight);
}
