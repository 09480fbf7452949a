namespace TenkTanken.Content.Files;

/// <summary>From a lesson that the rules have found whole to the one that is given.</summary>
internal static class LessonBuilder
{
    /// <param name="words">Its words, as a page.</param>
    /// <param name="linesOf">How long a slide is.</param>
    /// <param name="shown">What its slides show. Of a draft that an editor looks at some of it may be gone: then so is the slide.</param>
    public static Lesson Build(LessonSource lesson, Page words, EditionWords shown, Func<SlideSource, int> linesOf) => new(
        lesson.Id,
        words.Language,
        $"{shown.Presentation!.Address}/{words.Slug}",
        words.Slug,
        words.Title,
        words.Description,
        words.Intro,
        [
            .. from part in lesson.Parts
               let heading = words.Section(part.Id)!
               let slides = part.Slides.Select(slide => Build(slide, linesOf(slide), heading, shown))
               select new LessonPart(part.Id, heading.Title, [.. slides.Where(slide => slide.Shows.Count > 0)]),
        ]);

    private static Slide Build(SlideSource slide, int lines, Section part, EditionWords shown)
    {
        var heading = part.Sections.First(section => section.Id == slide.Id);

        return new Slide(
            slide.Id,
            heading.Title,
            slide.Minutes,
            lines,
            [.. slide.Shows.Select(place => Find(place, shown)).OfType<SlideWords>()],
            heading.Body,
            heading.Parts);
    }

    private static SlideWords? Find(string written, EditionWords words)
    {
        var (pageId, sectionId, partName) = SlidePlace.Parse(written);
        if (words.Page(pageId) is not { } page)
        {
            return null;
        }

        var section = sectionId is null ? null : page.Sections.SelectMany(own => own.Sections.Prepend(own)).FirstOrDefault(own => own.Id == sectionId);
        var part = partName is null ? null : section?.Parts.FirstOrDefault(own => own.Kind.Name() == partName);

        return (sectionId is not null && section is null) || (partName is not null && part is null) ? null : new SlideWords(page, section, part);
    }
}
