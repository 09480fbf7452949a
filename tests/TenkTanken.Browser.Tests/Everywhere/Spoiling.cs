using Microsoft.Playwright;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>Something wrong with a page, and what is to be found of it.</summary>
/// <param name="How">A function for the page to run.</param>
internal sealed record Spoiling(string How, string Finding)
{
    /// <summary>A style that the page had better not have.</summary>
    public static Spoiling Style(string css, string finding) => new(
        $"() => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync(`{css}`); document.adoptedStyleSheets.push(sheet); }}",
        finding);

    /// <summary>
    /// What is found of each, on one visit: the page is opened anew for each of them, as it was for the first look, which is to find
    /// nothing.
    /// </summary>
    /// <param name="open">Goes to the page.</param>
    /// <param name="look">What is asked of every page.</param>
    public static async Task<IReadOnlyList<Spoilt>> FindAsync(
        IPage page,
        Func<Task> open,
        Func<IPage, Task<IReadOnlyList<string>>> look,
        params IEnumerable<Spoiling> spoilings)
    {
        await open();
        Found.Nothing(await look(page));

        var spoilt = new List<Spoilt>();
        foreach (var spoiling in spoilings)
        {
            await open();
            await page.EvaluateAsync(spoiling.How);
            spoilt.Add(new Spoilt(spoiling, await look(page)));
        }

        return spoilt;
    }
}

/// <summary>A page that something was wrong with, and what was found.</summary>
internal sealed record Spoilt(Spoiling By, IReadOnlyList<string> Found);
