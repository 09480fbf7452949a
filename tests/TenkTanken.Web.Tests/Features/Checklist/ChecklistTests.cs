using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;
using TenkTanken.Data;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist;

public sealed class ChecklistTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly (string, string)[] Filled =
    [
        ("edition", TestContent.Library.Current.Id), ("sign-fear-or-stress", "noticed"), ("sign-distrust-of-staff", "unsure"),
        ("sign-degrading-housing", "not-noticed"),
    ];

    [Fact]
    public async Task It_says_up_front_what_it_is_for_and_presets_nothing()
    {
        var page = await site.GetAsync(TestSite.Checklist).PageAsync();

        Assert.Contains(site.Words.Checklist.BeforeYouBegin.Title, page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(site.Words.Checklist.Signs.Count, page.QuerySelectorAll("fieldset.sign-question").Length);
        Assert.All(page.QuerySelectorAll("input[checked]"), radio => Assert.Equal("", radio.GetAttribute("value")));
        Assert.Equal(site.Words.Checklist.Signs.Count, page.QuerySelectorAll("input[checked]").Length);
        Assert.Empty(page.QuerySelectorAll("textarea, select, input:not([type=radio]):not([type=hidden])"));
    }

    [Fact]
    public async Task The_reflection_brings_the_ordinary_explanations_with_every_sign_and_is_kept_for_back()
    {
        var response = await site.PostAsync(TestSite.Checklist, Filled);
        var page = await response.PageAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.CacheControl!.NoStore);
        Assert.Equal($"{site.Texts.Reflection.Title} – Tenk tanken", page.Title);
        Assert.Equal(["fear-or-stress", "distrust-of-staff"], page.QuerySelectorAll("article.sign h3").Select(heading => heading.Id));
        Assert.All(page.QuerySelectorAll("article.sign"), card => Assert.NotNull(card.QuerySelector("[data-part=ordinary]")));
        Assert.Contains(page.QuerySelectorAll("details summary"), summary => summary.TextContent == "Det kan være vanskelig å fortelle");
        Assert.NotNull(page.QuerySelector("main a[href='tel:+4722331160']"));
        Assert.Equal(site.Words.Checklist.Plans.Select(plan => plan.Id),
            page.QuerySelectorAll("input[type=checkbox][name=plans]").Select(plan => plan.GetAttribute("value")));
    }

    [Fact]
    public async Task Nothing_in_a_reflection_counts_or_judges()
    {
        var page = await site.PostAsync(TestSite.Checklist, [.. site.Words.Checklist.Signs.Select(sign => ($"sign-{sign.Id}", "noticed"))]).PageAsync();
        var text = page.QuerySelector("main")!.TextContent;

        Assert.DoesNotMatch(@"\b\d+ (av|of) \d+\b|\b\d+ tegn\b|%|poengsum|risiko|sannsynlig|score", text);
    }

    [Fact]
    public async Task When_nothing_is_ticked_nobody_is_reassured()
    {
        var page = await site.PostAsync(TestSite.Checklist, ("sign-fear-or-stress", "not-noticed")).PageAsync();

        Assert.NotNull(page.GetElementById("nothing-noticed"));
        Assert.Empty(page.QuerySelectorAll("article.sign"));
    }

    [Fact]
    public async Task A_place_and_a_country_alone_get_their_note_and_no_next_step()
    {
        var page = await site.PostAsync(TestSite.Checklist, ("sign-seen-at-known-places", "noticed"), ("sign-from-known-country", "unsure")).PageAsync();

        Assert.NotNull(page.GetElementById("only-context"));
        Assert.Equal(2, page.QuerySelectorAll("article.sign [data-part=ordinary]").Length);
        Assert.Empty(page.QuerySelectorAll("article.sign [data-part=next]"));
    }

    [Fact]
    public async Task Changing_the_answers_brings_the_ticks_and_the_plans_back()
    {
        var page = await site.PostAsync(TestSite.Checklist, [.. Filled, ("plans", "plan-record"), ("do", "change")]).PageAsync();

        Assert.Equal("noticed", Checked(page, "fear-or-stress"));
        Assert.Equal("unsure", Checked(page, "distrust-of-staff"));
        Assert.Equal("not-noticed", Checked(page, "degrading-housing"));
        Assert.Equal("", Checked(page, "from-known-country"));
        Assert.Equal("plan-record", page.Field("plans"));
    }

    [Theory]
    [InlineData("sign-fear-or-stress", "nonsense")]
    [InlineData("sign-fear-or-stress", "unsure")]
    [InlineData("name", "Kari Nordmann")]
    [InlineData("sign-no-such-sign", "noticed")]
    public async Task A_form_that_is_not_understood_is_said_in_words_and_the_rest_is_still_ticked(string field, string value)
    {
        var response = await site.PostAsync(TestSite.Checklist, [.. Filled, (field, value), ("do", "save")]);
        var page = await response.PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(site.Texts.Checklist.NotUnderstoodTitle, page.QuerySelector("#message h2")!.TextContent);
        Assert.Equal("unsure", Checked(page, "distrust-of-staff"));
        Assert.DoesNotContain("Nordmann", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Saving_shows_the_code_once_and_says_until_when_it_works()
    {
        var response = await site.PostAsync(TestSite.Checklist, [.. Filled, ("do", "save")]);
        var page = await response.PageAsync();

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", page.QuerySelector("[data-code]")!.TextContent);
        Assert.Contains("31. desember 2026", page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_save_sent_twice_adds_nothing_and_gives_the_same_code()
    {
        var token = (await site.PostAsync(TestSite.Checklist, Filled).PageAsync()).Field("token")!;
        var before = StoredSessions();

        var first = await site.PostAsync(TestSite.Checklist, [.. Filled, ("token", token), ("do", "save")]).PageAsync();
        var second = await site.PostAsync(TestSite.Checklist, [.. Filled, ("token", token), ("do", "save")]).PageAsync();

        Assert.Equal(Code(first), Code(second));
        Assert.Equal(before + 1, StoredSessions());
        Assert.Null((await OpenAsync(Code(first))).QuerySelector("table.rounds"));
    }

    [Fact]
    public async Task Going_back_changing_and_saving_again_loses_neither()
    {
        var token = (await site.PostAsync(TestSite.Checklist, Filled).PageAsync()).Field("token")!;
        var first = await site.PostAsync(TestSite.Checklist, [.. Filled, ("token", token), ("do", "save")]).PageAsync();

        var second = await site.PostAsync(TestSite.Checklist, [.. Filled, ("plans", "plan-record"), ("token", token), ("do", "save")]).PageAsync();

        Assert.Equal(Code(first), Code(second));
        Assert.Equal(["Runde 1", "Runde 2"], (await OpenAsync(Code(first))).QuerySelectorAll("table.rounds thead th").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Where_there_is_no_room_for_more_saving_once_more_begins_another()
    {
        var signs = site.Words.Checklist.Signs.Select(sign => $"sign-{sign.Id}").ToList();
        var token = (await site.PostAsync(TestSite.Checklist, Filled).PageAsync()).Field("token")!;
        var first = await site.PostAsync(TestSite.Checklist, [.. Filled, ("token", token), ("do", "save")]).PageAsync();
        for (var round = 1; round < Session.MaxRounds; round++)
        {
            await site.PostAsync(TestSite.Checklist, ("token", token), ("do", "save"), (signs[round % signs.Count], "noticed"),
                (signs[(round + (round / signs.Count) + 1) % signs.Count], "unsure"));
        }

        var response = await site.PostAsync(TestSite.Checklist, ("token", token), ("do", "save"), (signs[0], "not-noticed"));
        var page = await response.PageAsync();
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains(site.Texts.Rounds.Full, page.QuerySelector("#message")!.TextContent);
        var another = await site.PostAsync(TestSite.Checklist, ("token", page.Field("token")!), ("do", "save"), (signs[0], "not-noticed")).PageAsync();

        Assert.NotEqual(Code(first), Code(another));
        Assert.Equal(12, (await OpenAsync(Code(first))).QuerySelectorAll("table.rounds thead th").Length);
    }

    [Fact]
    public async Task A_token_that_is_not_ours_still_saves_under_a_new_code()
    {
        var response = await site.PostAsync(TestSite.Checklist, [.. Filled, ("token", "not-a-token"), ("do", "save")]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull((await response.PageAsync()).QuerySelector("[data-code]"));
    }

    [Fact]
    public async Task The_code_is_not_readable_in_the_reflection()
    {
        var reflection = await site.PostAsync(TestSite.Checklist, Filled).PageAsync();
        var saved = await site.PostAsync(TestSite.Checklist, [.. Filled, ("token", reflection.Field("token")!), ("do", "save")]).PageAsync();

        Assert.DoesNotContain(Code(saved), reflection.DocumentElement.OuterHtml);
        Assert.DoesNotContain(Code(saved).Replace("-", "", StringComparison.Ordinal), reflection.DocumentElement.OuterHtml);
    }

    private static string Code(IHtmlDocument page) => page.QuerySelector("[data-code]")!.TextContent;

    private static string? Checked(IHtmlDocument page, string sign) => page.QuerySelector($"input[name='sign-{sign}'][checked]")?.GetAttribute("value");

    private Task<IHtmlDocument> OpenAsync(string code) => site.PostAsync(TestSite.ComeBack, ("code", code)).PageAsync();

    private long StoredSessions()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(site.Data, "tenktanken.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM SealedSession";

        return (long)command.ExecuteScalar()!;
    }
}
