using TenkTanken.Web.Features.Presentation.Steering;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Presentation.Steering;

public sealed class PresenterHandlerTests : IDisposable
{
    private readonly SteeringDesk _desk = new();

    [Fact]
    public void A_press_goes_on_from_the_slide_she_saw_and_the_ends_are_ends()
    {
        var channel = _desk.Begin();
        var visited = new List<string>();
        _desk.Press(channel, channel.There(), "start");

        foreach (var press in new[] { "previous", "next", "next", "previous", $"to-{SteeringDesk.Slides[^1].Id}", "next", "to-nowhere", "fly" })
        {
            _desk.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(303, _desk.Press(channel, channel.There(), press).Status);
            visited.Add(channel.There().Slide);
        }

        var ids = SteeringDesk.Slides.Select(slide => slide.Id).ToList();
        Assert.Equal([ids[0], ids[1], ids[2], ids[1], ids[^1], ids[^1], ids[^1], ids[^1]], visited);
        Assert.Equal(5, channel.There().Number);
    }

    [Fact]
    public void Two_at_once_end_on_the_same_slide_and_a_press_sent_twice_is_done_once()
    {
        var channel = _desk.Begin();
        _desk.Press(channel, channel.There(), "next");
        var seen = channel.There();

        Parallel.For(0, 8, _ => _desk.Press(channel, seen, "next"));
        _desk.Press(channel, seen, "blank");

        Assert.Equal((SteeringDesk.Slides[2].Id, 3L, false), (channel.There().Slide, channel.There().Number, channel.There().IsBlank));
    }

    [Fact]
    public void After_a_restart_the_first_screen_brings_it_back_and_the_newest_wins()
    {
        var before = _desk.Begin();
        var old = before.There();
        _desk.Press(before, old, "next");
        _desk.Press(before, before.There(), "next");
        var newest = before.There();
        var (presenter, wall) = (new Ticket(before.Id, Role.Presenter, before.Lesson), new Ticket(before.Id, Role.Wall, before.Lesson));

        _desk.StartAgain();
        Assert.Null(_desk.Channels.Find(presenter));
        var channel = _desk.Channels.FindOrRecall(wall, old)!;
        channel.Hear(newest, Role.Wall);
        Assert.Equal(newest, channel.There() with { IsJoined = newest.IsJoined });
        _desk.Press(channel, newest, "next");
        channel.Hear(newest with { Number = 99 }, Role.Wall);

        Assert.Equal((SteeringDesk.Slides[3].Id, 4L), (channel.There().Slide, channel.There().Number));
        Assert.Same(channel, _desk.Channels.FindOrRecall(presenter, newest));
        channel.Hear(newest with { Number = 99 }, Role.Presenter);
        channel.Hear(new Position(99, SteeringDesk.Slides[0].Id), Role.Presenter);
        Assert.Equal((newest.Slide, 99), (channel.There().Slide, channel.There().Number));
    }

    [Fact]
    public void After_a_restart_a_screen_that_knows_nothing_believes_whoever_knows_more()
    {
        var ticket = new Ticket("of-before", Role.Wall, SteeringDesk.Lesson.Id);
        var onTheWall = new Position(1, SteeringDesk.Slides[4].Id);

        var channel = _desk.Channels.FindOrRecall(ticket with { Role = Role.Presenter }, Position.UnknownOf(SteeringDesk.Lesson))!;
        channel.Hear(onTheWall, Role.Wall);
        Assert.True(channel.There().IsJoined);
        _desk.Press(channel, Position.UnknownOf(SteeringDesk.Lesson), "next");

        Assert.Equal((onTheWall.Slide, true), (channel.There().Slide, channel.There().IsJoined));
    }

    [Fact]
    public void After_a_restart_a_press_alone_brings_it_back_and_is_done()
    {
        var before = _desk.Begin();
        _desk.Press(before, before.There(), "next");
        _desk.Press(before, before.There(), "start");
        var seen = before.There();

        _desk.StartAgain();
        _desk.Press(before.Id, seen, "next");

        var there = _desk.Channels.Find(new Ticket(before.Id, Role.Wall, before.Lesson))!.There();
        Assert.Equal((SteeringDesk.Slides[2].Id, 3L, true), (there.Slide, there.Number, there.IsJoined));
        Assert.Equal(seen.Timer.Since, there.Timer.Since);
    }

