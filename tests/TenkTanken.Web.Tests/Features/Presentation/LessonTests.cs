using System.Net;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Presentation;

public sealed class LessonTests(TestSite site)
{
    private Lesson Lesson => site.Library.Lessons["nb"][0];

    [Fact]
    public async Task Those_who_teach_find_every_lesson_with_its_minutes_and_the_ways_to_show_and_to_prepare_it()
    {
        var page = await site.GetAsync(site.Words.Presentation!.Address).PageAsync();

        var lesson = Assert.Single(page.QuerySelectorAll("article.lesson"));
        Assert.Equal(Lesson.Title, lesson.QuerySelector("h3")!.TextContent);
        Assert.Equal("Til sammen 20 minutter på 12 lysbilder", lesson.QuerySelector(".lesson__minutes")!.TextContent);
        Assert.Equal(Lesson.Address, lesson.QuerySelector("form")!.GetAttribute("action"));
        Assert.Contains($"{Lesson.Address}/manus", lesson.QuerySelectorAll("[formaction]").Select(button => button.GetAttribute("formaction")));
    }

    [Fact]
    public async Task The_slides_show_what_the_pages_say_and_nothing_of_the_notes()
    {
        var page = await site.GetAsync(Lesson.Address).PageAsync();

        var slide = page.QuerySelector("article[aria-labelledby=one-sign]")!;
        var sign = site.Words.Checklist.Signs.First(sign => sign.Id == "controlled-by-others");
        Assert.Equal(sign.Title, slide.QuerySelector("h2")!.TextContent);
        Assert.Equal(
            ["Hvorfor vi ser etter dette", "Vanlige forklaringer", "Et trygt neste steg"],
            slide.QuerySelectorAll("h3").Select(part => part.TextContent.Trim()));
        Assert.DoesNotContain("Spør rommet", page.Body!.TextContent);
        Assert.Equal("/ut", page.QuerySelector("a.leave")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_notes_have_of_each_slide_its_minutes_what_to_say_and_what_the_room_sees()
    {
        var page = await site.GetAsync($"{Lesson.Address}/manus").PageAsync();

        var slide = page.QuerySelector("article[aria-labelledby=one-sign]")!;
        Assert.Equal("6 av 12, 2 min", slide.QuerySelector(".script-slide__top p")!.TextContent);
        Assert.Equal(
            ["Hva lysbildet er til", "Det du kan si", "Spør rommet", "Når det kommer nær"],
            slide.QuerySelectorAll("h4").Select(part => part.TextContent.Trim()));
        Assert.Contains("Ser ut til å være styrt av andre", slide.QuerySelector(".script-slide__seen")!.TextContent);
    }

    [Theory]
    [InlineData("", "nn", "/nn/presentasjon/20-minutt")]
    [InlineData("", "en", "/en/presentation/20-minutes")]
    [InlineData("/manus", "en", "/en/presentation/20-minutes/manus")]
    public async Task The_same_lesson_is_there_in_every_language(string below, string language, string address)
    {
        var page = await site.GetAsync(Lesson.Address + below).PageAsync();

        Assert.Equal(address, page.QuerySelector($"link[hreflang={language}]")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/nb/presentasjon/finnes-ikke")]
    [InlineData("/nb/presentasjon/20-minutter/noe")]
    [InlineData("/nb/presentasjon/20-minutes")]
    [InlineData("/nb/tegn/20-minutter")]
    [InlineData("/nb/tegn/20-minutter/manus")]
    public async Task Where_there_is_no_lesson_there_is_no_page(string address)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task What_an_address_chooses_is_taken_as_far_as_it_can_be_read()
    {
        var page = await site.GetAsync($"{Lesson.Address}?del=signs&del=gone&rom=morkt&bokstaver=nei&ark=3&who=you").PageAsync();

        var slides = page.QuerySelector(".slides")!;
        Assert.Equal(
            Lesson.Parts.Where(part => part.Id is "opening" or "signs" or "closing").SelectMany(part => part.Slides).Select(slide => slide.Id),
            page.QuerySelectorAll(".slide h2").Select(heading => heading.Id));
        Assert.Equal(("dark", null, "1"), (slides.GetAttribute("data-room"), slides.GetAttribute("data-letters"), slides.GetAttribute("data-on-sheet")));
    }
}
