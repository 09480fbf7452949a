using Xunit;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>Every page and state is asked in <see cref="AccessibilityTests"/>, which goes to each of them once for all.</summary>
public sealed class HtmlTests(TestBench bench) : Journey(bench)
{
    [Fact]
    public async Task A_broken_page_would_be_found()
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync("/nb/tegn");
        var whole = await visitor.DocumentAsync();
        Assert.Empty(await Bench.Html.FaultsAsync(whole));
        (string Broken, string Rule)[] faults =
        [
            ("<p id=twice></p><p id=twice></p>", "no-dup-id"),
            ("<section><p>no end", "close-order"),
            ("<p><div>a block in a paragraph</div></p>", "close-order"),
            ("<ul><p>no item</p></ul>", "element-permitted-content"),
            ("<label for=nothing>of nothing</label>", "no-missing-references"),
            ("<p style=\"color: red\">styled here</p>", "no-inline-style"),
            ("<img src=\"/icon.svg\">", "wcag/h37"),
        ];

        await Assert.AllAsync(faults, async fault =>
        {
            var found = await Bench.Html.FaultsAsync(whole.Replace("</main>", $"{fault.Broken}</main>", StringComparison.Ordinal));

            Assert.Contains(found, told => told.StartsWith(fault.Rule, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task What_is_checked_is_the_answer_to_the_last_form()
    {
        var visitor = await VisitorAsync();

        await PagesAndStates.ReachAsync(visitor, "reflection on much");

        Assert.Contains($">{Words.Texts.Reflection.Title}</h1>", await visitor.DocumentAsync(), StringComparison.Ordinal);
    }

    /// <summary>What is wrong with the HTML as the server sent it, before any browser mended it.</summary>
    internal static async Task<IReadOnlyList<string>> FaultsAsync(TestBench bench, Visitor visitor) =>
        await bench.Html.FaultsAsync(await visitor.DocumentAsync());
}
