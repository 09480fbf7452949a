using System.Net;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class ArrivingTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task The_bare_address_leads_to_the_start_page(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);

        await visitor.GoAsync("/");

        await Expect(visitor.Page).ToHaveURLAsync($"{visitor.Address}/nb/");
        await Expect(new SitePage(visitor.Page).Title).ToHaveTextAsync("Tenk tanken");
    }

    [Theory]
    [InlineData(Scripts.Off, "/finnes-ikke", "/nb/finnes-ikke", "/nb/tegn/mer", "/xx/tegn")]
    [InlineData(Scripts.On, "/nb/finnes-ikke")]
    public async Task An_unknown_address_gets_a_page_of_ours_with_a_way_on(Scripts scripts, params string[] addresses)
    {
        var visitor = await VisitorAsync(scripts);
        visitor.Expects(HttpStatusCode.NotFound);

        await Assert.AllAsync(addresses, address => LeadsOnAsync(visitor, address));
    }

    private static async Task LeadsOnAsync(Visitor visitor, string address)
    {
        var answer = await visitor.GoAsync(address);

        Assert.Equal(404, answer!.Status);
        var page = new SitePage(visitor.Page);
        await Expect(page.Title).ToHaveTextAsync(Words.Texts.Errors.NotFoundTitle);
        await Expect(page.LeaveLink).ToBeVisibleAsync();
        await Expect(page.Footer).ToBeVisibleAsync();
        await page.Main.GetByRole(AriaRole.Link, new() { Name = Words.Texts.Errors.ToStart }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync($"{visitor.Address}/nb/");
    }
}
