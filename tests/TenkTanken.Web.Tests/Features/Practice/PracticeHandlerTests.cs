using TenkTanken.Web.Features.Practice;
using TenkTanken.Web.Tests.Forms;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Practice;

public sealed class PracticeHandlerTests
{
    [Fact]
    public void Ticks_are_taken_in_before_a_button_leads_on_and_what_is_not_known_costs_nothing()
    {
        var screen = PracticeHandler.Answer(
            Fields.Of(
                ("practice-state", "case-car-wash|fear-or-stress|"),
                ("practice-shown", "case-car-wash"),
                ("practice-sign", "controlled-by-others"),
                ("practice-sign", "no sign of ours"),
                ("practice-step", "fly")),
            TestContent.Words);

        Assert.Equal("case-car-wash", screen.State.Case);
        Assert.True(screen.State.IsTicked("controlled-by-others"));
        Assert.False(screen.State.IsTicked("fear-or-stress"));
        Assert.True(screen.IsTickedOn);
    }
}
