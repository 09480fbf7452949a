using System.Net;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Requests;

public sealed class RequestLanguageTests(TestSite site)
{
    [Theory]
    [InlineData("nb-NO,nb;q=0.9,no;q=0.8")]
    [InlineData("no")]
    [InlineData("de-DE,de;q=0.9")]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("nb;q=0")]
    [InlineData(";;;,,q=9,\u0001")]
    public async Task The_bare_address_leads_to_the_start_page_in_a_language_we_have(string accept)
    {
        var response = await site.SendAsync(HttpMethod.Get, "/", ("Accept-Language", accept));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/nb/", response.Headers.Location?.OriginalString);
        Assert.Equal("Accept-Language", Assert.Single(response.Headers.Vary));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/nb/tegn")]
    [InlineData("/nb/no-such-page")]
    [InlineData("/a/b/c")]
    public async Task Every_page_says_its_language(string path)
    {
        var page = await site.GetAsync(path).PageAsync();

        Assert.Equal("nb", page.DocumentElement.GetAttribute("lang"));
    }
}
