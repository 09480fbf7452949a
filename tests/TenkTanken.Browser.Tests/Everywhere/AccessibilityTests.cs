using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Journeys;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content.Checking.Rules;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>
/// Goes to every page and state once, and asks there all that is asked of each of them. What is asked stands in the other
/// classes of this folder, with the proof that it would find something.
/// </summary>
public sealed class AccessibilityTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [MemberData(nameof(PagesAndStates.All), MemberType = typeof(PagesAndStates))]
    public async Task Every_page_and_state_is_for_everybody(string pageOrState)
    {
        var visitor = await VisitorAtAsync(pageOrState);
        var page = visitor.Page;
        var (hasFrame, isForTheRoom) = (PagesAndStates.HasFrame(pageOrState), PagesAndStates.IsForTheRoom(pageOrState));

        await CanBeLeftAsync(page);

        var found = new List<string>();
        Add("HTML", await HtmlTests.FaultsAsync(Bench, visitor));
        Add("from afar", await DiscreetTests.ToldAsync(page, isForTheRoom: isForTheRoom));
        Add("a finger", await TargetSizeTests.TooLowAsync(page));
        Add("spaced text", await TextSpacingTests.LostAsync(page));

        // Each size and each scheme once: what is laid out does not hang on the colours.
        await Axe.BringAsync(page);
        Add("axe, light phone", await Axe.FaultsAsync(page));
        await page.SetViewportSizeAsync(Screens.Desk.Width, Screens.Desk.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        // What a state says is said on either screen; only how it is laid out and coloured is another there.
        Add("axe, dark desk", pageOrState.StartsWith('/') ? await Axe.FaultsAsync(page) : await Axe.FaultsOfLookAsync(page));
        Add("from afar, desk", await DiscreetTests.ToldAsync(page, isForTheRoom: isForTheRoom));
        Add("less motion", await ReducedMotionTests.MovingAsync(page));
        Add("too wide", await NarrowScreenTests.TooWideAsync(page, Screens.Phone, Screens.Narrow, Screens.Zoomed));
        Add("large text", await LargeTextTests.LostAsync(page));
        Add("on paper", await PrintTests.WordsOnWordsAsync(page));
        Found.Nothing(found);

        await page.SetViewportSizeAsync(Screens.Phone.Width, Screens.Phone.Height);
        Found.Nothing(await KeyboardTests.UnseenStopsAsync(page, hasFrame));
        await page.SetViewportSizeAsync(Screens.Zoomed.Width, Screens.Zoomed.Height);
        Found.Nothing(await Keyboard.UnseenStopsAsync(page));

        await NarrowScreenTests.IsThereAndFitsWithoutDesignSystemAsync(page, hasFrame);

        void Add(string look, IReadOnlyList<string> faults) => found.AddRange(faults.Select(fault => $"{look}: {fault}"));
    }

    [Theory]
    [MemberData(nameof(PagesAndStates.OfOtherWords), MemberType = typeof(PagesAndStates))]
    public async Task What_only_says_something_else_is_for_everybody_too(string state)
    {
        var visitor = await VisitorAtAsync(state);

        await CanBeLeftAsync(visitor.Page);
        Found.Nothing(await BrokenByWordsAsync(Bench, visitor));
        Found.Nothing(await TextSpacingTests.LostAsync(visitor.Page));
        await NarrowScreenTests.IsThereAndFitsWithoutDesignSystemAsync(visitor.Page, PagesAndStates.HasFrame(state));
    }

    [Fact]
    public async Task Axe_would_find_pale_words_and_a_picture_that_says_nothing()
    {
        var visitor = await VisitorAsync(equip: browser => browser.ColorScheme = ColorScheme.Dark);
        await visitor.GoAsync("/nb/tegn");
        await visitor.Page.GetByRole(AriaRole.Main).EvaluateAsync(
            "main => { main.innerHTML += '<p id=pale>pale</p><img src=/icon.svg>'; pale.style.color = '#333'; }");

        await Axe.BringAsync(visitor.Page);
        var found = await Axe.FaultsAsync(visitor.Page);

        Assert.Equal(["color-contrast", "image-alt"], found.Select(fault => fault.Split(' ')[0]).Order());
    }

    /// <summary>What words alone can break on a page, whatever else holds for all pages of its make.</summary>
    /// <param name="telling">Null: those of the tests' own words.</param>
    internal static async Task<IReadOnlyList<string>> BrokenByWordsAsync(TestBench bench, Visitor visitor, UnwantedWords? telling = null)
    {
        await Axe.BringAsync(visitor.Page);

        return
        [
            .. await HtmlTests.FaultsAsync(bench, visitor),
            .. await DiscreetTests.ToldAsync(visitor.Page, telling),
            // Colours and sizes come from the stylesheets, and to ask of them takes axe longer than all the rest.
            .. await Axe.FaultsAsync(visitor.Page, "color-contrast", "target-size"),
            .. await NarrowScreenTests.TooWideAsync(visitor.Page, Screens.Phone, Screens.Narrow),
            .. await LargeTextTests.LostOnAsync(visitor.Page, Screens.Phone),
        ];
    }

    private static async Task CanBeLeftAsync(IPage page)
    {
        // Without scripts the link is all there is.
        await Expect(new SitePage(page).LeaveLink).ToBeVisibleAsync();
        await Expect(new SitePage(page).LeaveLink).ToHaveAttributeAsync("href", "/ut");
    }
}
