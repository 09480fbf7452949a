using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace TenkTanken.Web.Tests.Features.QuickExit;

public sealed class QuickExitTests(TestSite site)
{
    [Fact]
    public async Task Leaving_goes_to_the_neutral_page_and_empties_the_cache()
    {
        var response = await site.GetAsync("/ut");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(site.Library.Site.Leave, response.Headers.Location);
        Assert.Equal("\"cache\"", Assert.Single(response.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/nb/")]
    [InlineData("/nb/sjekkliste")]
    [InlineData("/nb/no-such-page")]
    public async Task Before_anything_else_of_a_page_its_script_runs_so_that_one_who_has_left_sees_none_of_it(string path)
    {
        var page = await site.GetAsync(path).PageAsync();

        var script = Assert.Single(page.Head!.QuerySelectorAll<IHtmlScriptElement>("script"));
        Assert.Equal("", script.Type ?? "");
        Assert.False(script.IsAsync || script.IsDeferred);
        Assert.Equal(script, page.QuerySelector("script, link, style, title, body *"));
        Assert.Equal(site.Library.Site.Leave.AbsoluteUri, script.Dataset["neutral"]);
    }

    [Fact]
    public async Task The_script_has_a_fingerprint_to_be_kept_by_and_is_small()
    {
        var page = await site.GetAsync("/nb/").PageAsync();

        var script = await site.GetAsync(page.Scripts[0].Source!);

        Assert.Matches(@"/LeaveScript\.[a-z0-9]{10}\.razor\.js$", page.Scripts[0].Source!);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        Assert.InRange((await script.Content.ReadAsByteArrayAsync()).Length, 1, 8 * 1024);
    }

    [Fact]
    public async Task Until_a_script_runs_the_link_says_nothing_of_shift()
    {
        var page = await site.GetAsync("/nb/").PageAsync();

        Assert.True(page.QuerySelector("[data-leave-hint]")!.HasAttribute("hidden"));
        Assert.Equal("", page.QuerySelector("[data-leave-told]")!.TextContent);
    }
}
