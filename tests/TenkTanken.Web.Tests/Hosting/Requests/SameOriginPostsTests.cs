using System.Net;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Requests;

public sealed class SameOriginPostsTests(TestSite site)
{
    private static readonly (string, string)[] Noticed = [("sign-fear-or-stress", "noticed")];

    [Theory]
    [InlineData("same-origin", null)]
    [InlineData("same-origin", "https://proxied.example")]
    [InlineData(null, "own")]
    public async Task A_post_from_our_own_page_is_answered(string? site1, string? origin)
    {
        var response = await site.PostAsync(TestSite.Checklist, Noticed, From(site1, origin));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("cross-site", "own")]
    [InlineData("same-site", "own")]
    [InlineData("none", null)]
    [InlineData("none", "own")]
    [InlineData("", "own")]
    [InlineData(null, null)]
    [InlineData(null, "null")]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "own-but-https")]
    [InlineData(null, "own-but-longer")]
    public async Task A_post_from_anywhere_else_is_refused_in_words_and_changes_nothing(string? site1, string? origin)
    {
        var response = await site.PostAsync(TestSite.Checklist, [.. Noticed, ("do", "save")], From(site1, origin));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(site.Texts.Errors.OtherSiteTitle, (await response.PageAsync()).Heading());
    }

    private (string, string)[] From(string? fetchSite, string? origin)
    {
        var headers = new List<(string, string)>();
        if (fetchSite is not null)
        {
            headers.Add(("Sec-Fetch-Site", fetchSite));
        }

        if (origin is not null)
        {
            headers.Add(("Origin", origin switch
            {
                "own" => site.Address,
                "own-but-https" => site.Address.Replace("http:", "https:", StringComparison.Ordinal),
                "own-but-longer" => site.Address + ".evil.example",
                _ => origin,
            }));
        }

        return [.. headers];
    }
}
