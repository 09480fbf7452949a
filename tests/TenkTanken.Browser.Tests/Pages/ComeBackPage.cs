using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>Where one types the code.</summary>
public sealed class ComeBackPage(IPage page) : SitePage(page)
{
    public const string Address = "/nb/kom-tilbake";

    private static ComeBackTexts Texts => Words.Texts.ComeBack;

    public ILocator CodeField => Page.GetByRole(AriaRole.Textbox, new() { Name = Texts.Code, Exact = true });

    public static async Task<ComeBackPage> Open(Visitor visitor)
    {
        await visitor.GoAsync(Address);

        return new ComeBackPage(visitor.Page);
    }

    public async Task<RememberedPage> ComeBackWith(string code)
    {
        await Type(code);
        var remembered = new RememberedPage(Page);
        await Assertions.Expect(remembered.Title).ToHaveTextAsync(Words.Texts.Remembered.Title);

        return remembered;
    }

    /// <summary>A code that opens nothing. Gives the answer as it came.</summary>
    public async Task<IResponse> Try(string code)
    {
        var answer = await Page.RunAndWaitForResponseAsync(() => Type(code), response => response.Request.Method == "POST");
        await Assertions.Expect(Message).ToBeVisibleAsync();

        return answer;
    }

    private async Task Type(string code)
    {
        await CodeField.FillAsync(code);
        await Button(Texts.Open).ClickAsync();
    }
}
