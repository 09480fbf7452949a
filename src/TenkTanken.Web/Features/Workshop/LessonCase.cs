using TenkTanken.Content;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>A case that a lesson shows, and that a room can be asked about when its slide is reached.</summary>
/// <param name="Slide">The one with the story.</param>
public sealed record LessonCase(Case Case, Slide Slide)
{
    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<LessonCase> In(Lesson lesson, EditionWords words) =>
    [
        .. (from slide in lesson.Slides
            from shown in slide.Shows
            let story = shown is { Section: { } section, Part: null } ? words.Case(section.Id) : null
            where story is not null
            select new LessonCase(story, slide)).DistinctBy(one => one.Case.Id),
    ];
}
