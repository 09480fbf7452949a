using System.Net;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Reading;

public sealed class ReadingTests(TestSite site)
{
    public static TheoryData<string> Slugs =>
    [
        "", "hva-er-det", "tegn", "samtale", "vaer-klar-over", "eksempel", "situasjoner", "kontakter", "om", "personvern",
        "sjekkliste", "kom-tilbake", "endringer", "ordliste", "tilgjengelighet",
    ];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Every_page_is_whole_html_with_no_script_but_that_of_leaving_and_what_a_page_offers_to_those_who_read(string slug)
    {
        var response = await site.GetAsync($"/nb/{slug}");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            slug switch
            {
                "tegn" => ["LeaveScript", "WordFilter", "PrintButton"],
                "samtale" => ["LeaveScript", "LargePhrase"],
                "sjekkliste" => ["LeaveScript", "KeepTicks"],
                _ => ["LeaveScript"],
            },
            (await response.PageAsync()).Scripts.Select(script => script.Source!.Split('/')[^1].Split('.')[0]));
        Assert.DoesNotContain("blazor.web.js", text);
        Assert.DoesNotContain("__RequestVerificationToken", text);
        Assert.DoesNotContain("style=", text);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task A_page_is_the_same_as_long_as_its_words_are(string slug)
    {
        var first = await (await site.GetAsync($"/nb/{slug}")).Content.ReadAsStringAsync();
        var second = await (await site.GetAsync($"/nb/{slug}")).Content.ReadAsStringAsync();

        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Every_page_says_what_it_is_who_it_is_from_and_how_to_leave(string slug)
    {
        var expected = site.Words.At(slug)!;

        var page = await site.GetAsync($"/nb/{slug}").PageAsync();

        Assert.Equal(slug.Length == 0 ? "Tenk tanken" : $"{expected.Title} – Tenk tanken", page.Title);
        Assert.Equal(expected.Title, page.Heading());
        Assert.Equal(expected.Description, page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal("/ut", page.QuerySelector("a.leave")!.GetAttribute("href"));
        Assert.Contains($"Utgave {site.Library.Current.Id}", page.QuerySelector("footer")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Head_answers_as_get_without_the_body(string slug)
    {
        var get = await site.GetAsync($"/nb/{slug}");
        var head = await site.SendAsync(HttpMethod.Head, $"/nb/{slug}");

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.NotEmpty(await get.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Wherever_signs_are_shown_the_double_caveat_is_beside_them()
    {
        var caveat = site.Words.Checklist.Caveat.Title;
        foreach (var page in site.Words.Pages)
        {
            var document = await site.GetAsync(page.Address).PageAsync();
            var showsSigns = document.QuerySelectorAll("[data-part=ordinary]").Length > 0;

            Assert.Equal(showsSigns, document.QuerySelectorAll("h2").Any(heading => heading.TextContent == caveat));
        }
    }

    [Fact]
    public async Task Every_sign_is_shown_with_why_ordinary_and_next()
    {
        var page = await site.GetAsync("/nb/tegn").PageAsync();

        var cards = page.QuerySelectorAll("article.sign");
        Assert.Equal(site.Words.Checklist.Signs.Select(sign => sign.Title), cards.Select(card => card.QuerySelector(".heading")!.TextContent));
        Assert.All(cards, card => Assert.Equal(["why", "ordinary", "next"], card.QuerySelectorAll(".part").Select(part => part.GetAttribute("data-part"))));
        Assert.Equal(2, page.QuerySelectorAll("article.sign .tag").Length);
    }

    [Fact]
    public async Task Nothing_on_a_page_plays_sounds_or_appears_by_pointing_at_it()
    {
        const string Playing = "audio, video, iframe, object, embed, canvas, marquee, animate, animateTransform, [title], [accesskey]";

        foreach (var (_, expected) in site.AllPages())
        {
            var page = await site.GetAsync(expected.Address).PageAsync();

            Assert.Empty(page.Body!.QuerySelectorAll(Playing));
        }

        Assert.Single(new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<p title='More'>").QuerySelectorAll(Playing));
    }

    [Fact]
    public async Task Headings_never_skip_a_level()
    {
        foreach (var page in site.Words.Pages)
        {
            var document = await site.GetAsync(page.Address).PageAsync();
            var levels = document.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();

            Assert.Equal(1, levels[0]);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{page.Address}: h{pair.First}, then h{pair.Second}"));
        }
    }
}
