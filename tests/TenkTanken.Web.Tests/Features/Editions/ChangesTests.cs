using System.Net;
using TenkTanken.Content;
using TenkTanken.Content.Comparing;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Editions;

public sealed class ChangesTests(TestSite site)
{
    public static TheoryData<string> Languages => [.. TestContent.Library.Site.Languages.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_sign_that_differs_is_named_as_it_was_and_as_it_is(string code)
    {
        var signs = StepsIn(code).SelectMany(step => step.Signs).ToList();
        var texts = site.Library.Texts[code].Editions;

        var page = await site.GetAsync(Address(code)).PageAsync();

        var told = page.QuerySelectorAll("li.card");
        Assert.NotEmpty(signs);
        Assert.Equal(signs.Count, told.Length);
        Assert.All(signs.Zip(told), pair =>
        {
            var (sign, item) = pair;
            Assert.True(sign is { Kind: EditionChange.Reworded, TitleReworded: true }, "Say here what the page is to show of such a change.");
            Assert.Equal([$"{texts.Before} {sign.Before!.Title}", $"{texts.Now} {sign.After!.Title}"], item.Children.Take(2).Select(line => line.ShownText()));
            Assert.Equal([texts.Before, texts.Now], item.QuerySelectorAll("details .hint").Select(label => label.ShownText()));
            Assert.NotNull(item.QuerySelector("details [data-part=ordinary]"));
            Assert.Equal(texts.ChangedSigns, item.Closest("ul")!.PreviousElementSibling!.TextContent);
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_the_editors_say_of_an_edition_stands_first(string code)
    {
        var newest = StepsIn(code)[0];
        var changes = site.Library.CurrentIn(site.Library.Site.Language(code)!).The(PageKind.Changes);
        var said = Assert.Single(changes.Sections);

        var heading = (await site.GetAsync(Address(code)).PageAsync()).GetElementById(said.Id)!;

        Assert.Equal($"edition-{newest.Newer.Id}", said.Id);
        Assert.Equal(said.Body.Value.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal).Trim(),
            heading.NextElementSibling!.TextContent.Trim());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_that_differs_is_named_with_what_on_it_does(string code)
    {
        var changes = StepsIn(code).SelectMany(step => step.Pages).ToList();
        var texts = site.Library.Texts[code].Editions;

        var page = await site.GetAsync(Address(code)).PageAsync();

        Assert.Equal(
            changes.Where(change => change.Kind == EditionChange.Added).Select(change => (change.After!.Address, change.After.Title)),
            page.QuerySelectorAll(".changed[data-links] a").Select(link => (link.GetAttribute("href")!, link.TextContent)));
        var reworded = changes.Where(change => change.Kind == EditionChange.Reworded).ToList();
        var told = page.QuerySelectorAll(".changed > li:not(.card) > details");
        Assert.NotEmpty(reworded);
        Assert.Equal(reworded.Select(change => change.After!.Title), told.Select(item => item.QuerySelector("summary")!.TextContent));
        Assert.All(reworded.Zip(told), pair =>
        {
            var (change, item) = pair;
            Assert.Equal([change.After!.Address, change.Before!.Address], item.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
            Assert.Equal(change.IntroReworded, item.ShownText().Contains(texts.IntroChanged, StringComparison.Ordinal));
            Assert.Equal(
                change.Sections.OrderBy(section => section.Kind).Select(section => section.After is null
                    ? section.Before!.Title
                    : section is { Before: { } before, TitleReworded: true } ? $"{section.After.Title} {texts.Before} {before.Title}" : section.After.Title),
                item.QuerySelectorAll("li").Select(part => part.ShownText()));
            Assert.Equal(
                change.Sections.Select(section => section.Kind).Distinct().Order().Select(kind => kind switch
                {
                    EditionChange.Added => texts.NewParts,
                    EditionChange.Reworded => texts.ChangedParts,
                    _ => texts.RemovedParts,
                }),
                item.QuerySelectorAll("p > strong").Select(label => label.ShownText()).Where(label => label.EndsWith(':')));
        });
    }

    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task What_the_older_edition_says_in_bokmål_alone_is_marked_so(string code)
    {
        var texts = site.Library.Texts[code].Editions;
        var changes = StepsIn(code)[^1];

        var page = await site.GetAsync(Address(code)).PageAsync();

        Assert.Contains($"{texts.OnlyIn.With(("edition", "2016"))} Bokmål", page.QuerySelectorAll("p").Select(line => line.ShownText()));
        var before = changes.Signs.Select(sign => sign.Before!.Title)
            .Concat(changes.Pages.SelectMany(change => change.Sections).Where(section => section.TitleReworded)
                .Select(section => section.Before?.Title).OfType<string>())
            .ToList();
        Assert.True(before.Count > 9);
        Assert.All(before, title => Assert.Contains("nb", page.Saying(title).Select(text => text.SpokenIn())));
        Assert.All(page.QuerySelectorAll("li.card details"), details =>
        {
            var words = details.QuerySelectorAll("p.hint").Select(label => label.NextElementSibling!).ToList();
            Assert.Equal(["nb", null], words.Select(block => block.GetAttribute("lang")));
        });
    }

    [Fact]
    public async Task In_bokmål_nothing_is_said_of_languages()
    {
        var page = await site.GetAsync(Address("nb")).PageAsync();

        Assert.DoesNotContain(site.Texts.Editions.OnlyIn.With(("edition", "2016")), page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Nothing_is_told_of_a_draft_and_nothing_by_how_it_looks_alone()
    {
        var page = await site.GetAsync(Address("nb")).PageAsync();

        Assert.All(
            site.Library.Editions.Values.Where(edition => !edition.IsOut),
            draft => Assert.DoesNotContain(draft.Id, page.QuerySelector("main")!.TextContent));
        Assert.Equal(StepsIn("nb").Select(step => $"Utgave {step.Newer.Id}"), page.QuerySelectorAll("h2[id^=edition-]").Select(heading => heading.TextContent));
        Assert.Empty(page.QuerySelectorAll("ins, del, s"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_link_on_it_leads_somewhere(string code)
    {
        var page = await site.GetAsync(Address(code)).PageAsync();

        var links = page.LinksIn("main").Distinct().ToList();
        Assert.True(links.Count > 10);
        foreach (var link in links)
        {
            // A page of an earlier edition may lead to the one that does it today.
            Assert.True((await site.GetAsync(link)).StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, link);
        }
    }

    private string Address(string code) => site.Library.CurrentIn(site.Library.Site.Language(code)!).The(PageKind.Changes).Address;

    /// <summary>From each edition to the one before it, newest first; the last is from the brochure of 2016.</summary>
    private List<EditionChanges> StepsIn(string code)
    {
        IReadOnlyList<Edition> editions = [site.Library.Current, .. site.Library.Before(site.Library.Current)];

        return [.. editions.Zip(editions.Skip(1), (newer, older) => EditionChanges.Between(older, newer, site.Library.Site.Language(code)!))];
    }
}
