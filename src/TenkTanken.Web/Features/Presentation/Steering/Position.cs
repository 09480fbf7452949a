using System.Globalization;
using TenkTanken.Content;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>
/// Where the slides are, as a short text that every screen has: after a restart of the server whichever tells it first brings it
/// back, and the one with the highest number is the newest.
/// </summary>
/// <param name="Number">Grows each time somebody goes to another slide. 0: a screen that knows nothing, and believes whoever knows more.</param>
/// <param name="Slide">The id of the slide that is shown.</param>
public sealed record Position(long Number, string Slide)
{
    private const int Digits = 9;

    /// <summary>Nothing is to be seen.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Somebody steers, or has steered.</summary>
    public bool IsJoined { get; init; }

    /// <summary>Nobody steers any more, for ever.</summary>
    public bool IsEnded { get; init; }

    public LessonTimer Timer { get; init; }

    /// <summary>Where a lesson begins.</summary>
    public static Position FirstOf(Lesson lesson) => UnknownOf(lesson) with { Number = 1 };

    /// <summary>After a restart, before a screen has told where it was.</summary>
    public static Position UnknownOf(Lesson lesson) => new(0, lesson.Slides.First().Id);

    /// <summary>What a screen on the wall knows of it: no more than it shows.</summary>
    public string AsWallText() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Number}.{Slide}.{(IsBlank ? "b" : "")}{(IsJoined ? "j" : "")}{(IsEnded ? "e" : "")}");

    public string AsText() => $"{AsWallText()}.{Timer.AsText()}";

    /// <summary>Null for what is none of the lesson.</summary>
    public static Position? Read(string? text, Lesson lesson) =>
        text?.Split('.') is [{ Length: <= Digits } digits, var slide, var marks, .. var timer]
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && lesson.Slides.Any(known => known.Id == slide)
            ? new(number, slide)
            {
                IsBlank = marks.Contains('b'),
                IsJoined = marks.Contains('j'),
                IsEnded = marks.Contains('e'),
                Timer = LessonTimer.Read(timer),
            }
            : null;
}
