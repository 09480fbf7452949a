using System.Text;
using Microsoft.EntityFrameworkCore;
using TenkTanken.Data.Rooms;
using Xunit;
using AllRooms = TenkTanken.Data.Rooms.Rooms;

namespace TenkTanken.Data.Tests.Rooms;

public sealed class RoomsAtRestTests
{
    [Fact]
    public async Task After_a_restart_in_the_middle_everything_is_as_it_was()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Steps, people: 7);
        await rooms.AnswerAsync(room, people, "1");
        await rooms.RevealAsync(room);
        await rooms.Rooms.AskAgainAsync(room.Id, rooms.Current(room).Id);
        await rooms.AnswerAsync(room, people.Take(3), "4");
        var before = rooms.See(room);

        await using var restarted = await rooms.RestartAsync();

        Assert.Equivalent(before, restarted.See(room), strict: true);
        Assert.Equal(["4"], await restarted.Rooms.ChosenAsync(room.Id, before.Current!.Id, people[0]));
        await restarted.AnswerAsync(room, people, "2");
        Assert.Equal((7, 7), (restarted.See(room).Joined, restarted.Current(room).Answers));
    }

    [Fact]
    public async Task What_was_answered_is_on_the_disk_when_it_is_said_to_be()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 30);

        await rooms.AnswerAsync(room, people, "papers");

        // As another process sees it, at this very moment.
        using var foreigner = rooms.Foreigner();
        using var count = foreigner.CreateCommand();
        count.CommandText = "SELECT count(*) FROM Answer";
        Assert.Equal(30L, count.ExecuteScalar());
    }

    [Fact]
    public async Task Nobody_finds_a_participant_again_in_what_is_stored_nor_one_person_in_two_votes()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Steps, people: 20);
        await rooms.AnswerAsync(room, people, "1");
        await rooms.Rooms.AskAgainAsync(room.Id, rooms.Current(room).Id);
        await rooms.AnswerAsync(room, people, "1");

        await using var context = rooms.Context();
        var hashes = (await context.Answers.Select(answer => answer.Hash).ToListAsync())
            .Concat(await context.Participants.Select(participant => participant.Hash).ToListAsync())
            .Select(Convert.ToHexString)
            .ToList();
        var raw = rooms.RawBytes();

        Assert.Equal(60, hashes.Distinct().Count());
        Assert.DoesNotContain(people, person => TestData.Encodings(person).Append(Convert.FromHexString(person)).Any(raw.Has));
        Assert.True(raw.Has(Encoding.UTF8.GetBytes(room.Id)), "The search would find it.");
    }

    [Fact]
    public async Task When_it_is_ended_its_rows_and_its_key_are_gone_from_the_bytes()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Steps, people: 40);
        await rooms.AnswerAsync(room, people, "2");
        await rooms.RevealAsync(room);
        var traces = await TracesAsync(rooms);
        Assert.All(traces, trace => Assert.True(rooms.RawBytes().Has(trace)));

        Assert.Equal(RoomEnd.Done, await rooms.Rooms.EndAsync(room.Id));

        Assert.DoesNotContain(traces, rooms.RawBytes().Has);
        Assert.Null(rooms.Rooms.Find(room.Id));
        Assert.Null(rooms.Rooms.WithCode(room.Code));
        Assert.Equal(RoomEnd.Gone, await rooms.Rooms.JoinAsync(room.Id, AllRooms.DrawParticipant(), TestRooms.Most));
        Assert.Equal(RoomEnd.Gone, await rooms.Rooms.AnswerAsync(room.Id, room.Current!.Id, people[0], ["1"]));
        Assert.Equal(RoomEnd.Gone, await rooms.Rooms.EndAsync(room.Id));
    }

    [Fact]
    public async Task A_day_after_it_began_nothing_is_left_though_nobody_ended_it_also_where_the_site_did_not_run_meanwhile()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Steps, people: 6);
        await rooms.AnswerAsync(room, people, "2");
        var traces = await TracesAsync(rooms);
        rooms.Time.Advance(TimeSpan.FromHours(4));
        var later = await rooms.OpenAsync();

        rooms.Time.Advance(AllRooms.Life - TimeSpan.FromHours(4) - TimeSpan.FromSeconds(1));
        await rooms.ForgetAsync();
        Assert.NotNull(rooms.Rooms.Find(room.Id));
        rooms.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(rooms.Rooms.Find(room.Id));
        await using var restarted = await rooms.RestartAsync();
        Assert.Null(restarted.Rooms.Find(room.Id));
        Assert.Equal(WriteEnd.Written, await restarted.ForgetAsync());

        Assert.DoesNotContain(traces, restarted.RawBytes().Has);
        Assert.NotNull(restarted.Rooms.Find(later.Id));
        Assert.True(AllRooms.Life + TimeSpan.FromHours(1) <= TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Rooms_without_end_are_not_opened()
    {
        await using var rooms = await TestRooms.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, AllRooms.MostRooms).Select(_ => rooms.OpenAsync()));

        Assert.Equal((RoomEnd.Full, null), await rooms.Rooms.OpenAsync(TestRooms.Address, isRehearsal: false));

        rooms.Time.Advance(AllRooms.Life);
        Assert.NotNull(await rooms.OpenAsync());
    }

    /// <summary>What is stored of the only room, in the bytes in which it lies there.</summary>
    private static async Task<List<byte[]>> TracesAsync(TestRooms rooms)
    {
        await using var context = rooms.Context();
        var room = await context.Rooms.SingleAsync();

        return
        [
            room.Key,
            .. new[] { room.Id, room.Code }.Select(Encoding.UTF8.GetBytes),
            .. (await context.Votes.Select(vote => vote.Id).ToListAsync()).Select(Encoding.UTF8.GetBytes),
            .. await context.Answers.Select(answer => answer.Hash).ToListAsync(),
            .. await context.Participants.Select(participant => participant.Hash).ToListAsync(),
        ];
    }
}
