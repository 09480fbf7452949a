using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// A trainer can open a lesson and begin: its words are there in every language, all it shows is in the edition readers get and can be
/// read from the back row, the room is told first that it may come close, and sees last whom to call.
/// </summary>
internal sealed class LessonsCanBeGiven : IRule
{
    /// <summary>In a case one wonders before anything is explained.</summary>
    private static readonly PartKind[] Answers = [PartKind.Ordinary, PartKind.Next];

    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var lesson in content.Lessons.All)
        {
            CheckStructure(lesson, problems);
            foreach (var language in content.Lessons.Languages)
            {
                CheckWords(lesson, language, problems);
            }

            if (content.Edition(content.Site.EditionId) is { } edition && edition.Structure.Pages.Any(page => page.Kind == PageKind.Presentation))
            {
                CheckSlides(lesson, edition, content, problems);
            }
        }

        foreach (var language in content.Lessons.Languages)
        {
            CheckFolder(language, content.Lessons, problems);
        }
    }

    private static void CheckStructure(LessonSource lesson, ProblemList problems)
    {
        var ids = new HashSet<string>();
        foreach (var (id, line) in lesson.Parts.SelectMany(part => part.Slides.Select(slide => (slide.Id, slide.Line)).Prepend((part.Id, part.Map.Line)))
            .Where(named => named.Item1.Length > 0))
        {
            Ids.Check(id, lesson.File, line, problems);
            if (!ids.Add(id))
            {
                problems.Add(ProblemKind.IdTwice, lesson.File, line, ("id", id), ("file", lesson.File));
            }
        }
    }

    /// <summary>A heading for each part, and below it one for each of its slides, in the same order.</summary>
    private static void CheckWords(LessonSource lesson, LanguageSource language, ProblemList problems)
    {
        var file = $"{LessonFiles.Folder}/{language.Code}/{lesson.Id}.md";
        if (language.Page(lesson.Id) is not { } page)
        {
            if (!problems.IsAbout(file) && Ids.IsWellFormed(lesson.Id))
            {
                problems.Add(ProblemKind.FileMissing, file, 0);
            }

            return;
        }

        var wanted = lesson.Parts.SelectMany(part => part.Slides.Select(slide => (part.Id, Slide: slide.Id)).Prepend((part.Id, ""))).ToList();
        var written = page.Outline.Sections
            .SelectMany(part => part.Sections.Select(slide => (Source: slide, Place: (part.Id, Slide: slide.Id)))
                .Prepend((Source: part, Place: (part.Id, Slide: ""))))
            .ToList();
        foreach (var (part, slide) in wanted.Except(written.Select(heading => heading.Place)))
        {
            problems.Add(ProblemKind.SlideMissing, file, 0, ("id", slide.Length > 0 ? slide : part), ("file", lesson.File));
        }

        foreach (var (heading, _) in written.Where(heading => heading.Source.Id.Length > 0 && !wanted.Contains(heading.Place)))
        {
            problems.Add(ProblemKind.SlideNobodyNames, file, heading.Line, ("id", heading.Id), ("file", lesson.File));
        }

        foreach (var part in page.Outline.Sections.Where(part => part.Body.Count > 0))
        {
            problems.Add(ProblemKind.WordsOutsideSlide, file, part.Body[0].Line + 1, ("id", part.Id));
        }

        EveryPageHasItsShape.CheckParts(page, PageShape.Lesson, problems);
        EveryPageHasItsShape.RequireParts(page, PageShape.Lesson, problems);
    }

    private static void CheckSlides(LessonSource lesson, EditionSource edition, ContentSource content, ProblemList problems)
    {
        var slides = lesson.Slides.ToList();
        if (slides.Count == 0 || edition.First is not { } first
            || edition.Languages.Any(language => edition.Structure.Pages.Any(page => language.Page(page.Id) is null)))
        {
            return;
        }

        var shown = slides.Select(slide => slide.Shows.Select(place => SlidePlace.Find(place, first)).ToList()).ToList();
        foreach (var (slide, place) in slides.SelectMany(slide => slide.Shows.Select(place => (slide, place)))
            .Where(at => SlidePlace.Find(at.place, first) is null))
        {
            problems.Add(ProblemKind.SlideShowsNowhere, lesson.File, slide.Line, ("id", place), ("edition", edition.Id));
        }

        if (shown.Exists(places => places.Contains(null)))
        {
            return;
        }

        if (!shown[0].Exists(place => Kind(place!) == PageKind.Presentation && place!.Section?.Id == Presentation.ContentNoteSection))
        {
            problems.Add(ProblemKind.LessonBegins, lesson.File, slides[0].Line, ("id", $"{PageOf(PageKind.Presentation)}#{Presentation.ContentNoteSection}"));
        }

        if (!shown[^1].Exists(place => Kind(place!) == PageKind.Contacts && place!.Section is not null))
        {
            problems.Add(ProblemKind.LessonEnds, lesson.File, slides[^1].Line, ("id", PageOf(PageKind.Contacts)));
        }

        CheckCases(lesson, slides, shown!, problems);
        foreach (var language in edition.Languages)
        {
            foreach (var slide in slides)
            {
                // In the other languages the same places are there, as another rule has asked.
                var places = slide.Shows.Select(place => SlidePlace.Find(place, language)).OfType<SlidePlace>().ToList();
                if (SlideLength.Of(places, content, language.Code) is > SlideLength.Most and var lines)
                {
                    problems.Add(ProblemKind.SlideTooFull, lesson.File, slide.Line, ("id", slide.Id), ("language", language.Code), ("count", $"{lines}"),
                        ("limit", $"{SlideLength.Most}"));
                }
            }
        }

        PageKind Kind(SlidePlace place) => edition.KindOf(place.Page);

        string PageOf(PageKind kind) => edition.Structure.Pages.First(page => page.Kind == kind).Id;
    }

    private static void CheckCases(LessonSource lesson, List<SlideSource> slides, List<List<SlidePlace>> shown, ProblemList problems)
    {
        var wondered = new HashSet<SectionSource>();
        foreach (var (slide, places) in slides.Zip(shown))
        {
            foreach (var place in places.Where(place => place.Part?.Kind is { } kind && Answers.Contains(kind)
                && place.Section!.Parts.Exists(part => part.Kind == PartKind.Wonder) && !wondered.Contains(place.Section)))
            {
                problems.Add(ProblemKind.AnswerBeforeQuestion, lesson.File, slide.Line, ("id", place.Section!.Id));
            }

            // On a slide of its own: what is on the same one is read at the same time.
            wondered.UnionWith(places.Where(place => place.Part?.Kind == PartKind.Wonder).Select(place => place.Section!));
        }
    }

    private static void CheckFolder(LanguageSource language, LessonsSource lessons, ProblemList problems)
    {
        var slugs = new HashSet<string>();
        foreach (var page in language.Pages)
        {
            if (!Ids.IsWellFormed(page.Slug))
            {
                problems.Add(ProblemKind.SlugBroken, page.File, page.SlugLine, ("slug", page.Slug));
            }
            else if (!slugs.Add(page.Slug))
            {
                problems.Add(ProblemKind.SlugTwice, page.File, page.SlugLine, ("slug", page.Slug));
            }
        }

        var names = language.Files.Select(file => Path.GetFileName(file)).ToList();
        foreach (var file in language.Files.Where(file => !EveryFileIsRead.IsCopy(Path.GetFileName(file), names)))
        {
            var lesson = $"{LessonFiles.Folder}/{Path.GetFileNameWithoutExtension(file)}.yaml";
            if (!lessons.All.Any(known => known.File == lesson) && !problems.IsAbout(lesson))
            {
                problems.Add(ProblemKind.LessonMissing, file, 0, ("file", lesson));
            }
        }
    }
}
