using Xunit;

namespace TenkTanken.Web.Tests.Layout;

public sealed class LivePageTests(TestSite site)
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task It_names_its_base_before_any_address_and_ends_with_what_its_connection_needs(string method)
    {
        var page = await (method == "GET"
            ? site.GetAsync(TestSite.Practice)
            : site.PostAsync(TestSite.Practice, ("practice-choose", "case-car-wash"))).PageAsync();

        Assert.Equal("/", Assert.Single(page.QuerySelectorAll("base")).GetAttribute("href"));
        Assert.Equal("BASE", page.Head!.QuerySelector("[href], [src]")!.NodeName);
        Assert.NotNull(page.QuerySelector("meta[name=description]"));
        Assert.Equal(["DIALOG", "P", "SCRIPT", "SCRIPT"], page.QuerySelector("main")!.Children.TakeLast(4).Select(part => part.NodeName));
    }

    [Fact]
    public async Task No_other_page_has_anything_of_it()
    {
        var others = site.AllPages().Where(at => at.Page.Kind != Content.PageKind.Practice).ToList();

        Assert.NotEmpty(others);
        foreach (var (_, other) in others)
        {
            var page = await site.GetAsync(other.Address).PageAsync();

            Assert.Empty(page.QuerySelectorAll("base, [data-connection], script[src*='_framework'], script[src*='LivePage']"));
        }
    }
}