    [Fact]
    public void After_a_restart_a_wall_takes_new_words_for_its_own_until_she_comes_who_steers()
    {
        var before = _desk.Begin();
        var (version, there) = (before.See().WallVersion, before.There());

        _desk.StartAgain();
        var channel = _desk.Channels.FindOrRecall(new Ticket(before.Id, Role.Wall, before.Lesson), there)!;
        _desk.Show(channel);
        var seen = channel.See();
        channel.Hear(there, Role.Presenter);
        _desk.Show(channel);

        Assert.NotNull(seen.Words);
        Assert.NotEqual(version, seen.WallVersion);
        Assert.Null(channel.See().Words);
    }

    [Fact]
    public void A_wall_that_nobody_has_joined_is_never_told_what_to_show_by_what_only_listens()
    {
        var channel = _desk.Begin();

        channel.Hear(new Position(7, SteeringDesk.Slides[5].Id), Role.Wall);

        Assert.Equal(1, channel.There().Number);
    }

    [Fact]
    public void Another_is_let_in_with_words_of_her_own_and_the_wall_hears_nothing_of_them()
    {
        var channel = _desk.Begin();
        _desk.Type(channel.Words());
        var wall = channel.See().WallVersion;

        var screen = _desk.Press(channel, channel.There(), "let-in");
        var (words, withWords) = (channel.Words(), channel.See().PresenterVersion);
        var other = _desk.Type(words);

        Assert.True(screen.LetsIn);
        Assert.Equal(303, other.Status);
        Assert.Equal(422, _desk.Type(words).Status);
        Assert.Equal(wall, channel.See().WallVersion);
        Assert.NotEqual(withWords, channel.See().PresenterVersion);
    }

    [Fact]
    public void What_has_ended_stays_where_it_is_and_lets_nobody_in()
    {
        var channel = _desk.Begin();
        _desk.Press(channel, channel.There(), "next");
        _desk.Press(channel, channel.There(), "let-in");
        var words = channel.Words();

        _desk.Press(channel, channel.There(), "end");
        _desk.Press(channel, channel.There(), "next");
        _desk.Press(channel, channel.There(), "start");
        _desk.Press(channel, channel.There(), "let-in");

        Assert.Equal((true, 2L, null), (channel.There().IsEnded, channel.There().Number, channel.There().Timer.Since));
        Assert.Null(channel.See().Words);
        Assert.Equal(422, _desk.Type(words).Status);
    }

    [Fact]
    public void The_time_goes_from_start_to_stop_and_that_of_a_slide_from_its_coming()
    {
        var channel = _desk.Begin();
        _desk.Press(channel, channel.There(), "start");
        Pass(60);
        _desk.Press(channel, channel.There(), "start");
        _desk.Press(channel, channel.There(), "next");
        Pass(20);
        var onSecond = Times();
        _desk.Press(channel, channel.There(), "stop");
        Pass(1000);
        var stopped = Times();
        _desk.Press(channel, channel.There(), "start");
        Pass(5);
        var goesOn = Times();
        _desk.Press(channel, channel.There(), "reset");
        Pass(2);
        var fromNothing = Times();
        _desk.Press(channel, channel.There(), "stop");
        _desk.Press(channel, channel.There(), "reset");
        Pass(3);

        Assert.Equal((80, 20), onSecond);
        Assert.Equal((80, 20), stopped);
        Assert.Equal((85, 25), goesOn);
        Assert.Equal((2, 2), fromNothing);
        Assert.Equal((0, 0), Times());
        Assert.Equal(2, channel.There().Number);

        void Pass(int seconds) => _desk.Time.Advance(TimeSpan.FromSeconds(seconds));

        (int Whole, int Slide) Times() =>
            ((int)channel.There().Timer.Used(_desk.Time.GetUtcNow()).TotalSeconds, (int)channel.There().Timer.OnSlide(_desk.Time.GetUtcNow()).TotalSeconds);
    }

    public void Dispose() => _desk.Dispose();
}
