using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>The nine signs, each with its four answers.</summary>
public sealed class ChecklistPage(IPage page) : SitePage(page)
{
    public const string Address = "/nb/sjekkliste";

    private const string Press =
        """
        ([answer, ...signs]) => signs.forEach(sign => {
          const question = [...document.querySelectorAll('fieldset')].find(one => one.querySelector('legend')?.textContent.trim() === sign);
          [...question.querySelectorAll('label')].find(one => one.textContent.trim() === answer).control.click();
        })
        """;

    private static ChecklistTexts Texts => Words.Texts.Checklist;

    /// <summary>The guidance that can be seen now, whichever sign's it is.</summary>
    public ILocator GuidanceInSight => HeadingCalled(Words.Texts.Parts.Ordinary);

    public ILocator ReflectButton => Button(Texts.Reflect);

    public static async Task<ChecklistPage> Open(Visitor visitor)
    {
        await visitor.GoAsync(Address);

        return new ChecklistPage(visitor.Page);
    }

    public Task Notice(params IEnumerable<Sign> signs) => Answer(signs, Texts.Noticed);

    public Task BeUnsureOf(params IEnumerable<Sign> signs) => Answer(signs, Texts.Unsure);

    public Task DoNotNotice(params IEnumerable<Sign> signs) => Answer(signs, Texts.NotNoticed);

    public Task TakeBack(params IEnumerable<Sign> signs) => Answer(signs, Texts.NotConsidered);

    public ILocator Question(Sign sign) => Page.GetByRole(AriaRole.Group, new() { Name = sign.Title, Exact = true });

    public ILocator GuidanceOf(Sign sign) =>
        Question(sign).GetByRole(AriaRole.Heading, new() { Name = Words.Texts.Parts.Ordinary, Exact = true });

    public ILocator Choice(Sign sign, string answer) => Question(sign).GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true });

    public ILocator Noticed(Sign sign) => Choice(sign, Texts.Noticed);

    public ILocator Unsure(Sign sign) => Choice(sign, Texts.Unsure);

    public ILocator NotNoticed(Sign sign) => Choice(sign, Texts.NotNoticed);

    public ILocator NotConsidered(Sign sign) => Choice(sign, Texts.NotConsidered);

    public async Task<ReflectionPage> Reflect()
    {
        await PressReflect();
        var reflection = new ReflectionPage(Page);
        await Assertions.Expect(reflection.Title).ToHaveTextAsync(Words.Texts.Reflection.Title);

        return reflection;
    }

    public Task PressReflect() => ReflectButton.ClickAsync();

    /// <summary>
    /// The first is pressed as a finger does, and the others all at once: to look of each whether a finger would hit it takes a tenth of a second.
    /// </summary>
    private async Task Answer(IEnumerable<Sign> signs, string answer)
    {
        var all = signs.ToList();
        await Choice(all[0], answer).CheckAsync();
        await Page.EvaluateAsync(Press, all.Skip(1).Select(sign => sign.Title).Prepend(answer).ToArray());
    }
}
