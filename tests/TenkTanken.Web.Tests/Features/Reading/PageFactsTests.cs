using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Reading;

public sealed class PageFactsTests(TestSite site)
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Every_page_names_its_facts_with_who_says_so_and_when_they_were_and_will_be_checked()
    {
        foreach (var (language, expected) in site.AllPages())
        {
            var texts = site.Library.Texts[language.Code];
            var facts = site.Library.CurrentIn(language).FactsOn(expected);

            var page = await site.GetAsync(expected.Address).PageAsync();

            var told = page.QuerySelectorAll("#page-facts li");
            Assert.Equal(facts.Count, told.Length);
            Assert.All(facts.Zip(told), pair =>
            {
                var (fact, item) = pair;
                string[] check = [texts.Facts.CheckedOn.With(("date", texts.Dates.Say(fact.Checked))), .. texts.Facts.ReservationsOn(fact)];
                Assert.Contains(fact.SourceAddress, item.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
                Assert.Equal(fact.InMarkup(language.Code).Value, item.QuerySelector("p")!.InnerHtml.Replace("&nbsp;", "\u00A0", StringComparison.Ordinal));
                Assert.EndsWith(
                    $"{texts.Facts.Source} {fact.Source}. {string.Join(' ', check)} "
                        + $"{texts.Facts.CheckAgain.With(("date", texts.Dates.Say(fact.CheckAgain)))}",
                    item.ShownText(),
                    StringComparison.Ordinal);
            });
            if (facts.Count > 0)
            {
                var all = texts.Facts.Checked.With(("date", texts.Dates.Say(facts.Min(fact => fact.Checked))));
                Assert.Equal(facts.All(fact => fact.CheckedIn == CheckedIn.Source) ? all : $"{all} {texts.Facts.NotAtSource}",
                    page.QuerySelector("#page-facts > p")!.ShownText());
            }
            else
            {
                Assert.Null(page.GetElementById("page-facts"));
            }

            Assert.Null(page.QuerySelector(".overdue"));
        }
    }

    [Fact]
    public void Some_pages_tell_facts_and_some_do_not()
    {
        Assert.Contains(site.Words.Pages, page => site.Words.FactsOn(page).Count > 0);
        Assert.Contains(site.Words.Pages, page => site.Words.FactsOn(page).Count == 0);
        Assert.DoesNotContain(site.Library.Facts.Values, fact => fact.IsOverdue(Today));
        Assert.Equal(Enum.GetValues<CheckedIn>(), site.Library.Facts.Values.Select(fact => fact.CheckedIn).Distinct().Order());
        Assert.Contains(site.Library.Facts.Values, fact => fact.IsFrontPage);
    }

    [Fact]
    public async Task A_reflection_names_those_of_its_page_and_an_error_names_none()
    {
        var reflection = await site.PostAsync(TestSite.Checklist, ("sign-fear-or-stress", "noticed")).PageAsync();
        var error = await site.GetAsync("/nb/finnes-ikke").PageAsync();

        Assert.Equal(site.Words.FactsOn(site.Words.The(PageKind.Checklist)).Count, reflection.QuerySelectorAll("#page-facts li").Length);
        Assert.Null(error.GetElementById("page-facts"));
    }

    [Theory]
    [InlineData(2099, 6, 15, false)]
    [InlineData(2099, 6, 16, true)]
    [InlineData(2099, 12, 1, true)]
    public async Task Facts_nobody_has_checked_in_time_are_told_of_first_on_their_page_and_named_below_with_the_day(int year, int month, int day, bool any)
    {
        await using var later = new TestSite();
        // Not by letting the years pass: every hour of them would be one at which things are forgotten.
        later.Time.AdjustTime(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero));
        foreach (var expected in later.Words.Pages)
        {
            var overdue = later.Words.FactsOn(expected).Where(fact => fact.IsOverdue(new DateOnly(year, month, day))).ToList();

            var page = await later.GetAsync(expected.Address).PageAsync();

            Assert.Equal(
                overdue.Select(fact => $"{fact.InWords("nb")} {later.Texts.Facts.OverdueSince.With(("date", later.Texts.Dates.Say(fact.CheckAgain)))}"
                    .Replace('\u00A0', ' ')),
                page.QuerySelectorAll("#page-facts li:has(strong)").Select(item => $"{item.Children[0].ShownText()} {item.Children[1].ShownText()}"));
            Assert.Equal(overdue.Count > 0, page.QuerySelector("#page-facts details")?.HasAttribute("open") ?? false);
            Assert.Equal(overdue.Count > 0, page.QuerySelector(".overdue") is not null);
            if (overdue.Count > 0)
            {
                Assert.NotNull(page.QuerySelector("#page-facts li:first-child strong"));
                var first = page.QuerySelector("main")!.FirstElementChild!;
                Assert.Equal("notice overdue", first.ClassName);
                Assert.StartsWith(later.Texts.Facts.Overdue, first.ShownText(), StringComparison.Ordinal);
                Assert.EndsWith("#page-facts", first.QuerySelectorAll("a")[^1].GetAttribute("href"), StringComparison.Ordinal);
            }
        }

        Assert.Equal(any, later.Library.Facts.Values.Any(fact => fact.IsOverdue(new DateOnly(year, month, day))));
    }
}
