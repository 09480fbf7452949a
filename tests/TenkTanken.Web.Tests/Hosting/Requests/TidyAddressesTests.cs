using System.Net;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Requests;

public sealed class TidyAddressesTests(TestSite site)
{
    [Theory]
    [InlineData("/NB/{slug}", "/nb/{slug}")]
    [InlineData("/nb/{SLUG}", "/nb/{slug}")]
    [InlineData("/nB/{SLUG}", "/nb/{slug}")]
    [InlineData("//nb/{slug}", "/nb/{slug}")]
    [InlineData("/nb//{slug}", "/nb/{slug}")]
    [InlineData("///NB///{SLUG}//", "/nb/{slug}")]
    [InlineData("/NB/{SLUG}/", "/nb/{slug}")]
    [InlineData("/%4EB/{slug}", "/nb/{slug}")]
    [InlineData("/NB/{slug}?x=1&Y=%C3%98%0D%0A", "/nb/{slug}?x=1&Y=%C3%98%0D%0A")]
    [InlineData("//nb/{slug}?next=//evil.example", "/nb/{slug}?next=//evil.example")]
    [InlineData("/NB", "/nb/")]
    [InlineData("/NB/", "/nb/")]
    [InlineData("//nb", "/nb/")]
    [InlineData("/nb//", "/nb/")]
    public async Task Capitals_and_slashes_too_many_lead_to_the_page_in_one_step(string asked, string expected)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var response = await AskAsync(method, Put(asked));

            Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
            Assert.Equal(Put(expected), response.Headers.Location!.OriginalString);
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(Put(expected))).StatusCode);
    }

    [Fact]
    public async Task Every_page_of_every_edition_is_found_in_capitals_by_its_own_address()
    {
        var pages = site.Library.Editions.Values
            .Where(edition => edition.IsOut)
            .SelectMany(edition => edition.ByLanguage.Values)
            .SelectMany(words => words.Pages);

        foreach (var page in pages)
        {
            var response = await site.GetAsync(page.Address.ToUpperInvariant());

            Assert.Equal(page.Address, response.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task The_long_address_of_a_page_of_today_leads_to_the_short_one_at_once_and_not_for_good()
    {
        var response = await site.GetAsync($"/NB//utgaver/{site.Library.Current.Id}/{Slug}");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/nb/{Slug}", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/nb/{slug}")]
    [InlineData("/nb/{slug}/")]
    [InlineData("/nb/")]
    [InlineData("/nb")]
    public async Task An_address_that_is_right_is_answered(string asked)
    {
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(Put(asked))).StatusCode);
    }

    /// <summary>Capitals in a token mean something, so nobody is led to another.</summary>
    [Fact]
    public async Task What_may_be_a_token_is_never_changed()
    {
        var response = await AskAsync(HttpMethod.Get, "/nb/Bli-Med/AbC");

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Theory]
    [InlineData("//evil.example/nb")]
    [InlineData("//evil.example/nb/{slug}")]
    [InlineData("/\\evil.example/nb/{slug}")]
    [InlineData("/%5Cevil.example/NB/{slug}")]
    [InlineData("/%2F%2Fevil.example/NB/{slug}")]
    [InlineData("//evil.example/%2E%2E/nb/{slug}")]
    [InlineData("/NB/no-such-page")]
    [InlineData("/NB//no-such-page")]
    [InlineData("/NB/{slug}/more")]
    [InlineData("/NB/%C3%98V")]
    [InlineData("/SE/{slug}")]
    [InlineData("/nb/Ukjent/AbC")]
    [InlineData("/NB%2F{slug}")]
    public async Task Nobody_is_led_to_a_page_there_is_not_nor_to_another_host(string asked)
    {
        var response = await AskAsync(HttpMethod.Get, Put(asked));

        if (response.StatusCode == HttpStatusCode.MovedPermanently)
        {
            // The server has taken the dots away before we see them: what is left is a page of ours.
            Assert.Equal($"/nb/{Slug}", response.Headers.Location!.OriginalString);
            Assert.Contains("%2E%2E", asked, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Null(response.Headers.Location);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("///")]
    [InlineData("//?x=1")]
    public async Task Slashes_alone_lead_to_the_start_page_in_the_readers_language(string asked)
    {
        var response = await AskAsync(HttpMethod.Get, asked, ("Accept-Language", "nn"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/nn/", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task What_is_sent_is_never_led_on(string method)
    {
        var response = await AskAsync(new HttpMethod(method), Put("/NB/{slug}"), ("Origin", site.Address));

        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public async Task No_answer_says_a_host_that_only_the_request_has_named()
    {
        var asked = site.AllPages().Select(page => page.Page.Address)
            .Concat(["/", "//", "/NB/" + Slug, "/ut", "/robots.txt", "/nb/no-such-page", $"/nb/utgaver/{site.Library.Current.Id}/{Slug}"]);

        foreach (var path in asked)
        {
            var response = await AskAsync(
                HttpMethod.Get,
                path,
                ("Host", "evil-1.example"),
                ("X-Forwarded-Host", "evil-2.example"),
                ("X-Forwarded-Prefix", "/evil-3.example"),
                ("X-Original-URL", "//evil-4.example"),
                ("Referer", "http://evil-5.example"));

            Assert.DoesNotContain("evil", response.Headers + await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private string Slug => site.Library.CurrentIn(site.Library.Site.DefaultLanguage).Pages.First(page => page.Slug.Length > 0).Slug;

    private string Put(string address) => address
        .Replace("{slug}", Slug, StringComparison.Ordinal)
        .Replace("{SLUG}", Slug.ToUpperInvariant(), StringComparison.Ordinal);

    /// <summary>As written: an address of .NET has its dots and backslashes tidied away.</summary>
    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        Assert.True(Uri.TryCreate(site.Address + path, options, out var address));

        return site.SendAsync(method, address!, headers);
    }
}
