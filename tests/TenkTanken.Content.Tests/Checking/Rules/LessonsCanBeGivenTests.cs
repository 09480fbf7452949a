using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class LessonsCanBeGivenTests
{
    private const string Lesson = "lessons/20-minutes.yaml";
    private const string Notes = "lessons/nb/20-minutes.md";

    [Theory]
    [InlineData("minutes: 1.5", "minutes: soon", "minutes: soon",
        "«minutes» er «soon», men skal være minutter. Skriv hele eller halve minutter, som 2 eller 1.5.")]
    [InlineData("minutes: 1.5", "minutes: 1.2", "minutes: 1.2",
        "«minutes» er «1.2», men skal være minutter. Skriv hele eller halve minutter, som 2 eller 1.5.")]
    [InlineData("minutes: 1.5", "minutes: 0", "minutes: 0",
        "«minutes» er «0», men skal være minutter. Skriv hele eller halve minutter, som 2 eller 1.5.")]
    [InlineData("        minutes: 1.5\n", "", "id: easy-to-pass-by", "«minutes» mangler eller er tom. Fyll den inn.")]
    [InlineData("shows: [checklist#caveat]", "shows: []", "shows: []", "«shows» mangler eller er tom. Fyll den inn.")]
    [InlineData("checklist#caveat", "checklist#gone", "id: wrong-both-ways",
        "«checklist#gone» finnes ikke i utgaven leserne får, 2026-1. Skriv side#overskrift eller side#overskrift/del, slik de heter i den utgaven.")]
    [InlineData("situations#case-car-wash/wonder", "situations#case-car-wash/gone", "id: what-we-wonder",
        "«situations#case-car-wash/gone» finnes ikke i utgaven leserne får, 2026-1. Skriv side#overskrift eller side#overskrift/del, "
        + "slik de heter i den utgaven.")]
    [InlineData("shows: [presentation#content-note]", "shows: [checklist#caveat]", "id: before-we-begin",
        "Opplegget begynner ikke med å si hva det handler om, og at en kan gå. La det første lysbildet vise presentation#content-note.")]
    [InlineData("shows: [contacts#urgent, contacts#advice]", "shows: [checklist#caveat]", "id: who-to-call",
        "Opplegget slutter ikke med noen å ringe. La det siste lysbildet vise noe fra contacts, som contacts#advice.")]
    [InlineData("shows: [situations#case-car-wash/wonder]", "shows: [checklist#caveat]", "id: what-else-it-can-be",
        "Lysbildet svarer på «case-car-wash» før noen har fått undre seg. Vis case-car-wash/wonder på et lysbilde før dette.")]
    [InlineData("shows: [situations#case-car-wash/wonder]", "shows: [situations#case-car-wash/wonder, situations#case-car-wash/ordinary]", "id: what-we-wonder",
        "Lysbildet svarer på «case-car-wash» før noen har fått undre seg. Vis case-car-wash/wonder på et lysbilde før dette.")]
    public void What_cannot_be_given_is_told_at_the_slide(string old, string @new, string at, string told)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Lesson, old, @new);

        var problems = content.Load().Problems;

        Assert.Equal($"{Lesson}:{content.LineOf(Lesson, at)}  {told}", $"{problems[0]}");
        Assert.All(problems, problem => Assert.True(problem.Blocks));
    }

    [Fact]
    public void A_name_is_given_to_one_slide_only_and_an_address_to_one_lesson()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Lesson, "id: one-sign", "id: wrong-both-ways");
        File.Copy(content.PathOf(Lesson), content.PathOf("lessons/30-minutes.yaml"));
        File.Copy(content.PathOf(Notes), content.PathOf("lessons/nb/30-minutes.md"));

        var kinds = content.Load().Problems.Select(problem => problem.Kind).ToList();

        Assert.Equal(2, kinds.Count(kind => kind == ProblemKind.IdTwice));
        Assert.Single(kinds, ProblemKind.SlugTwice);
    }

    [Fact]
    public void A_slide_that_nobody_could_read_from_the_back_is_told()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Lesson, "shows: [checklist#caveat]",
            "shows: [checklist#before-you-begin, checklist#caveat, conversation#talk-alone, conversation#not-now]");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.SlideTooFull, content.LineOf(Lesson, "id: wrong-both-ways")), (problem.Kind, problem.Line));
    }

    [Theory]
    [InlineData("### Ett av tegnene {#one-sign}", "### Ett av tegnene {#another-sign}", ProblemKind.SlideMissing, ProblemKind.SlideNobodyNames)]
    [InlineData("## Tegnene {#signs}\n", "## Tegnene {#signs}\n\nNobody sees this.\n", ProblemKind.WordsOutsideSlide)]
    [InlineData("::: aim\nIngen går herfra", "::: care\nIngen går herfra", ProblemKind.PartMissing)]
    [InlineData("::: question\n", "::: wonder\n", ProblemKind.PartUnknown)]
    [InlineData("slug: 20-minutter", "slug: 20 minutter", ProblemKind.SlugBroken)]
    [InlineData("Velkommen.", "Velkommen, ring 22 33 11 60.", ProblemKind.NumberSpelt)]
    [InlineData("Velkommen.", "Velkommen, offer.", ProblemKind.WordToAvoid)]
    [InlineData("Velkommen.", "Velkommen, se [der](gone.md).", ProblemKind.LinkNowhere)]
    [InlineData("Velkommen.", "Velkommen, {fact:gone}.", ProblemKind.FactUnknown)]
    public void The_notes_are_asked_as_every_page_is(string old, string @new, params ProblemKind[] kinds)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Notes, old, @new);

        var problems = content.Load().Problems;

        Assert.Equal(kinds.Order(), problems.Select(problem => problem.Kind).Order());
        Assert.All(problems, problem => Assert.Equal(Notes, problem.File));
    }

    [Fact]
    public void A_lesson_without_notes_and_notes_without_a_lesson_are_named()
    {
        using var content = ContentCopy.WithDraft();
        File.Move(content.PathOf(Notes), content.PathOf("lessons/nb/30-minutes.md"));

        content.Says(
            $"{Notes}  Filen finnes ikke. Lag den, eller ta den ut der den er nevnt.",
            "lessons/nb/30-minutes.md  Ingen viser til denne filen: lessons/30-minutes.yaml mangler. Lag den, eller slett filen.");
    }

    [Fact]
    public void A_lesson_is_what_readers_get_slide_by_slide()
    {
        using var content = ContentCopy.WithDraft();

        var library = content.Load().Library!;

        var lesson = Assert.Single(library.Lessons["nb"]);
        Assert.Equal(("/nb/presentasjon/20-minutter", 20m), (lesson.Address, lesson.Minutes));
        var slide = lesson.Slides.First(slide => slide.Id == "one-sign");
        var sign = library.Current.ByLanguage["nb"].Section("controlled-by-others")!;
        Assert.Equal(sign.Title, slide.Heading);
        Assert.Equal([PartKind.Why, PartKind.Ordinary, PartKind.Next], slide.Shows.Select(shown => shown.Part!.Kind));
        Assert.All(slide.Shows, shown => Assert.Equal(sign, shown.Section));
        Assert.Equal([PartKind.Aim, PartKind.Question, PartKind.Care], slide.Parts.Select(part => part.Kind));
    }

    [Fact]
    public void A_slide_can_show_what_one_may_choose_in_a_case()
    {
        using var content = ContentCopy.WithDraft();
        content.Append($"{ContentCopy.Edition}/nb/situations.md", "\n::: choices\n- A\n- B\n- C\n:::\n");
        content.Lock(Repository.Current);
        content.Replace(Lesson, "shows: [situations#case-car-wash/wonder]", "shows: [situations#case-car-wash/wonder, situations#case-car-wash/choices]");
        content.Says();

        var slide = content.Load().Library!.Lessons["nb"].Single().Slides.First(slide => slide.Id == "what-we-wonder");

        Assert.Equal([PartKind.Wonder, PartKind.Choices], slide.Shows.Select(shown => shown.Part!.Kind));
        Assert.Equal(["A", "B", "C"], slide.Shows[1].Part!.Choices.Select(choice => choice.Value));
    }

    [Fact]
    public void Where_readers_have_no_page_for_those_who_teach_there_are_no_lessons()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace($"{ContentCopy.Edition}/edition.yaml", "  - id: presentation\n    kind: presentation\n", "");
        File.Delete(content.PathOf($"{ContentCopy.Edition}/nb/presentation.md"));
        content.Lock(Repository.Current);

        var loaded = content.Load();

        Assert.DoesNotContain(loaded.Problems, problem => problem.Blocks);
        Assert.Empty(loaded.Library!.Lessons["nb"]);
    }
}
