using Microsoft.Playwright;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Browser.Tests.RealContent;

/// <summary>
/// Every slide of every lesson can be read from the back row, on the screens that stand in meeting rooms: nothing scrolls, no letter is
/// smaller than a thirtieth of the height, and what is written stands out seven to one (WCAG 1.4.6). On paper no slide is cut.
/// </summary>
public sealed class SlidesTests(TestBench bench) : Journey(bench)
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Folders.RealContent).Library!;

    private static readonly ViewportSize[] Shapes = [new() { Width = 1024, Height = 768 }, new() { Width = 1920, Height = 1080 }];

    /// <summary>The sides of A4 within its margins, in pixels.</summary>
    private const int Long = 986;

    private const int Short = 657;

    private const string Faults =
        """
        async () => {
          const light = colour => {
            const [red, green, blue] = colour.match(/[\d.]+/g).map(part => part / 255)
              .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          };
          const behind = element => {
            for (let at = element; at; at = at.parentElement) {
              const colour = getComputedStyle(at).backgroundColor;
              if (!/, 0\)$|transparent/.test(colour)) return colour;
            }
            return 'rgb(255, 255, 255)';
          };
          const least = Math.min(innerHeight / 30, innerWidth / 40) - 0.1;
          const found = [];
          const headings = [...document.querySelectorAll('.slide h2')];
          for (const heading of headings) {
            if (location.hash !== `#${heading.id}`) {
              // The page hears of it before we do.
              const changed = new Promise(heard => addEventListener('hashchange', heard, { once: true }));
              location.replace(`#${heading.id}`);
              await changed;
            }

            await new Promise(requestAnimationFrame);
            const words = document.querySelector('.slide[data-current] .slide__words');
            const tell = fault => found.push(`${heading.id}, ${innerWidth} × ${innerHeight}: ${fault}`);
            if (!words?.contains(heading)) tell('another slide is shown');
            const page = document.scrollingElement;
            if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) tell(`scrolls ${page.scrollHeight - innerHeight} px`);
            const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const element = texts.currentNode.parentElement;
              if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
              const style = getComputedStyle(element);
              if (parseFloat(style.fontSize) < least) tell(`${style.fontSize}: ${texts.currentNode.data.slice(0, 40)}`);
              const [paler, darker] = [light(style.color), light(behind(element))].sort((one, other) => other - one);
              const ratio = (paler + 0.05) / (darker + 0.05);
              if (ratio < 7) tell(`${ratio.toFixed(1)} to 1: ${texts.currentNode.data.slice(0, 40)}`);
            }
          }
          return headings.length > 0 ? found : ['there is no slide'];
        }
        """;

    private const string CutOnPaper =
        """
        onSheet => {
          // As the address chooses it.
          document.querySelector('[data-slides]').dataset.onSheet = onSheet;
          dispatchEvent(new Event('beforeprint'));
          return [...document.querySelectorAll('.slide')]
            .filter(slide => slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1)
            .map(slide => `${slide.getAttribute('aria-labelledby')} is cut by ${slide.scrollHeight - slide.clientHeight} px`);
        }
        """;

    public static TheoryData<string> Languages => [.. Library.Lessons.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_slide_can_be_read_from_the_back_row_and_is_whole_on_paper(string language)
    {
        var visitor = await VisitorAsync(address: (await Bench.RealSiteAsync()).Address);
        var found = new List<string>();
        foreach (var lesson in Library.Lessons[language])
        {
            await visitor.Page.SetViewportSizeAsync(Shapes[0].Width, Shapes[0].Height);
            await visitor.GoAsync(lesson.Address);
            found.AddRange((await visitor.Page.EvaluateAsync<string[]>(Faults)).Select(fault => $"{lesson.Address} {fault}"));

            // As the page does it for a dark room, on a machine that is set for a light one.
            await visitor.Page.SetViewportSizeAsync(Shapes[1].Width, Shapes[1].Height);
            await visitor.Page.EvaluateAsync("() => { document.documentElement.dataset.colorScheme = 'dark'; }");
            found.AddRange((await visitor.Page.EvaluateAsync<string[]>(Faults)).Select(fault => $"{lesson.Address}, dark {fault}"));

            // What is left of A4 within its margins.
            await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
            foreach (var (onSheet, width, height) in new[] { (1, Long, Short), (2, Short, Long), (4, Long, Short) })
            {
                await visitor.Page.SetViewportSizeAsync(width, height);
                var cut = await visitor.Page.EvaluateAsync<string[]>(CutOnPaper, $"{onSheet}");
                found.AddRange(cut.Select(fault => $"{lesson.Address}, {onSheet} on a sheet: {fault}"));
            }

            await visitor.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }

        Found.Nothing(found);
    }

    [Fact]
    public async Task What_cannot_be_read_from_there_would_be_found()
    {
        var visitor = await VisitorAsync(equip: browser => browser.ViewportSize = Shapes[0]);
        await visitor.GoAsync(Pages.SlidesPage.Lesson.Address);
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Faults));
        (string Css, string Finding)[] wrong =
        [
            (".slide__words { font-size: 20px !important }", "20px"),
            (".slide__words { min-height: 100vh }", "scrolls"),
            (".slide__words { color: #777 !important }", "to 1"),
        ];
        foreach (var (css, finding) in wrong)
        {
            await visitor.Page.EvaluateAsync(
                "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }", css);

            var found = await visitor.Page.EvaluateAsync<string[]>(Faults);

            Assert.Contains(found, fault => fault.Contains(finding, StringComparison.Ordinal));
        }
    }
}
