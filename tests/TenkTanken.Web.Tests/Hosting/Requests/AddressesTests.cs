using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Requests;

/// <summary>Addresses stay behind in histories and logs of others, so what belongs to somebody is in none.</summary>
public sealed class AddressesTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>
    /// Of a token: a screen of a room or of slides, which is dead when that is over. No other secret is in an address. Of a path: what leads to no page.
    /// </summary>
    private static readonly string[] Known = ["LanguageCode", "Slug", "LessonSlug", "EditionId", "Token", "token", "path"];

    private static readonly string[] WithTokens =
    [
        "/lysbilder/{token}",
        "/rom/{token}",
        "/{LanguageCode}/bli-med/{Token}",
        "/{LanguageCode}/{Slug}/rom/skjerm/{Token}",
        "/{LanguageCode}/{Slug}/rom/styring/{Token}",
        "/{LanguageCode}/{Slug}/rom/styring/{token}/svar.csv",
        "/{LanguageCode}/{Slug}/{LessonSlug}/skjerm/{Token}",
        "/{LanguageCode}/{Slug}/{LessonSlug}/styring/{Token}",
    ];

    [Fact]
    [Trait("Property", "P5")]
    public void Nothing_varies_in_them_but_which_page_and_which_screen_of_a_room()
    {
        var routes = site.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(route => !route.RoutePattern.RawText!.StartsWith("/_", StringComparison.Ordinal))
            .ToList();

        Assert.True(routes.Count > 10);
        Assert.Empty(routes.SelectMany(route => route.RoutePattern.Parameters.Select(parameter => parameter.Name)).Except(Known));
        Assert.Equal(
            WithTokens.Order(StringComparer.Ordinal),
            routes.Where(route => route.RoutePattern.Parameters.Any(parameter => parameter.Name is "Token" or "token"))
                .Select(route => route.RoutePattern.RawText!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Property", "P5")]
    public async Task A_code_in_an_address_opens_nothing_and_is_said_in_no_link()
    {
        var saved = await site.PostAsync(TestSite.Checklist, ("sign-fear-or-stress", "noticed"), ("do", "save")).PageAsync();
        var code = saved.QuerySelector("[data-code]")!.TextContent;

        var page = await (await site.GetAsync($"{TestSite.ComeBack}?code={code}&_handler=checklist")).PageAsync();

        Assert.NotNull(page.QuerySelector("input[name='code']"));
        Assert.DoesNotContain(page.QuerySelectorAll("h2"), heading => heading.TextContent.Contains("Runde", StringComparison.OrdinalIgnoreCase));
        Assert.All(saved.QuerySelectorAll("form"), form => Assert.Equal("post", form.GetAttribute("method")));
        var addresses = saved.QuerySelectorAll("[href], [action], [src]").SelectMany(link => link.Attributes).Select(value => value.Value.Replace("-", ""));
        Assert.DoesNotContain(addresses, address => address.Contains(code.Replace("-", ""), StringComparison.Ordinal));
    }
}
