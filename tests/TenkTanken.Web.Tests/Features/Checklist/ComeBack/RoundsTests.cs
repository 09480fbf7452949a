using System.Net;
using AngleSharp.Html.Dom;
using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist.ComeBack;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist.ComeBack;

/// <summary>Coming back: marking plans, filling in a new round, and what becomes of it when something is in the way.</summary>
public sealed class RoundsTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Record = "Skrive det jeg så, i journalen";
    private const string Interpreter = "Bestille kvalifisert tolk til neste møte";

    private static readonly (string, string)[] First =
        [("sign-fear-or-stress", "noticed"), ("sign-distrust-of-staff", "unsure"), ("plans", "plan-record"), ("plans", "plan-interpreter")];

    private static readonly (string, string)[] Second =
        [("sign-fear-or-stress", "not-noticed"), ("sign-distrust-of-staff", "noticed"), ("sign-degrading-housing", "noticed"), ("plans", "plan-record")];

    private TenkTanken.Content.ChangeTexts Changes => site.Texts.Changes;

    [Fact]
    public async Task A_new_round_stands_beside_the_first_with_every_change_named()
    {
        var page = await AddRoundAsync(await OpenAsync(await SaveAsync()), Second);

        Assert.Equal(site.Texts.Rounds.SavedTitle, page.QuerySelector("#message h2")!.TextContent);
        Assert.Equal(
            [$"{Changes.New}: {Title("degrading-housing")}", $"{Changes.NoLonger}: {Title("fear-or-stress")}",
                $"{Changes.NowKnown}: {Title("distrust-of-staff")} ({site.Texts.Checklist.Noticed})"],
            page.QuerySelectorAll("[data-change] h3")
                .Select(heading =>
                    $"{heading.TextContent}: {string.Join(", ", heading.ParentElement!.QuerySelectorAll("li").Select(sign => sign.TextContent.Trim()))}"));
        Assert.Equal(["Runde 1", "Runde 2"], page.QuerySelectorAll("table.rounds thead th").Select(cell => cell.TextContent));
        Assert.Equal(
            [site.Texts.Checklist.Noticed, site.Texts.Checklist.NotNoticed + Changes.NoLonger],
            Row(page, Title("fear-or-stress")));
        Assert.Equal([site.Texts.Plans.Planned, site.Texts.Plans.Planned], Row(page, Plan(Record)));
        Assert.Equal([site.Texts.Plans.Planned, site.Texts.Rounds.NotPlanned], Row(page, Plan(Interpreter)));
    }

    [Fact]
    public async Task What_was_left_open_in_every_round_stands_below_the_table_where_there_is_nothing_to_compare()
    {
        var page = await AddRoundAsync(await OpenAsync(await SaveAsync()), Second);

        var table = page.QuerySelector("table.rounds")!;
        var below = table.Closest("section.stack")!.QuerySelector("details")!;
        var answered = First.Concat(Second).Select(field => field.Item1).Where(name => name.StartsWith("sign-", StringComparison.Ordinal)).ToHashSet();
        var (asked, left) = (site.Words.Checklist.Signs.Where(sign => answered.Contains($"sign-{sign.Id}")),
            site.Words.Checklist.Signs.Where(sign => !answered.Contains($"sign-{sign.Id}")));
        Assert.Equal(site.Texts.Rounds.NeverConsidered, below.QuerySelector("summary")!.TextContent);
        Assert.Equal(left.Select(sign => sign.Title), below.QuerySelectorAll("li").Select(item => item.ShownText()));
        Assert.All(asked, sign => Assert.NotEmpty(Row(page, sign.Title)));
        Assert.All(left, sign => Assert.DoesNotContain(sign.Title, table.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_rounds_that_say_the_same_say_that_nothing_is_different()
    {
        var page = await AddRoundAsync(await OpenAsync(await SaveAsync()), First);

        Assert.Contains(Changes.Nothing, page.QuerySelector("[aria-labelledby=differences]")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("table.rounds thead th").Length);
    }

    [Fact]
    public async Task Marked_plans_are_saved_by_their_own_button_and_can_be_marked_anew()
    {
        var code = await SaveAsync();
        var plans = await PostAsync(await OpenAsync(code), "show-plans");
        Assert.Equal(["planned", "planned"], plans.QuerySelectorAll("input[type=radio][checked]").Select(mark => mark.GetAttribute("value")));

        var marked = await PostAsync(plans, "mark", ("mark-plan-record", "done"), ("mark-plan-interpreter", "no-longer-relevant"));

        Assert.Equal(site.Texts.Plans.SavedTitle, marked.QuerySelector("#message h2")!.TextContent);
        Assert.Equal(site.Texts.Plans.Done, State(await OpenAsync(code), Record));
        Assert.Equal(site.Texts.Plans.NoLongerRelevant, State(await OpenAsync(code), Interpreter));
        await PostAsync(marked, "mark", ("mark-plan-record", "not-done"));
        Assert.Equal(site.Texts.Plans.NotDone, State(await OpenAsync(code), Record));
    }

    [Fact]
    public async Task What_was_marked_goes_along_with_a_new_round_and_is_saved_with_it()
    {
        var code = await SaveAsync();
        var plans = await PostAsync(await OpenAsync(code), "show-plans");
        var questions = await PostAsync(plans, "new-round", ("mark-plan-interpreter", "done"));
        Assert.Equal(site.Texts.Plans.Planned, State(await OpenAsync(code), Interpreter));

        var reflection = await PostAsync(questions, "reflect", [.. Hidden(questions, "mark-"), .. Second]);
        var page = await PostAsync(reflection, "save", [.. Hidden(reflection, "mark-"), .. Second]);

        Assert.Equal([site.Texts.Plans.Done, site.Texts.Rounds.NotPlanned], Row(page, Plan(Interpreter)));
        Assert.Equal(site.Texts.Plans.Done, State(await OpenAsync(code), Interpreter));
    }

    [Fact]
    public async Task A_round_sent_again_is_kept_once_and_one_that_says_the_same_next_time_is_another()
    {
        var code = await SaveAsync();
        var opened = await OpenAsync(code);
        var saved = await AddRoundAsync(opened, Second);

        // As a browser sends it that never got the answer; then somebody who comes on and answers the same.
        await AddRoundAsync(opened, Second);
        Assert.Equal(2, (await OpenAsync(code)).QuerySelectorAll("table.rounds thead th").Length);
        Assert.Equal(3, (await AddRoundAsync(saved, Second)).QuerySelectorAll("table.rounds thead th").Length);
    }

    [Fact]
    public async Task Only_a_round_moves_the_day_of_forgetting()
    {
        await using var later = new TestSite();
        var code = await SaveAsync(later);
        // In two steps: a clock that jumps more than a week is not trusted.
        later.Time.Advance(TimeSpan.FromDays(6));
        later.Time.Advance(TimeSpan.FromDays(6));

        var opened = await later.PostAsync(TestSite.ComeBack, ("code", code)).PageAsync();
        Assert.Contains("31. desember 2026", opened.QuerySelector(".page-top")!.TextContent);
        var marked = await later.PostAsync(TestSite.ComeBack, ("token", opened.Field("token")!), ("do", "mark"), ("mark-plan-record", "done")).PageAsync();
        Assert.Contains("31. desember 2026", marked.QuerySelector(".page-top")!.TextContent);
        var saved = await later.PostAsync(TestSite.ComeBack, [("token", marked.Field("token")!), ("do", "save"), .. Second]).PageAsync();
        Assert.Contains("31. januar 2027", saved.QuerySelector(".page-top")!.TextContent);
    }

    [Fact]
    public async Task Twelve_of_the_fullest_rounds_fit_and_the_thirteenth_is_refused_in_words_and_loses_nothing()
    {
        var signs = site.Words.Checklist.Signs.Select((sign, number) => ($"sign-{sign.Id}", (string[])["noticed", "unsure", "not-noticed"])).ToList();
        (string, string)[] Fullest(int round) =>
        [
            .. signs.Select((sign, number) => (sign.Item1, sign.Item2[(number + round) % 3])),
            .. site.Words.Checklist.Plans.Select(plan => ("plans", plan.Id)),
        ];
        var code = await SaveAsync(site, Fullest(0));
        var eleventh = await OpenAsync(code);
        for (var round = 1; round < 11; round++)
        {
            eleventh = await AddRoundAsync(eleventh, Fullest(round));
        }

        var twelfth = await AddRoundAsync(eleventh, Fullest(11));
        Assert.Equal(12, twelfth.QuerySelectorAll("table.rounds thead th").Length);
        Assert.Contains(site.Texts.Rounds.FullHere, twelfth.QuerySelector("main")!.TextContent);
        Assert.Null(twelfth.QuerySelector("button[value=new-round]"));

        // A page from before the twelfth can still send one.
        var response = await site.PostAsync(TestSite.ComeBack, [("token", eleventh.Field("token")!), ("do", "save"), .. Second]);
        var refused = await response.PageAsync();
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(site.Texts.Rounds.FullTitle, refused.QuerySelector("#message h2")!.TextContent);
        Assert.Equal("not-noticed", refused.Field("sign-fear-or-stress"));
        Assert.Equal(12, (await OpenAsync(code)).QuerySelectorAll("table.rounds thead th").Length);
        Assert.NotEqual(code, await SaveFromAsync(refused, Second));
    }

    [Fact]
    public async Task After_half_an_hour_the_code_is_asked_for_and_every_answer_stands_there_still()
    {
        var code = await SaveAsync();
        var reflection = await ReflectAsync(await OpenAsync(code), Second);
        site.Time.Advance(OpenedToken.Life + TimeSpan.FromSeconds(1));

        var asked = await RefusedAsync(reflection, Second);
        Assert.Equal(site.Texts.Rounds.TooLate, asked.GetElementById("code-problem")!.TextContent);
        Assert.Equal("noticed", asked.Field("sign-degrading-housing"));
        var wrong = await RefusedAsync(asked, [("code", ReturnCode.Draw().Show()), .. Second]);
        Assert.Equal(site.Texts.Rounds.TooLateWrong, wrong.GetElementById("code-problem")!.TextContent);
        var noCode = await RefusedAsync(wrong, [("code", code[..^1]), .. Second]);
        Assert.Equal(site.Texts.Rounds.TooLateNoCode, noCode.GetElementById("code-problem")!.TextContent);
        Assert.Equal("noticed", noCode.Field("sign-degrading-housing"));

        var saved = await PostAsync(noCode, "save", [("code", $"Kode: {code}."), .. Second]);
        Assert.Equal(2, saved.QuerySelectorAll("table.rounds thead th").Length);
        await PostAsync(wrong, "save", [("code", code), .. Second]);
        Assert.Equal(2, (await OpenAsync(code)).QuerySelectorAll("table.rounds thead th").Length);
    }

    [Fact]
    public async Task Reflecting_after_half_an_hour_loses_nothing_and_asks_for_the_code_at_once()
    {
        var code = await SaveAsync();
        var questions = await PostAsync(await OpenAsync(code), "new-round");
        site.Time.Advance(OpenedToken.Life + TimeSpan.FromSeconds(1));

        var reflection = await PostAsync(questions, "reflect", Second);

        Assert.NotNull(reflection.GetElementById("code"));
        Assert.Equal(2, (await PostAsync(reflection, "save", [("code", code), .. Second])).QuerySelectorAll("table.rounds thead th").Length);
    }

    [Fact]
    public async Task Marks_that_came_too_late_stand_there_again_when_the_code_is_typed()
    {
        var code = await SaveAsync();
        var plans = await PostAsync(await OpenAsync(code), "show-plans");
        site.Time.Advance(OpenedToken.Life + TimeSpan.FromSeconds(1));

        var response = await site.PostAsync(TestSite.ComeBack, ("token", plans.Field("token")!), ("do", "mark"), ("mark-plan-record", "done"));
        var asked = await response.PageAsync();
        var page = await site.PostAsync(TestSite.ComeBack, [("code", code), ("do", "open"), .. Hidden(asked, "mark-")]).PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(site.Texts.ComeBack.TooLate, asked.GetElementById("code-problem")!.TextContent);
        Assert.Equal("done", Marked(page, "plan-record"));
        Assert.Equal(site.Texts.Plans.Planned, State(await OpenAsync(code), Record));
    }

    [Fact]
    public async Task What_was_forgotten_meanwhile_stays_forgotten_and_the_new_answers_can_be_saved_anew()
    {
        var code = await SaveAsync();
        var opened = await OpenAsync(code);
        await PostAsync(opened, "forget");

        var response = await site.PostAsync(TestSite.ComeBack, [("token", opened.Field("token")!), ("do", "save"), .. Second]);
        var page = await response.PageAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(site.Texts.Rounds.GoneTitle, page.QuerySelector("#message h2")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.PostAsync(TestSite.ComeBack, ("code", code))).StatusCode);
        var another = await SaveFromAsync(page, Second);
        Assert.Contains(Title("degrading-housing"), (await OpenAsync(another)).QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("mark-plan-record", "perhaps")]
    [InlineData("mark-Kari Nordmann", "done")]
    [InlineData("sign-fear-or-stress", "very much")]
    [InlineData("anything-else", "1")]
    public async Task What_is_no_mark_or_answer_of_ours_is_refused_and_costs_nothing(string field, string value)
    {
        var code = await SaveAsync();
        var opened = await OpenAsync(code);

        var marks = await site.PostAsync(TestSite.ComeBack, ("token", opened.Field("token")!), ("do", "mark"), ("mark-plan-interpreter", "done"),
            (field, value));
        var save = await site.PostAsync(TestSite.ComeBack, ("token", opened.Field("token")!), ("do", "save"), ("sign-distrust-of-staff", "noticed"),
            (field, value));

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [marks.StatusCode, save.StatusCode]);
        Assert.Equal("done", Marked(await marks.PageAsync(), "plan-interpreter"));
        Assert.Equal("noticed", (await save.PageAsync()).QuerySelector("input[name=sign-distrust-of-staff][checked]")!.GetAttribute("value"));
        Assert.Null((await OpenAsync(code)).QuerySelector("table.rounds"));
    }

    [Fact]
    public async Task Only_pages_one_ticks_on_are_kept_for_back_and_no_page_has_the_code_in_it()
    {
        var code = await SaveAsync();
        var opened = await OpenAsync(code);
        Assert.Equal("no-store", (await site.PostAsync(TestSite.ComeBack, ("code", code))).Headers.CacheControl!.ToString());
        foreach (var (action, isKept, fields) in new (string, bool, (string, string)[])[]
        {
            ("show-plans", true, []), ("new-round", true, []), ("reflect", true, Second), ("mark", false, [("mark-plan-record", "done")]),
            ("save", false, Second),
        })
        {
            var response = await site.PostAsync(TestSite.ComeBack, [("token", opened.Field("token")!), ("do", action), .. fields]);

            Assert.Equal(isKept, !response.Headers.CacheControl!.NoStore);
            Assert.DoesNotContain(code, await response.Content.ReadAsStringAsync());
        }
    }

    private string Title(string sign) => site.Words.Checklist.Sign(sign)!.Title;

    private Task<string> SaveAsync() => SaveAsync(site);

    private static async Task<string> SaveAsync(TestSite site, (string, string)[]? answers = null)
    {
        var page = await site.PostAsync(TestSite.Checklist, [.. answers ?? First, ("do", "save")]).PageAsync();

        return page.QuerySelector("[data-code]")!.TextContent;
    }

    private Task<IHtmlDocument> OpenAsync(string code) => site.PostAsync(TestSite.ComeBack, ("code", code)).PageAsync();

    private async Task<IHtmlDocument> PostAsync(IHtmlDocument from, string action, params (string, string)[] fields)
    {
        var response = await site.PostAsync(TestSite.ComeBack, [("token", from.Field("token")!), ("do", action), .. fields]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        return await response.PageAsync();
    }

    private async Task<IHtmlDocument> RefusedAsync(IHtmlDocument from, (string, string)[] fields)
    {
        var response = await site.PostAsync(TestSite.ComeBack, [("token", from.Field("token")!), ("do", "save"), .. fields]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);

        return await response.PageAsync();
    }

    private async Task<IHtmlDocument> ReflectAsync(IHtmlDocument from, (string, string)[] answers) =>
        await PostAsync(await PostAsync(from, "new-round"), "reflect", answers);

    private async Task<IHtmlDocument> AddRoundAsync(IHtmlDocument from, (string, string)[] answers) =>
        await PostAsync(await ReflectAsync(from, answers), "save", answers);

    /// <summary>Saves as the page says where to: another session, with a code of its own.</summary>
    private async Task<string> SaveFromAsync(IHtmlDocument page, (string, string)[] answers)
    {
        var address = page.QuerySelector("main form")!.GetAttribute("action")!;
        var saved = await site.PostAsync(address, [("token", page.Field("token")!), ("do", "save"), .. answers]).PageAsync();

        return saved.QuerySelector("[data-code]")!.TextContent;
    }

    private static (string, string)[] Hidden(IHtmlDocument page, string prefix) =>
        [.. page.QuerySelectorAll($"input[type=hidden][name^='{prefix}']").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!))];

    private static string? Marked(IHtmlDocument page, string plan) =>
        page.QuerySelector($"input[name=mark-{plan}][checked]")?.GetAttribute("value");

    private static string State(IHtmlDocument page, string plan) =>
        page.QuerySelectorAll(".plan-states li").Single(state => state.FirstElementChild!.TextContent == plan).QuerySelector(".tag")!.TextContent;

    private string Plan(string title) => $"{site.Texts.Rounds.Plan}: {title}";

    private static string[] Row(IHtmlDocument page, string heading) =>
        [.. page.QuerySelectorAll("table.rounds tbody").Single(asked => asked.QuerySelector("th")!.ShownText() == heading)
            .QuerySelectorAll("td").Select(cell => string.Concat(cell.TextContent.Split('\n').Select(line => line.Trim())))];
}
