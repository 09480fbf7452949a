using System.Net;
using Xunit;

namespace TenkTanken.Web.Tests.Features.QuickExit;

public sealed class QuickExitTests(TestSite site) : IClassFixture<TestSite>
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
}
