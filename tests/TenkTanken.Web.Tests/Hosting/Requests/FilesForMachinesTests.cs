using System.Net;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Requests;

/// <summary>What browsers and search engines ask for by themselves.</summary>
public sealed class FilesForMachinesTests(TestSite site)
{
    [Fact]
    public async Task Search_engines_are_told_nothing_of_what_they_should_not_find()
    {
        var response = await site.GetAsync("/robots.txt");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("User-agent: *\nDisallow:\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_icon_old_browsers_ask_for_is_an_icon()
    {
        var response = await site.GetAsync("/favicon.ico");
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/x-icon", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0, 0, 1, 0, 2, 0, 16, 16], bytes[..8]);
        Assert.InRange(bytes.Length, 100, 2000);
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/favicon.ico")]
    public async Task They_are_asked_for_anew_and_their_head_is_theirs(string path)
    {
        var (got, head) = (await site.GetAsync(path), await site.SendAsync(HttpMethod.Head, path));

        Assert.Equal("no-cache", got.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(got.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal((got.StatusCode, got.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal(got.Headers.ETag, head.Headers.ETag);
    }

    [Theory]
    [InlineData("/apple-touch-icon.png", "image/*")]
    [InlineData("/sitemap.xml", "*/*")]
    [InlineData("/.well-known/security.txt", null)]
    [InlineData("/nb/manifest.json", "application/json")]
    [InlineData("/wp-login.php", null)]
    public async Task A_file_there_is_not_is_a_line_of_text(string path, string? accept)
    {
        var response = await site.SendAsync(HttpMethod.Get, path, [.. accept is null ? Array.Empty<(string, string)>() : [("Accept", accept)]]);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(site.Texts.Errors.NotFoundTitle + "\n", await response.Content.ReadAsStringAsync());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/nb/tegn.html", "text/html,application/xhtml+xml,*/*;q=0.8")]
    [InlineData("/sitemap.xml", "text/html")]
    [InlineData("/no-such-page", "*/*")]
    [InlineData("/nb/no.such/page", "*/*")]
    public async Task Somebody_who_reads_gets_a_page(string path, string accept)
    {
        var response = await site.SendAsync(HttpMethod.Get, path, ("Accept", accept));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(site.Texts.Errors.NotFoundTitle, (await response.PageAsync()).Heading());
    }
}
