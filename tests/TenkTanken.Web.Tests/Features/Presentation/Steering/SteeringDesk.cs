using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TenkTanken.Content;
using TenkTanken.Web.Features.Following;
using TenkTanken.Web.Features.Presentation.Steering;
using TenkTanken.Web.Hosting.Starting;
using TenkTanken.Web.Tests.Forms;

namespace TenkTanken.Web.Tests.Features.Presentation.Steering;

/// <summary>All of a site that steering is made of, without the site. It can be started again.</summary>
internal sealed class SteeringDesk : IDisposable
{
    private readonly EphemeralDataProtectionProvider _protection = new();
    private readonly CancellationTokenSource _gone = new();

    public SteeringDesk() => StartAgain();

    public static Lesson Lesson { get; } = TestContent.Library.Lessons["nb"][0];

    public static IReadOnlyList<Slide> Slides { get; } = [.. Lesson.Slides];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public Channels Channels { get; private set; } = null!;

    public TriedWords Tried { get; private set; } = null!;

    public SteeringToken Tokens { get; private set; } = null!;

    private static int Words => TestContent.Library.Texts["nb"].Presentation.PairingWords.Count;

    /// <summary>With everything forgotten that is in memory only.</summary>
    public void StartAgain()
    {
        Channels?.Dispose();
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var streams = new EventStreams(Time, lifetime, ConnectionLimits.For(null));
        (Channels, Tried, Tokens) = (new Channels(streams, Time), new TriedWords(Time), new SteeringToken(_protection, Time));
    }

    /// <summary>A channel whose screen shows its words.</summary>
    public Channel Begin()
    {
        var channel = Channels.Begin(Lesson)!;
        Show(channel);

        return channel;
    }

    /// <summary>As each time the page of a screen is asked for.</summary>
    public void Show(Channel channel) => Channels.OfferFirst(channel, Words, "");

    /// <summary>A screen that listens as long as the desk is there.</summary>
    public void Follow(FollowedState state) => _ = state.AnswerAsync(new DefaultHttpContext { RequestAborted = _gone.Token });

    public JoinScreen Type(string words, string language = "nb") =>
        new JoinHandler(Channels, Tokens, Tried, TestContent.Library).Answer(
            Fields.Of((JoinHandler.WordsField, words)), TestContent.Library.Site.Language(language)!);

    /// <summary>A press of a presenter's, from where she saw the slides.</summary>
    public PresenterScreen Press(Channel channel, Position seen, string action) => Press(channel.Id, seen, action);

    public PresenterScreen Press(string channel, Position seen, string action) =>
        new PresenterHandler(Channels, Time).Answer(
            Fields.Of((PresenterHandler.PositionField, seen.AsText()), (PresenterHandler.ActionField, action)),
            new Ticket(channel, Role.Presenter, Lesson.Id),
            new PresenterChoices(Lesson, Slides, 1, LetsIn: false),
            Words);

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        Channels.Dispose();
    }
}

internal static class SeenOf
{
    public static string Words(this Channel channel, string language = "nb") => channel.See().Words!.In(TestContent.Library.Texts[language]);

    public static Position There(this Channel channel) => channel.See().Position;
}
