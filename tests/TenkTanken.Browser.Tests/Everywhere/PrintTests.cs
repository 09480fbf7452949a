using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;
using PageKind = TenkTanken.Content.PageKind;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>
/// What is printed can be read: no word stands on another, on whatever sheet the page is broken. Every page and state is asked
/// in <see cref="AccessibilityTests"/>, which goes to each of them once for all.
/// </summary>
public sealed class PrintTests(TestBench bench) : Journey(bench)
{
    /// <summary>Points. Letters that lean, and lines set close, come this near to each other.</summary>
    private const double Near = 1.5;

    /// <summary>Where a sheet ends is a matter of its size, so of luck: what is long is asked on several.</summary>
    [Theory]
    [InlineData("reflection on much")]
    [InlineData("checklist with guidance open")]
    [InlineData("duties with answers")]
    [InlineData("practice with ticks")]
    [InlineData("changes with all they say")]
    public async Task Wherever_the_sheets_end_no_word_stands_on_another(string state)
    {
        var visitor = await VisitorAtAsync(state);

        var found = new List<string>();
        foreach (var height in new[] { 140, 170, 200, 230 })
        {
            found.AddRange(await WordsOnWordsAsync(visitor.Page, height));
        }

        Found.Nothing(found);
    }

    [Fact]
    public async Task Words_on_words_would_be_found()
    {
        var visitor = await VisitorAsync();

        var spoilt = await Spoiling.FindAsync(
            visitor.Page,
            () => visitor.GoAsync("/nb/tegn"),
            page => WordsOnWordsAsync(page),
            Spoiling.Style("main p { margin-block-start: -1.2em !important }", "stands on"),
            Spoiling.Style("main li { block-size: 0.25rem }", "stands on"),
            Spoiling.Style("main .sign, main .part { position: relative; inset-block-start: -3rem; margin-block-end: -6rem }", "stands on"),
            Spoiling.Style("main h2 { position: absolute; inset: 12rem auto auto 2rem }", "stands on"));

        Assert.All(spoilt, page => Assert.Contains(page.Found, fault => fault.Contains(page.By.Finding, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_one_takes_along_is_few_sheets_and_tells_no_sources()
    {
        var visitor = await VisitorAsync();
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.FearOrStress, Signs.ControlledByOthers, Signs.DistrustOfStaff);
        var questions = await SheetsAsync(visitor.Page);
        var reflection = await checklist.Reflect();
        await reflection.PlanTo(Plans.TalkAlone, Plans.Record);
        var toThink = await SheetsAsync(visitor.Page);
        await reflection.Save();
        var slip = await SheetsAsync(visitor.Page);
        await visitor.GoAsync(Words.Edition.The(PageKind.Contacts).Address);
        var numbers = await SheetsAsync(visitor.Page);

        Assert.InRange(toThink.Count, 1, 3);
        Assert.Single(numbers);
        var lowest = Assert.Single(slip).GetWords().Min(word => word.BoundingBox.Bottom);
        Assert.InRange(lowest, slip[0].Height / 2, slip[0].Height);
        Assert.All([.. questions, .. toThink, .. slip],
            sheet => Assert.DoesNotContain("Kontrollert", sheet.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_was_written_for_others_is_on_paper_as_it_is_on_the_screen()
    {
        var visitor = await VisitorAsync();
        var reflection = await (await ChecklistPage.Open(visitor)).Reflect();
        var plan = Plans.Interpreter.Title;

        var words = string.Join(' ', (await SheetsAsync(visitor.Page)).SelectMany(sheet => sheet.GetWords()).Select(word => word.Text));

        Assert.Contains(plan, words, StringComparison.Ordinal);
        Assert.Contains(Words.Texts.Reflection.Contacts, words, StringComparison.Ordinal);
        Assert.DoesNotContain(await reflection.SaveButton.InnerTextAsync(), words, StringComparison.Ordinal);
    }

    /// <param name="height">Millimetres of a sheet. A4 where nothing is said.</param>
    internal static async Task<IReadOnlyList<string>> WordsOnWordsAsync(IPage page, int height = 297)
    {
        var found = new List<string>();
        var sheets = await SheetsAsync(page, height);
        foreach (var sheet in sheets)
        {
            var words = sheet.GetWords().OrderByDescending(word => word.BoundingBox.Top).ToList();
            foreach (var (index, word) in words.Index())
            {
                var level = words.Skip(index + 1).TakeWhile(other => other.BoundingBox.Top > word.BoundingBox.Bottom);
                var on = level.FirstOrDefault(other => StandOnEachOther(word, other));
                if (on is not null)
                {
                    found.Add($"on sheet {sheet.Number} of {sheets.Count}, {height} mm high, «{on.Text}» stands on «{word.Text}»");
                }
            }
        }

        return found;
    }

    private static bool StandOnEachOther(Word one, Word other)
    {
        var (first, second) = (one.BoundingBox, other.BoundingBox);
        var width = Math.Min(first.Right, second.Right) - Math.Max(first.Left, second.Left);
        var height = Math.Min(first.Top, second.Top) - Math.Max(first.Bottom, second.Bottom);

        return width > Near && height > Near;
    }

    private static async Task<IReadOnlyList<Page>> SheetsAsync(IPage page, int height = 297)
    {
        using var printed = PdfDocument.Open(await page.PdfAsync(new() { Width = "210mm", Height = $"{height}mm" }));

        return [.. printed.GetPages()];
    }
}
