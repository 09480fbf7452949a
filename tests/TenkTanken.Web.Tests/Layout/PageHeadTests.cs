using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Layout;

public sealed class PageHeadTests(TestSite site)
{
    [Fact]
    public async Task The_tab_says_the_page_and_the_site_and_what_could_not_be_taken_first()
    {
        var frame = site.Texts.Frame;
        var page = site.Words.The(PageKind.ComeBack);

        var home = await site.GetAsync("/nb/").PageAsync();
        var asked = await site.GetAsync(TestSite.ComeBack).PageAsync();
        var refused = await site.PostAsync(TestSite.ComeBack, ("code", "wrong"), ("do", "open")).PageAsync();

        Assert.Equal(site.Library.Site.Name, home.Title);
        Assert.Equal(frame.PageTitle.With(("page", page.Title)), asked.Title);
        Assert.Equal(frame.PageTitle.With(("page", frame.Failed.With(("page", page.Title)))), refused.Title);
        Assert.Equal(page.Description, asked.QuerySelector("meta[name=description]")!.GetAttribute("content"));
    }
}
