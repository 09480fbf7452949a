using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Errors;

public sealed class ErrorPagesTests(TestSite site)
{
    [Theory]
    [InlineData("GET", "/nb/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("GET", "/xx/tegn", HttpStatusCode.NotFound)]
    [InlineData("GET", "/nb/tegn/mer", HttpStatusCode.NotFound)]
    [InlineData("GET", "/nb/..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound)]
    [InlineData("GET", "/nb/%00", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/nb/tegn", HttpStatusCode.MethodNotAllowed)]
    public async Task An_error_is_our_own_page_with_its_status_and_somebody_to_ring(string method, string path, HttpStatusCode status)
    {
        var response = await site.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.BadRequest)
        {
            var page = await response.PageAsync();
            Assert.Contains("– Tenk tanken", page.Title);
            Assert.NotNull(page.QuerySelector("a[href='tel:112']"));
            Assert.NotNull(page.QuerySelector("a.leave"));
        }
    }

    [Fact]
    public async Task A_form_that_is_too_large_gets_words_and_413()
    {
        var response = await site.PostAsync(TestSite.Checklist, ("sign-fear-or-stress", new string('a', 70_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(site.Texts.Errors.TooLargeTitle, (await response.PageAsync()).Heading());
    }

    [Fact]
    public async Task Too_many_fields_get_words_and_400()
    {
        var response = await site.PostAsync(TestSite.Checklist, [.. Enumerable.Range(0, 3000).Select(number => ($"f{number}", "1"))]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(site.Texts.Errors.BadRequestTitle, (await response.PageAsync()).Heading());
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "sign-fear-or-stress=noticed")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nnot a form")]
    [InlineData("application/x-www-form-urlencoded", "")]
    [InlineData("application/x-www-form-urlencoded", "_handler=another")]
    public async Task A_post_that_is_no_form_of_ours_gets_words_and_400(string type, string body)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        client.DefaultRequestHeaders.Add("Origin", site.Address);

        var response = await client.PostAsync(TestSite.Checklist, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(site.Texts.Errors.BadRequestTitle, (await response.PageAsync()).Heading());
    }
}
