using Microsoft.Playwright;
using TenkTanken.Content;
using TenkTanken.Content.Checking;
using TenkTanken.Content.Checking.Rules;
using Xunit;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>
/// Whoever sees the screen from two metres away learns nothing of the subject. The check of the content knows titles and
/// headings; here it is what is drawn large, whatever it is. Every page and state is asked in <see cref="AccessibilityTests"/>.
/// </summary>
public sealed class DiscreetTests(TestBench bench) : Journey(bench)
{
    private static readonly UnwantedWords Telling = TellingIn(Folders.Content, "nb");

    /// <summary>At 20 px and above, unless the room is to read it; the tab's title, and the address.</summary>
    private const string SeenFromAfar =
        """
        isForTheRoom => {
          const large = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (!isForTheRoom && texts.nextNode()) {
            const element = texts.currentNode.parentElement;
            if (element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) >= 20) large.push(texts.currentNode.data);
          }
          return [...large, document.title, decodeURI(location.pathname)];
        }
        """;

    [Fact]
    public async Task A_word_that_tells_would_be_found_and_one_that_is_small_is_not_seen_from_afar()
    {
        var visitor = await VisitorAsync();

        var spoilt = await Spoiling.FindAsync(
            visitor.Page,
            () => visitor.GoAsync("/nb/tegn"),
            page => ToldAsync(page),
            new("() => { document.querySelector('main').innerHTML += '<p id=large>Om utnytting</p>'; large.style.fontSize = '20px'; }", "utnytting"),
            new("() => document.title = 'Menneskehandel – Tenk tanken'", "Menneskehandel"),
            new("() => history.replaceState(null, '', '/nb/offer')", "offer"),
            new("() => { document.querySelector('main').innerHTML += '<p id=small>Om utnytting</p>'; small.style.fontSize = '19px'; }", "nothing"));

        Assert.All(spoilt.SkipLast(1), page => Assert.StartsWith(page.By.Finding, Assert.Single(page.Found), StringComparison.Ordinal));
        Assert.Empty(spoilt[^1].Found);
    }

    /// <summary>The words of the content's own list for the language, found as the check finds them.</summary>
    internal static UnwantedWords TellingIn(string content, string language) =>
        new(ContentLoader.Read(content, today: null, new ProblemList())!.Wordings.Single(wording => wording.Language == language).InTitles);

    /// <param name="page">As it stands.</param>
    /// <param name="telling">Null: those of the tests' own words.</param>
    /// <param name="isForTheRoom">What is drawn large is meant to be read from afar. The title and the address still tell nothing.</param>
    internal static async Task<IReadOnlyList<string>> ToldAsync(IPage page, UnwantedWords? telling = null, bool isForTheRoom = false)
    {
        var seen = await page.EvaluateAsync<string[]>(SeenFromAfar, isForTheRoom);

        return [.. seen.SelectMany(text => (telling ?? Telling).In(text).Select(word => $"{word.Text} can be read from afar in: {text}"))];
    }
}
