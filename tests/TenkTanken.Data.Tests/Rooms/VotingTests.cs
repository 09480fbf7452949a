using TenkTanken.Data.Rooms;
using Xunit;
using AllRooms = TenkTanken.Data.Rooms.Rooms;

namespace TenkTanken.Data.Tests.Rooms;

public sealed class VotingTests
{
    [Fact]
    public async Task Whoever_has_the_code_comes_in_and_sent_twice_is_one()
    {
        await using var rooms = await TestRooms.StartAsync();
        var room = await rooms.OpenAsync();
        var (one, other) = (AllRooms.DrawParticipant(), AllRooms.DrawParticipant());

        var found = rooms.Rooms.WithCode(JoinCode.Read(JoinCode.Show(room.Code))!);
        RoomEnd[] ends = [.. await Task.WhenAll(new[] { one, one, other, one }.Select(person => rooms.Rooms.JoinAsync(found!.Id, person, TestRooms.Most)))];

        Assert.All(ends, end => Assert.Equal(RoomEnd.Done, end));
        Assert.Equal((room.Id, 2), (found!.Id, rooms.See(room).Joined));
        Assert.Null(rooms.Rooms.WithCode(room.Code == "BCDFGH" ? "BCDFGJ" : "BCDFGH"));
    }

    [Fact]
    public async Task A_room_that_is_full_lets_nobody_in_but_whoever_is_there()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 3);

        Assert.Equal(RoomEnd.Full, await rooms.Rooms.JoinAsync(room.Id, AllRooms.DrawParticipant(), most: 3));
        Assert.Equal(RoomEnd.Done, await rooms.Rooms.JoinAsync(room.Id, people[0], most: 3));

        Assert.Equal(3, rooms.See(room).Joined);
    }

    [Fact]
    public async Task One_has_one_answer_however_often_it_is_sent_and_may_change_it_while_it_is_open()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 6);
        await rooms.RevealAsync(room);

        await rooms.AnswerAsync(room, people, "fear", "papers");
        await rooms.AnswerAsync(room, Enumerable.Repeat(people[0], 20), "fear", "papers");
        await rooms.AnswerAsync(room, people.Take(5), "housing", "housing");

        Assert.Equal(6, rooms.Current(room).Answers);
        var shown = (await rooms.ShownAsync(room))!;
        Assert.Equal((6, "1 1 5"), (shown.Answers, string.Join(' ', shown.Counts)));
        Assert.Equal(["housing"], await rooms.Rooms.ChosenAsync(room.Id, rooms.Current(room).Id, people[0]));
        Assert.Equal(["fear", "papers"], await rooms.Rooms.ChosenAsync(room.Id, rooms.Current(room).Id, people[5]));
    }

    [Fact]
    public async Task To_choose_nothing_is_an_answer_too_where_one_may_choose_several_and_none_where_one_chooses_one()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 1);
        var (other, others) = await rooms.AskAsync(TestRooms.Steps, people: 1);

        Assert.Equal(RoomEnd.Done, await rooms.Rooms.AnswerAsync(room.Id, rooms.Current(room).Id, people[0], []));
        Assert.Equal(RoomEnd.NoAnswer, await rooms.Rooms.AnswerAsync(other.Id, rooms.Current(other).Id, others[0], []));
        Assert.Equal(RoomEnd.NoAnswer, await rooms.Rooms.AnswerAsync(other.Id, rooms.Current(other).Id, others[0], ["1", "2"]));
        Assert.Equal(RoomEnd.NoAnswer, await rooms.Rooms.AnswerAsync(room.Id, rooms.Current(room).Id, people[0], ["fear", "of another question"]));

        Assert.Equal([], await rooms.Rooms.ChosenAsync(room.Id, rooms.Current(room).Id, people[0]));
        Assert.Null(await rooms.Rooms.ChosenAsync(other.Id, rooms.Current(other).Id, others[0]));
        Assert.Equal((1, 0), (rooms.Current(room).Answers, rooms.Current(other).Answers));
    }

    [Fact]
    public async Task What_is_closed_takes_no_answer_and_neither_does_another_rooms_vote()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 1);
        var (other, _) = await rooms.AskAsync(TestRooms.Signs, people: 1);
        var vote = rooms.Current(room).Id;
        await rooms.Rooms.SetOpenAsync(room.Id, vote, isOpen: false);

        Assert.Equal(RoomEnd.Closed, await rooms.Rooms.AnswerAsync(room.Id, vote, people[0], ["fear"]));
        Assert.Equal(RoomEnd.Gone, await rooms.Rooms.AnswerAsync(other.Id, vote, people[0], ["fear"]));
        await rooms.Rooms.SetOpenAsync(room.Id, vote, isOpen: true);
        Assert.Equal(RoomEnd.Done, await rooms.Rooms.AnswerAsync(room.Id, vote, people[0], ["fear"]));

        Assert.Equal((1, 0), (rooms.Current(room).Answers, rooms.Current(other).Answers));
    }

    [Fact]
    public async Task Asked_again_both_stand_side_by_side_and_the_first_is_closed()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Steps, people: 5);
        var first = rooms.Current(room).Id;
        await rooms.AnswerAsync(room, people, "1");
        await rooms.RevealAsync(room);

        await rooms.Rooms.AskAgainAsync(room.Id, first);
        await rooms.AnswerAsync(room, people, "2");
        await rooms.RevealAsync(room);
        await rooms.Rooms.AskAsync(room.Id, rooms.Current(room).Id, TestRooms.Signs);

        var votes = rooms.See(room).Votes;
        Assert.Equal([1, 1, 2], votes.Select(vote => vote.Number));
        Assert.Equal([false, false, true], votes.Select(vote => vote.IsOpen));
        Assert.Equal(["5 0 0 0", "0 5 0 0", null], votes.Select(vote => vote.Shown is null ? null : string.Join(' ', vote.Shown.Counts)));
        Assert.Equal(TestRooms.Steps.Options, votes[1].Question.Options);
        Assert.Equal(RoomEnd.Closed, await rooms.Rooms.AnswerAsync(room.Id, first, people[0], ["3"]));
    }

    [Fact]
    public async Task Whoever_talks_before_anything_is_shown_sees_both_times_afterwards_each_only_where_five_have_answered()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Steps, people: 6);
        await rooms.AnswerAsync(room, people, "1");
        await rooms.Rooms.AskAgainAsync(room.Id, rooms.Current(room).Id);
        Assert.All(rooms.See(room).Votes, vote => Assert.Null(vote.Shown));

        await rooms.AnswerAsync(room, people.Take(4), "2");
        await rooms.RevealAsync(room);
        Assert.Equal(["6 0 0 0", null], Shown());
        await rooms.AnswerAsync(room, people.Skip(4), "2");
        await rooms.Rooms.MoveTotalsAsync(room.Id, rooms.Current(room).Id);
        Assert.Equal(["6 0 0 0", "0 6 0 0"], Shown());

        await rooms.RevealAsync(room, isRevealed: false);
        Assert.All(rooms.See(room).Votes, vote => Assert.False(vote.IsRevealed));

        IEnumerable<string?> Shown() => rooms.See(room).Votes.Select(vote => vote.Shown is null ? null : string.Join(' ', vote.Shown.Counts));
    }

    [Fact]
    public async Task The_same_press_sent_twice_is_done_once()
    {
        await using var rooms = await TestRooms.StartAsync();
        var room = await rooms.OpenAsync();

        RoomEnd[] asked = [.. await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => rooms.Rooms.AskAsync(room.Id, null, TestRooms.Signs)))];
        var first = rooms.Current(room).Id;
        RoomEnd[] again = [.. await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => rooms.Rooms.AskAgainAsync(room.Id, first)))];

        Assert.Equal((1, 4), (asked.Count(end => end == RoomEnd.Done), asked.Count(end => end == RoomEnd.Closed)));
        Assert.Equal((1, 4), (again.Count(end => end == RoomEnd.Done), again.Count(end => end == RoomEnd.Closed)));
        Assert.Equal(2, rooms.See(room).Votes.Count);
    }

    [Fact]
    public async Task A_room_beside_it_is_never_touched()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 5);
        var (other, others) = await rooms.AskAsync(TestRooms.Signs, people: 5);
        await rooms.AnswerAsync(other, others, "housing");
        await rooms.RevealAsync(other);

        await rooms.AnswerAsync(room, people, "fear");
        await rooms.RevealAsync(room);
        await rooms.Rooms.EndAsync(room.Id);

        Assert.Null(rooms.Rooms.Find(room.Id));
        Assert.Equal((5, 5, true), (rooms.See(other).Joined, rooms.Current(other).Answers, rooms.Current(other).IsOpen));
        Assert.Equal([0, 0, 5], (await rooms.ShownAsync(other))!.Counts);
    }
}
