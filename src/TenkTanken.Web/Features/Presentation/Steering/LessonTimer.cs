using System.Globalization;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>How much time of a lesson is used. It is started and stopped by whoever gives it.</summary>
/// <param name="Since">When it was started last; null while it stands still.</param>
/// <param name="Before">What was used by then.</param>
/// <param name="SlideFrom">What was used when the slide was come to.</param>
public readonly record struct LessonTimer(DateTimeOffset? Since, TimeSpan Before, TimeSpan SlideFrom)
{
    /// <summary>Nothing of ours lasts longer, and a screen may say anything.</summary>
    private const long Most = 24 * 60 * 60 * 1000;

    public TimeSpan Used(DateTimeOffset now) => Since is { } since && now > since ? Before + (now - since) : Before;

    public TimeSpan OnSlide(DateTimeOffset now) => Used(now) is var used && used > SlideFrom ? used - SlideFrom : TimeSpan.Zero;

    public LessonTimer Start(DateTimeOffset now) => this with { Since = Since ?? now };

    public LessonTimer Stop(DateTimeOffset now) => this with { Since = null, Before = Used(now) };

    /// <summary>To nothing. It goes on if it went.</summary>
    public LessonTimer Reset(DateTimeOffset now) => new(Since is null ? null : now, TimeSpan.Zero, TimeSpan.Zero);

    public LessonTimer Turn(DateTimeOffset now) => this with { SlideFrom = Used(now) };

    /// <summary>Milliseconds, with points between; the first is 0 while it stands still.</summary>
    public string AsText() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Since?.ToUnixTimeMilliseconds() ?? 0}.{(long)Before.TotalMilliseconds}.{(long)SlideFrom.TotalMilliseconds}");

    /// <summary>What cannot be read is a timer that was never started.</summary>
    public static LessonTimer Read(IReadOnlyList<string> parts) =>
        parts is [var since, var before, var slideFrom]
        && Milliseconds(since) is { } from && Milliseconds(before) is <= Most and { } used && Milliseconds(slideFrom) is <= Most and { } slide
            ? new(
                from == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(from),
                TimeSpan.FromMilliseconds(used),
                TimeSpan.FromMilliseconds(slide))
            : default;

    /// <summary>At most fifteen digits: every such time there is.</summary>
    private static long? Milliseconds(string text) =>
        text.Length < 15 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
