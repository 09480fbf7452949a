using TenkTanken.Data.Rooms;
using Xunit;

namespace TenkTanken.Data.Tests.Rooms;

public sealed class LiveRoomTests
{
    [Fact]
    public void Of_two_changes_the_one_that_was_written_last_stands_whichever_is_told_first()
    {
        var live = new LiveRoom(new Room("id", "BCDFGH", "https://tenktanken.example", false, DateTimeOffset.MaxValue, Joined: 0, Votes: []), []);
        Vote one = new("one", 1, TestRooms.Signs, IsOpen: true, IsRevealed: false, Answers: 0, Shown: null);

        live.Take(order: 2, [one with { IsOpen = false }]);
        live.Take(order: 1, [one]);

        Assert.False(live.See().Current!.IsOpen);
    }
}
