using TenkTanken.Browser.Tests.Pages;
using Xunit;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class LeavingTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [MemberData(nameof(PagesAndStates.All), MemberType = typeof(PagesAndStates))]
    public Task Without_scripts_one_press_leads_to_a_page_about_something_else(string pageOrState) => LeaveAsync(pageOrState, Scripts.Off);

    [Theory]
    [InlineData("/nb/")]
    [InlineData("checklist with guidance open")]
    [InlineData("reflection on much")]
    [InlineData("saved")]
    public Task With_scripts_one_press_leads_to_a_page_about_something_else(string pageOrState) => LeaveAsync(pageOrState, Scripts.On);

    private async Task LeaveAsync(string pageOrState, Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        await visitor.MayLeaveAsync();
        await PagesAndStates.ReachAsync(visitor, pageOrState);

        await new SitePage(visitor.Page).LeaveInAHurry();

        Assert.Equal("Været", await visitor.Page.TitleAsync());
    }
}
