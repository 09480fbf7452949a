using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Duties;

public sealed class DutiesTests(TestSite site)
{
    /// <summary>Which rules each answer brings, by the law as it is: somebody may act on it.</summary>
    private static readonly Dictionary<string, string[]> RulesOf = new()
    {
        ["minor-yes"] = ["report-to-child-welfare", "duty-to-avert"],
        ["minor-no"] = [],
        ["danger-yes"] = ["alert-emergency", "duty-to-avert"],
        ["danger-no"] = ["duty-to-avert"],
        ["agreement-yes"] = ["with-consent", "interpreter"],
        ["agreement-no"] = ["confidentiality", "without-identifying", "weighty-interests"],
        ["agreement-not-asked"] = ["confidentiality", "working-together", "without-identifying", "interpreter"],
    };

    public static TheoryData<string> Languages => ["nb", "nn", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Three_questions_have_every_answer_and_none_is_ticked_beforehand(string language)
    {
        var page = await OpenAsync(language);

        var questions = page.QuerySelectorAll("fieldset");
        Assert.Equal(Words(language).Questions.Select(question => question.Title),
            questions.Select(question => question.QuerySelector("legend")!.TextContent.Trim()));
        Assert.Equal(3, questions.Length);
        foreach (var (fieldset, question) in questions.Zip(Words(language).Questions))
        {
            var choices = fieldset.QuerySelectorAll("label.choice");
            Assert.Equal([site.Library.Texts[language].Duties.NotAnswered, .. question.Answers.Select(answer => answer.Title)],
                choices.Select(choice => choice.TextContent.Trim()));
            Assert.Equal("", Assert.Single(fieldset.QuerySelectorAll("input[type=radio][checked]")).GetAttribute("value"));
            Assert.Equal(Text(question.Body), page.GetElementById(fieldset.GetAttribute("aria-describedby")!)!.TextContent.Trim());
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_answer_leads_to_its_rules_which_are_told_once_each_with_what_it_asks_what_it_does_not_and_where_it_stands(string language)
    {
        var page = await OpenAsync(language);
        var title = Words(language).Rules.ToDictionary(rule => rule.Id, rule => rule.Title);

        Assert.Equal(RulesOf.Keys, page.QuerySelectorAll(".duty-answer input").Select(answer => answer.Id));
        foreach (var (answer, rules) in RulesOf)
        {
            var guidance = page.GetElementById(answer)!.Closest(".duty-answer")!.QuerySelector(".guidance")!;
            Assert.Equal(rules.Select(rule => ($"#{rule}", title[rule])),
                guidance.QuerySelectorAll(".duty-links a").Select(link => (((IHtmlAnchorElement)link).Hash, link.TextContent)));
        }

        var inFull = page.QuerySelectorAll("details:has(> .duty-rule)");
        Assert.Equal(title.Keys, inFull.Select(rule => rule.QuerySelector(".duty-rule")!.Id));
        Assert.Equal(title.Values, inFull.Select(rule => rule.QuerySelector("summary")!.TextContent));
        Assert.All(inFull, HasAllParts);
        Assert.Equal(title.Count, page.QuerySelectorAll("[data-part=asks]").Length);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Nothing_on_the_page_can_send_an_answer_or_keep_it(string language)
    {
        var page = await OpenAsync(language);
        var main = page.QuerySelector("main")!;

        // The one field that is no answer, in which one looks for a word, has no name and stands in no form either.
        Assert.Empty(main.QuerySelectorAll("form, textarea, select, [form], [formaction], [style], button:not([type=button])"));
        Assert.Empty(main.QuerySelectorAll("input:not([type=radio]):not([type=search]), input[type=search][name]"));
        Assert.NotEmpty(main.QuerySelectorAll("input[type=radio][name]"));
        Assert.Equal(["LeaveScript", "WordFilter", "OpenAll"], page.Scripts.Select(script => script.Source!.Split('/')[^1].Split('.')[0]));
        foreach (var script in page.QuerySelectorAll("main script"))
        {
            var text = await (await site.GetAsync(script.GetAttribute("src")!)).Content.ReadAsStringAsync();
            Assert.DoesNotMatch("(?i)fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource|storage|cookie|indexedDB|history|import|radio", text);
        }
    }

    [Fact]
    public async Task What_could_send_an_answer_would_be_found()
    {
        var page = await site.GetAsync(TestSite.Checklist).PageAsync();

        Assert.NotEmpty(page.QuerySelectorAll("main form, main button"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_id_stands_twice_though_a_rule_comes_with_several_answers(string language)
    {
        var ids = (await OpenAsync(language)).QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("duty-to-avert", ids);
    }

    [Theory]
    [InlineData("nb", "Venter på juridisk gjennomgang")]
    [InlineData("nn", "Ventar på juridisk gjennomgang")]
    [InlineData("en", "Awaiting legal review")]
    public async Task That_no_lawyer_has_approved_it_stands_before_the_first_question(string language, string words)
    {
        var page = await OpenAsync(language);

        var notice = page.QuerySelector("main .notice")!;
        Assert.Contains(words, notice.TextContent);
        Assert.True(notice.CompareDocumentPosition(page.QuerySelector("fieldset")!).HasFlag(DocumentPositions.Following));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_source_is_a_link_to_the_law_and_norwegian_names_in_english_say_so(string language)
    {
        var page = await OpenAsync(language);

        var sources = page.QuerySelectorAll("[data-part=source]");
        Assert.All(sources, source => Assert.NotEmpty(source.QuerySelectorAll("a")));
        Assert.All(page.QuerySelectorAll("[data-part=source] a"), link =>
        {
            Assert.StartsWith("https://lovdata.no/", link.GetAttribute("href"));
            Assert.Equal(language == "en" ? "nb" : null, link.QuerySelector("[lang]")?.GetAttribute("lang"));
        });
    }

    [Fact]
    public async Task A_post_with_answers_is_not_taken_in()
    {
        var response = await site.PostAsync("/nb/plikter", ("question-minor", "minor-yes"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static void HasAllParts(IElement rule) =>
        Assert.Equal(["asks", "asks-not", "source"], rule.QuerySelectorAll("[data-part]").Select(part => part.GetAttribute("data-part")));

    private static string Text(Html html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html.Value).Body!.TextContent.Trim();

    private Content.Duties Words(string language) => site.Library.CurrentIn(site.Library.Site.Language(language)!).Duties;

    private async Task<IHtmlDocument> OpenAsync(string language)
    {
        var address = site.Library.CurrentIn(site.Library.Site.Language(language)!).The(PageKind.Duties).Address;

        return await site.GetAsync(address).PageAsync();
    }
}
