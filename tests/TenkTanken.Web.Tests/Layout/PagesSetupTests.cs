using Microsoft.AspNetCore.Components.Endpoints;
using TenkTanken.Web.Layout;
using Xunit;

namespace TenkTanken.Web.Tests.Layout;

public sealed class PagesSetupTests
{
    [Fact]
    public void What_is_taken_off_each_page_by_its_name_is_still_called_that()
    {
        Assert.NotNull(typeof(IRazorComponentEndpointInvoker).Assembly.GetType(PagesSetup.IslandsAreConfigured));
    }
}
