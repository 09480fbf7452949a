using TenkTanken.Web.Features.Presentation.Steering;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Presentation.Steering;

public sealed class ChannelsTests : IDisposable
{
    private readonly SteeringDesk _desk = new();

    [Fact]
    public void What_nobody_has_used_for_twelve_hours_is_forgotten_and_what_somebody_uses_is_not()
    {
        var (unused, used) = (TicketOf(_desk.Begin()), TicketOf(_desk.Begin()));

        _desk.Time.Advance(TimeSpan.FromHours(6));
        Assert.NotNull(_desk.Channels.Find(used));
        _desk.Time.Advance(TimeSpan.FromHours(6) + TimeSpan.FromMinutes(1));

        Assert.Null(_desk.Channels.Find(unused));
        Assert.NotNull(_desk.Channels.Find(used));
    }

    [Fact]
    public void When_all_are_in_use_the_next_is_told_so_and_what_is_on_no_screen_keeps_nobody_out()
    {
        var first = _desk.Begin();
        _desk.Type(first.Words());
        for (var number = 1; number < Channels.Most; number++)
        {
            _desk.Begin();
        }

        var instead = _desk.Begin();
        for (var number = 1; number < Channels.Most; number++)
        {
            var channel = _desk.Begin();
            channel.Hear(channel.There(), Role.Presenter);
        }

        var refused = _desk.Channels.Begin(SteeringDesk.Lesson);
        var unknown = new Ticket("of-before", Role.Presenter, SteeringDesk.Lesson.Id);
        Assert.NotNull(instead);
        Assert.Null(refused);
        Assert.Equal(503, _desk.Press(unknown.Channel, first.There(), "next").Status);
        Assert.NotNull(_desk.Channels.Find(TicketOf(first)));
        _desk.Press(first, first.There(), "end");
        Assert.NotNull(_desk.Channels.Begin(SteeringDesk.Lesson));
        Assert.Null(_desk.Channels.Find(TicketOf(first)));
    }

    [Fact]
    public void What_is_on_a_screen_is_neither_forgotten_nor_makes_room()
    {
        var onScreen = _desk.Begin();
        _desk.Follow(onScreen.Wall);

        _desk.Time.Advance(Channels.KeptFor + TimeSpan.FromMinutes(1));
        for (var number = 0; number < Channels.Most; number++)
        {
            _desk.Begin();
        }

        Assert.NotNull(_desk.Channels.Find(TicketOf(onScreen)));
    }

    [Fact]
    public void What_has_ended_makes_room_first_and_then_what_was_used_longest_ago()
    {
        var oldest = _desk.Begin();
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        var (newer, ended) = (_desk.Begin(), _desk.Begin());
        _desk.Press(ended, ended.There(), "end");
        for (var number = 3; number < Channels.Most; number++)
        {
            var channel = _desk.Begin();
            channel.Hear(channel.There(), Role.Presenter);
        }

        _desk.Begin();
        _desk.Begin();

        Assert.Null(_desk.Channels.Find(TicketOf(ended)));
        Assert.Null(_desk.Channels.Find(TicketOf(oldest)));
        Assert.NotNull(_desk.Channels.Find(TicketOf(newer)));
    }

    [Fact]
    public void A_wall_keeps_its_words_until_they_are_too_old_and_gets_new_ones_while_somebody_looks_at_it()
    {
        var (seen, unseen) = (_desk.Begin(), _desk.Begin());
        _desk.Follow(seen.Wall);
        var (words, version) = (seen.Words(), seen.See().WallVersion);

        _desk.Show(seen);
        var shownAgain = seen.Words();
        _desk.Time.Advance(PairingWords.Life + TimeSpan.FromMinutes(1));

        Assert.Equal(words, shownAgain);
        Assert.NotEqual(words, seen.Words());
        Assert.NotEqual(version, seen.See().WallVersion);
        Assert.Null(unseen.See().Words);
    }

    [Fact]
    public void No_two_have_the_same_words_and_none_has_one_twice()
    {
        var channel = _desk.Channels.Begin(SteeringDesk.Lesson)!;
        var other = _desk.Channels.Begin(SteeringDesk.Lesson)!;

        _desk.Channels.OfferFirst(channel, 4, "");
        var drawn = Enumerable.Range(0, 1000).Select(_ => Draw()).ToList();

        Assert.DoesNotContain(drawn, words => words.SequenceEqual(channel.See().Words!.Numbers));
        Assert.Equal(23, drawn.Select(words => string.Join(' ', words)).Distinct().Count());

        IReadOnlyList<int> Draw()
        {
            _desk.Channels.Offer(other, 4, "");

            return other.See().Words!.Numbers;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.nowhere.")]
    [InlineData("-1.{slide}.")]
    [InlineData("1000000000.{slide}.")]
    [InlineData("1 .{slide}.")]
    public void What_is_no_position_of_the_lesson_is_none(string? text)
    {
        var slide = SteeringDesk.Slides[1].Id;

        Assert.Null(Position.Read(text?.Replace("{slide}", slide, StringComparison.Ordinal), SteeringDesk.Lesson));
        Assert.Equal(new Position(1, slide), Position.Read($"1.{slide}.", SteeringDesk.Lesson));
        Assert.Equal(new Position(1, slide), Position.Read($"1.{slide}..1.86400001.0", SteeringDesk.Lesson));
        Assert.Equal(new Position(1, slide) { IsBlank = true }, Position.Read($"1.{slide}.b.9999999999999999.1.1", SteeringDesk.Lesson));
    }

    [Fact]
    public void A_position_is_read_as_it_was_written_and_the_wall_knows_nothing_of_the_time()
    {
        var position = new Position(12, SteeringDesk.Slides[3].Id)
        {
            IsBlank = true,
            IsJoined = true,
            IsEnded = true,
            Timer = new LessonTimer(_desk.Time.GetUtcNow(), TimeSpan.FromSeconds(61), TimeSpan.FromSeconds(5)),
        };

        Assert.Equal(position, Position.Read(position.AsText(), SteeringDesk.Lesson));
        Assert.Equal(position with { Timer = default }, Position.Read(position.AsWallText(), SteeringDesk.Lesson));
    }

    private static Ticket TicketOf(Channel channel) => new(channel.Id, Role.Wall, channel.Lesson);

    public void Dispose() => _desk.Dispose();
}
