using System.Text.Json;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>With and without the cache in which browsers keep pages one has gone on from.</summary>
public sealed class BackAfterLeavingTests(TestBench bench) : Journey(bench)
{
    /// <summary>What a page looked like when it came back, before our own script heard of it.</summary>
    private const string LookFirst =
        """
        addEventListener('pageshow', event => window.cameBack = {
          wasKept: event.persisted,
          inSight: document.body.checkVisibility({ visibilityProperty: true }) && document.documentElement.style.visibility !== 'hidden',
        });
        """;

    /// <summary>A browser says when it has painted something; of an empty page it says nothing.</summary>
    private const string HasPainted = "() => performance.getEntriesByName('first-contentful-paint').length > 0";

    /// <summary>As above, of a page that is there but may not have been painted yet. Given up after ten seconds.</summary>
    private const string Paints =
        """
        () => new Promise(resolve => {
          new PerformanceObserver(() => resolve(true)).observe({ type: 'paint', buffered: true });
          setTimeout(() => resolve(false), 10_000);
        })
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Back_forward_and_reload_show_nothing_until_one_comes_on_purpose_and_then_goes_back_as_always(bool keepsPages)
    {
        var visitor = await VisitorAsync(keepsPages: keepsPages);
        await visitor.MayLeaveAsync();
        await visitor.OwnPage().AddInitScriptAsync(LookFirst);
        await visitor.GoAsync("/nb/");
        var start = await visitor.Page.TitleAsync();
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        await checklist.Reflect();
        await visitor.GoAsync("/nb/kontakter");
        await new SitePage(visitor.Page).LeaveInAHurry();

        await visitor.GoBackAsync();
        await IsBlankAsync(visitor, "/nb/sjekkliste?1#", wasKept: false);
        await visitor.GoBackAsync();
        await IsBlankAsync(visitor, "/nb/sjekkliste#", keepsPages);
        await visitor.GoBackAsync();
        await IsBlankAsync(visitor, "/nb/#", keepsPages);
        await visitor.GoForwardAsync();
        await IsBlankAsync(visitor, "/nb/sjekkliste#", keepsPages);
        await visitor.Page.ReloadAsync();
        await IsBlankAsync(visitor, "/nb/sjekkliste#", wasKept: false);
        await visitor.GoBackAsync();
        await IsBlankAsync(visitor, "/nb/#", keepsPages);

        await visitor.GoAsync("/nb/sjekkliste");
        await Expect(checklist.Title).ToBeVisibleAsync();
        Assert.Equal($"{await checklist.Title.TextContentAsync()} – {Words.Library.Site.Name}", await visitor.Page.TitleAsync());
        await Expect(checklist.NotConsidered(Signs.ControlledByOthers)).ToBeCheckedAsync();
        Assert.Null(await visitor.Page.EvaluateAsync<string?>("() => sessionStorage.getItem('left')"));

        await visitor.GoBackAsync();
        await Expect(visitor.Page).ToHaveURLAsync(visitor.Address + "/nb/#");
        await Expect(checklist.Title).ToBeVisibleAsync();
        Assert.Equal(start, await visitor.Page.TitleAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_who_has_not_left_finds_ticks_and_place_again(bool keepsPages)
    {
        var visitor = await VisitorAsync(keepsPages: keepsPages);
        await visitor.OwnPage().AddInitScriptAsync(LookFirst);
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers);
        await visitor.Page.EvaluateAsync("() => scrollTo(0, 1500)");
        await visitor.Page.Keyboard.PressAsync("Shift");
        await Expect(checklist.ToldOfLeaving).ToHaveTextAsync(Words.Texts.Leave.TwoMore);

        await visitor.Page.EvaluateAsync("() => { location.href = '/nb/kontakter'; }");
        await Expect(checklist.Title).ToHaveTextAsync(Words.Edition.The(PageKind.Contacts).Title);
        await visitor.GoBackAsync();

        await Expect(checklist.Noticed(Signs.ControlledByOthers)).ToBeVisibleAsync();
        await Expect(checklist.Noticed(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(checklist.ToldOfLeaving).ToHaveTextAsync("");
        await Expect(checklist.Presses).ToBeHiddenAsync();
        Assert.Equal(1500, await visitor.Page.EvaluateAsync<int>("() => scrollY"));
        Assert.Equal((keepsPages, !keepsPages), await CameBackAsync(visitor));
        Assert.True(await visitor.Page.EvaluateAsync<bool>(Paints));
        Assert.NotEmpty((await new BlankPage(visitor.Page).InSightAsync()).Skip(1));
    }

    [Fact]
    public async Task Without_scripts_back_shows_the_page_before()
    {
        var visitor = await VisitorAsync(Scripts.Off);
        await visitor.MayLeaveAsync();
        await visitor.GoAsync("/nb/tegn");
        await new SitePage(visitor.Page).LeaveInAHurry();

        await visitor.GoBackAsync();

        await Expect(new SitePage(visitor.Page).Title).ToHaveTextAsync(Words.Edition.At("tegn")!.Title);
    }

    /// <param name="visitor">Who has left.</param>
    /// <param name="address">Not the address of the page: typing that anew would be taken for a reload, and stay blank.</param>
    /// <param name="wasKept">Whether the browser had kept the page.</param>
    private static async Task IsBlankAsync(Visitor visitor, string address, bool wasKept)
    {
        await Expect(visitor.Page).ToHaveURLAsync(visitor.Address + address);
        await BlankPage.AssertAsync(visitor.Page);
        Assert.Equal((wasKept, false), await CameBackAsync(visitor));
        if (!wasKept)
        {
            Assert.False(await visitor.Page.EvaluateAsync<bool>(HasPainted));
        }
    }

    private static async Task<(bool WasKept, bool InSight)> CameBackAsync(Visitor visitor)
    {
        // A page that was not kept is still coming when one has gone back to it.
        await visitor.Page.WaitForFunctionAsync("() => window.cameBack");
        var cameBack = await visitor.Page.EvaluateAsync<JsonElement>("() => window.cameBack");

        return (cameBack.GetProperty("wasKept").GetBoolean(), cameBack.GetProperty("inSight").GetBoolean());
    }
}
