using System.Net;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Headers;

public sealed class SecurityHeadersTests(TestSite site)
{
    public static TheoryData<string, string, HttpStatusCode> Addresses => new()
    {
        { "GET", "/", HttpStatusCode.Redirect },
        { "GET", "/nb/", HttpStatusCode.OK },
        { "HEAD", "/nb/", HttpStatusCode.OK },
        { "GET", "/nb/tegn", HttpStatusCode.OK },
        { "GET", "/nb/sjekkliste", HttpStatusCode.OK },
        { "GET", "/nb/kom-tilbake", HttpStatusCode.OK },
        { "POST", "/nb/sjekkliste", HttpStatusCode.BadRequest },
        { "PUT", "/nb/sjekkliste", HttpStatusCode.MethodNotAllowed },
        { "DELETE", "/nb/", HttpStatusCode.MethodNotAllowed },
        { "TRACE", "/nb/", HttpStatusCode.MethodNotAllowed },
        { "GET", "/nb/no-such-page", HttpStatusCode.NotFound },
        { "HEAD", "/nb/no-such-page", HttpStatusCode.NotFound },
        { "GET", "/no-such-language/", HttpStatusCode.NotFound },
        { "GET", "/a/b/c", HttpStatusCode.NotFound },
        { "GET", "/ut", HttpStatusCode.SeeOther },
        { "GET", "/app.css", HttpStatusCode.OK },
        { "GET", "/icon.svg", HttpStatusCode.OK },
        { "GET", "/_blazor", HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_carries_the_same_headers_and_no_cookie(string method, string path, HttpStatusCode status)
    {
        var response = await site.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Contains("geolocation=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"), "Only over https.");
        Assert.False(response.Headers.Contains("Cross-Origin-Opener-Policy"), "Only over https.");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_page_with_an_island_may_besides_connect_to_its_server_and_name_its_base(string method)
    {
        var response = await site.SendAsync(new HttpMethod(method), TestSite.Practice);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'self'; connect-src 'self'; "
                + "form-action 'self'; frame-ancestors 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Over_https_behind_a_proxy_on_this_machine_browsers_are_told_to_stay_there()
    {
        var response = await site.SendAsync(HttpMethod.Get, "/nb/", ("X-Forwarded-Proto", "https"));

        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
    }

    [Theory]
    [InlineData("/nb/", "no-cache")]
    [InlineData("/nb/sjekkliste", "no-cache")]
    [InlineData("/nb/ov", "no-cache")]
    [InlineData("/nb/kom-tilbake", "no-store")]
    [InlineData("/", "no-store")]
    [InlineData("/ut", "no-store")]
    [InlineData("/nb/no-such-page", "no-store")]
    public async Task What_may_be_kept_is_said_on_every_page(string path, string expected)
    {
        var response = await site.GetAsync(path);

        Assert.Equal(expected, response.Headers.CacheControl?.ToString());
    }
}
