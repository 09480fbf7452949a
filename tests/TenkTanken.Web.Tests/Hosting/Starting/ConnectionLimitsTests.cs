using TenkTanken.Web.Hosting.Starting;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Starting;

public sealed class ConnectionLimitsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    [InlineData(1024)]
    [InlineData(1_048_576)]
    [InlineData(null)]
    public void Whatever_the_system_allows_there_is_room_for_somebody_who_only_reads(int? handles)
    {
        var limits = ConnectionLimits.For(handles);

        Assert.InRange(limits.Streams, 1, limits.All / 2);
        Assert.InRange(limits.Circuits, 1, limits.All / 4);
    }

    [Fact]
    public void A_thousand_handles_are_enough_for_the_site_and_for_who_is_connected() =>
        Assert.InRange(ConnectionLimits.For(1024).All, 400, 1024 - 400);

    [Theory]
    [InlineData("Limit                     Soft Limit           Hard Limit\nMax open files            1024                 524288               files\n", 1024)]
    [InlineData("Max open files            unlimited            unlimited            files     \n", null)]
    [InlineData("Max processes             63                   63                   processes \n", null)]
    [InlineData("", null)]
    public void What_is_allowed_now_is_read(string told, int? handles) => Assert.Equal(handles, ConnectionLimits.Read(told));
}
