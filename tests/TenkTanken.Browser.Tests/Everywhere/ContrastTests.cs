using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using Xunit;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>Axe measures words. This measures the edges by which one sees what can be pressed (WCAG 1.4.11: three to one).</summary>
public sealed class ContrastTests(TestBench bench) : Journey(bench)
{
    private const string TooPale =
        """
        () => {
          const numbers = colour => colour.match(/[\d.]+/g).map(Number);
          const seen = colour => (numbers(colour)[3] ?? 1) > 0;
          const light = colour => {
            const [red, green, blue] = numbers(colour).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          };
          const behind = element => {
            for (let at = element.parentElement; at; at = at.parentElement) {
              const colour = getComputedStyle(at).backgroundColor;
              if (seen(colour)) return colour;
            }
            return 'rgb(255, 255, 255)';
          };
          const controls = [...document.querySelectorAll('main .choice, main .code-input, main .button, .leave')].filter(control => control.checkVisibility());
          const pale = controls.flatMap(control => {
            const style = getComputedStyle(control);
            const edge = parseFloat(style.borderTopWidth) > 0 && seen(style.borderTopColor) ? style.borderTopColor : style.backgroundColor;
            // A button without an edge is its words, which axe measures.
            if (!seen(edge)) return [];
            const [paler, darker] = [light(edge), light(behind(control))].sort((one, other) => other - one);
            const ratio = (paler + 0.05) / (darker + 0.05);
            return ratio < 3 ? [`${ratio.toFixed(2)} at ${control.outerHTML.slice(0, 100)}`] : [];
          });
          return controls.length === 0 ? ['nothing to press was found'] : pale;
        }
        """;

    [Theory]
    [InlineData("checklist with guidance open")]
    [InlineData("reflection on much")]
    [InlineData("wrong code")]
    [InlineData("remembered")]
    [InlineData("duties with answers")]
    [InlineData("practice at its end")]
    public async Task What_can_be_pressed_stands_out_in_light_and_dark_with_and_without_the_design_system(string state)
    {
        var visitor = await VisitorAsync();
        await PagesAndStates.ReachAsync(visitor, state);

        var found = new List<string>();
        foreach (var borrowed in new[] { true, false })
        {
            await visitor.Page.EvaluateAsync("off => document.querySelectorAll('link[href*=\"/vendor/\"]').forEach(sheet => sheet.disabled = off)", !borrowed);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var pale = await visitor.Page.EvaluateAsync<string[]>(TooPale);
                found.AddRange(pale.Select(control => $"{scheme}{(borrowed ? "" : ", on its own")}: {control}"));
            }
        }

        Found.Nothing(found);
    }

    [Fact]
    public async Task Too_pale_an_edge_would_be_found()
    {
        var visitor = await VisitorAsync();
        await ComeBackPage.Open(visitor);
        await visitor.Page.Locator(".code-input").EvaluateAsync("input => input.style.border = '1px solid #ddd'");

        var found = await visitor.Page.EvaluateAsync<string[]>(TooPale);

        Assert.Contains("code-input", Assert.Single(found));
    }
}
