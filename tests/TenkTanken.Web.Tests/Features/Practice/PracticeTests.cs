using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Practice;

/// <summary>As a browser without scripts meets it.</summary>
public sealed class PracticeTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_situation_of_the_edition_can_be_chosen_and_what_it_is_stands_first()
    {
        var page = await site.GetAsync(TestSite.Practice).PageAsync();

        Assert.Equal(site.Words.Cases.Select(situation => situation.Id),
            page.QuerySelectorAll("button[name=practice-choose]").Select(button => button.GetAttribute("value")));
        Assert.Contains(site.Words.Practice.Before.Title, page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal("||", page.Field("practice-state"));
    }

    [Fact]
    public async Task A_situation_that_an_editor_adds_is_offered()
    {
        using var content = new TemporaryContent();
        foreach (var language in TestContent.Library.Site.Languages)
        {
            content.Append(
                $"editions/{LaterEditions.Second}/{language.Code}/situations.md",
                "\n## På bussen {#case-bus}\n\nTo i setet.\n\n::: wonder\nA\n:::\n\n::: ordinary\nB\n:::\n\n::: next\nC\n:::\n\n::: seen "
                    + "fear-or-stress\nD\n:::\n");
        }

        content.PublishSecond();
        content.Offer(LaterEditions.Second);
        await using var edited = new TestSite(content.Folder);

        var page = await edited.GetAsync(TestSite.Practice).PageAsync();
        var story = await edited.PostAsync(TestSite.Practice, ("practice-choose", "case-bus")).PageAsync();

        Assert.Equal("case-bus", page.QuerySelectorAll("button[name=practice-choose]")[^1].GetAttribute("value"));
        Assert.Equal("På bussen", story.Heading());
    }

    [Fact]
    public async Task Choosing_ticking_undoing_going_on_and_finishing_are_posts_of_one_form()
    {
        var chosen = await PostAsync("||", ("practice-choose", "case-car-wash"));
        Assert.Equal("I vaskehallen", chosen.Heading());
        Assert.Empty(chosen.QuerySelectorAll(".practice-sign .part"));

        var shown = await PostAsync(chosen, ("practice-sign", "controlled-by-others"), ("practice-sign", "degrading-housing"), ("practice-step", "show"));
        Assert.Equal(["controlled-by-others", "degrading-housing"], Ticked(shown));
        Assert.Equal(6, shown.QuerySelectorAll(".practice-sign .part").Length);

        var undone = await PostAsync(shown, ("practice-sign", "controlled-by-others"), ("practice-sign", "degrading-housing"), ("practice-step", "undo"));
        Assert.Equal(["controlled-by-others"], Ticked(undone));

        var next = await PostAsync(undone, ("practice-sign", "controlled-by-others"), ("practice-step", "next"));
        Assert.Equal("På gatehjørnet", next.Heading());
        Assert.Empty(Ticked(next));

        var end = await PostAsync(next, ("practice-step", "finish"));
        Assert.Equal(site.Words.Practice.TakeAlong.Title, end.Heading());
        Assert.Equal(["I vaskehallen", "På gatehjørnet"], end.QuerySelectorAll("article h3").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task A_tick_that_is_taken_away_is_gone()
    {
        var page = await PostAsync("case-car-wash|controlled-by-others,degrading-housing|", ("practice-shown", "case-car-wash"),
            ("practice-sign", "degrading-housing"));

        Assert.Equal(["degrading-housing"], Ticked(page));
    }

    [Theory]
    [InlineData("case-car-wash|controlled-by-others|", "practice-step", "no-such-step")]
    [InlineData("case-car-wash|controlled-by-others|", "practice-choose", "case-unknown")]
    [InlineData("case-car-wash|controlled-by-others|", "practice-shown", "case-backpack")]
    [InlineData("case-car-wash|controlled-by-others|", "sign-fear-or-stress", "noticed")]
    public async Task What_is_not_understood_leads_nowhere_and_loses_nothing(string state, string field, string value)
    {
        var response = await site.PostAsync(TestSite.Practice, ("practice-state", state), (field, value));
        var page = await response.PageAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["controlled-by-others"], Ticked(page));
    }

    [Fact]
    public async Task Nothing_of_it_is_named_as_in_the_checklist()
    {
        var names = Names(await PostAsync("case-car-wash|controlled-by-others|")).Except(["_handler"]);
        var checklist = Names(await site.GetAsync(TestSite.Checklist).PageAsync()).Except(["_handler"]);

        Assert.NotEmpty(names);
        Assert.NotEmpty(checklist);
        Assert.Empty(names.Intersect(checklist));
    }

    [Fact]
    public async Task What_came_with_a_post_may_be_kept_for_back_and_stands_in_no_address()
    {
        var response = await site.PostAsync(TestSite.Practice, ("practice-choose", "case-car-wash"));
        var page = await response.PageAsync();

        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        Assert.Equal("/nb/ov?1", page.QuerySelector("form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task Nobody_counts_the_ticks()
    {
        // Three ticked of nine, six left. None of these numbers stands in the words.
        var page = await PostAsync("case-car-wash|controlled-by-others,degrading-housing,no-control-of-papers|case-backpack");

        Assert.Equal(3, Ticked(page).Count());
        Assert.DoesNotMatch(@"(?<![\w-])[369](?![\w-])", page.QuerySelector("form")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("progress, meter, output"));
    }

    private Task<IHtmlDocument> PostAsync(IHtmlDocument from, params (string, string)[] fields) =>
        PostAsync(from.Field("practice-state")!, [("practice-shown", from.Field("practice-shown")!), .. fields]);

    private Task<IHtmlDocument> PostAsync(string state, params (string, string)[] fields) =>
        site.PostAsync(TestSite.Practice, [("practice-state", state), .. fields]).PageAsync();

    private static IEnumerable<string?> Ticked(IHtmlDocument page) =>
        page.QuerySelectorAll("input[name=practice-sign][checked]").Select(tick => tick.GetAttribute("value"));

    private static List<string?> Names(IHtmlDocument page) => [.. page.QuerySelectorAll("form [name]").Select(field => field.GetAttribute("name")).Distinct()];
}
