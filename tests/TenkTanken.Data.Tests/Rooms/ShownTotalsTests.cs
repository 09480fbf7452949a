using TenkTanken.Data.Rooms;
using Xunit;

namespace TenkTanken.Data.Tests.Rooms;

public sealed class ShownTotalsTests
{
    [Fact]
    public async Task Of_four_nothing_is_ever_shown_and_of_five_everything()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 5);
        await rooms.AnswerAsync(room, people.Take(4), "fear");
        await rooms.RevealAsync(room);
        await rooms.Rooms.SetOpenAsync(room.Id, rooms.Current(room).Id, isOpen: false);
        Assert.Null(await rooms.ShownAsync(room));

        await rooms.Rooms.SetOpenAsync(room.Id, rooms.Current(room).Id, isOpen: true);
        await rooms.AnswerAsync(room, people.Skip(4), "papers");

        var shown = (await rooms.ShownAsync(room))!;
        Assert.Equal((5, "4 1 0"), (shown.Answers, string.Join(' ', shown.Counts)));
    }

    [Fact]
    public async Task Until_it_is_revealed_nothing_is_shown_to_anybody()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 50);

        await rooms.AnswerAsync(room, people, "fear");
        await rooms.Rooms.SetOpenAsync(room.Id, rooms.Current(room).Id, isOpen: false);

        Assert.Null(await rooms.ShownAsync(room));
        Assert.Equal(50, rooms.Current(room).Answers);
    }

    [Fact]
    public async Task Who_came_when_it_was_shown_is_seen_with_four_more_and_not_when_it_is_closed()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 11);
        await rooms.AnswerAsync(room, people.Take(6), "fear");
        await rooms.RevealAsync(room);

        await rooms.AnswerAsync(room, people.Skip(6).Take(4), "housing");
        Assert.Equal(6, (await rooms.ShownAsync(room))!.Answers);
        await rooms.RevealAsync(room, isRevealed: false);
        await rooms.RevealAsync(room);
        Assert.Equal(6, (await rooms.ShownAsync(room))!.Answers);
        await rooms.Rooms.SetOpenAsync(room.Id, rooms.Current(room).Id, isOpen: false);
        Assert.Equal(6, (await rooms.ShownAsync(room))!.Answers);

        await rooms.Rooms.SetOpenAsync(room.Id, rooms.Current(room).Id, isOpen: true);
        await rooms.AnswerAsync(room, people.Skip(10), "housing");
        var shown = (await rooms.ShownAsync(room))!;
        Assert.Equal((11, "6 0 5"), (shown.Answers, string.Join(' ', shown.Counts)));
    }

    [Fact]
    public async Task An_answer_that_was_changed_and_changed_back_has_not_moved()
    {
        await using var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 6);
        await rooms.AnswerAsync(room, people, "fear");
        await rooms.RevealAsync(room);

        await rooms.AnswerAsync(room, people.Take(5), "housing");
        await rooms.AnswerAsync(room, people.Take(1), "fear");

        Assert.Equal([6, 0, 0], (await rooms.ShownAsync(room))!.Counts);
    }

    /// <summary>
    /// Whatever happens in a room, in whatever order, with restarts in between: who looks at everything that is shown never sees it move by
    /// fewer than five people.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Nobody_is_found_by_taking_what_was_shown_from_what_is_shown(int seed)
    {
        var random = new Random(seed);
        var rooms = await TestRooms.StartAsync();
        var (room, people) = await rooms.AskAsync(TestRooms.Signs, people: 14);
        var (answers, atShown) = (new Dictionary<string, Dictionary<string, string[]>>(), new Dictionary<string, Dictionary<string, string[]>>());
        var seen = new Dictionary<string, Totals>();
        var moves = 0;
        for (var step = 0; step < 250; step++)
        {
            var current = rooms.Current(room);
            switch (random.Next(40))
            {
                case 0:
                    await rooms.Rooms.SetOpenAsync(room.Id, current.Id, !current.IsOpen);
                    break;
                case 1:
                case 2:
                    await rooms.RevealAsync(room, !current.IsRevealed);
                    break;
                case 3:
                    rooms = await rooms.RestartAsync();
                    break;
                case 4 when step % 3 == 0:
                    await rooms.Rooms.AskAgainAsync(room.Id, current.Id);
                    break;
                case < 10:
                    await rooms.ShownAsync(room);
                    break;
                default:
                    var one = people[random.Next(people.Count)];
                    string[] chosen = [.. TestRooms.Signs.Options.Where(_ => random.Next(2) == 0)];
                    if (await rooms.Rooms.AnswerAsync(room.Id, current.Id, one, chosen) == RoomEnd.Done)
                    {
                        Of(answers, current)[one] = chosen;
                    }

                    break;
            }

            foreach (var vote in rooms.See(room).Votes)
            {
                var given = Of(answers, vote);
                Assert.Equal(given.Count, vote.Answers);
                if (vote.Shown is not { } shown
                    || (seen.TryGetValue(vote.Id, out var last) && shown.Answers == last.Answers && shown.Counts.SequenceEqual(last.Counts)))
                {
                    continue;
                }

                var moved = given.Count(answer => !Of(atShown, vote).TryGetValue(answer.Key, out var before) || !before.SequenceEqual(answer.Value));
                Assert.True(moved >= Totals.Fewest, $"Step {step}: moved by {moved}.");
                Assert.True(vote.IsRevealed);
                Assert.Equal(given.Count, shown.Answers);
                Assert.Equal(TestRooms.Signs.Options.Select(option => given.Values.Count(chosen => chosen.Contains(option))), shown.Counts);
                (seen[vote.Id], atShown[vote.Id], moves) = (shown, new(given), moves + 1);
            }
        }

        await rooms.DisposeAsync();
        Assert.True(moves >= 3, $"What is shown moved {moves} times.");

        static Dictionary<string, string[]> Of(Dictionary<string, Dictionary<string, string[]>> all, Vote vote) =>
            all.TryGetValue(vote.Id, out var known) ? known : all[vote.Id] = [];
    }
}
