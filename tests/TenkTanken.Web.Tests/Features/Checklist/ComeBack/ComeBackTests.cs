using System.Globalization;
using System.Net;
using TenkTanken.Content;
using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist.ComeBack;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist.ComeBack;

public sealed class ComeBackTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("as it is")]
    [InlineData("lower case, spaces")]
    [InlineData("letters for digits")]
    public async Task A_code_is_read_as_people_type_it(string way)
    {
        var code = await SaveAsync();
        var typed = way switch
        {
            "lower case, spaces" => $"  {code.Replace('-', ' ').ToLowerInvariant()} ",
            "letters for digits" => code.Replace('0', 'O').Replace('1', 'l').Replace('-', '–'),
            _ => code,
        };

        var page = await site.PostAsync(TestSite.ComeBack, ("code", typed)).PageAsync();

        Assert.Equal(site.Texts.Remembered.Title, page.Heading());
    }

    [Fact]
    public async Task What_was_noticed_comes_back_in_the_words_of_its_edition_with_the_plans()
    {
        var page = await site.PostAsync(TestSite.ComeBack, ("code", await SaveAsync())).PageAsync();
        var main = page.QuerySelector("main")!;

        Assert.Equal(["fear-or-stress", "distrust-of-staff"], page.QuerySelectorAll("article.sign h3").Select(heading => heading.Id));
        Assert.Equal(["Skrive det jeg så, i journalen"], page.QuerySelectorAll(".plan-states li > span:first-child").Select(plan => plan.TextContent));
        Assert.Contains($"utgave {site.Library.Current.Id}", main.TextContent.ToLowerInvariant());
        Assert.NotNull(page.GetElementById("caveat"));
    }

    [Fact]
    public async Task Unknown_and_forgotten_codes_get_the_very_same_answer()
    {
        var forgotten = await SaveAsync();
        await ForgetAsync(forgotten);

        var only = Assert.Single(await AnswersToAsync(ReturnCode.Draw().Show(), forgotten, ReturnCode.Draw().Show()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, only.Status);
        Assert.Contains(site.Texts.ComeBack.WrongTitle, only.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_code_is_told_to_be_none_whatever_is_saved_or_was()
    {
        var saved = await SaveAsync();
        var forgotten = await SaveAsync();
        await ForgetAsync(forgotten);
        string[] typed =
        [
            Mistyped(saved), Mistyped(forgotten), saved[..^1], saved + "2", InOtherLetters(saved), $"{saved} og {ReturnCode.Draw().Show()}",
            "x", "'; DROP TABLE SealedSessions; --", "<script>alert(1)</script>", new string('A', 20_000),
        ];

        var answers = await AnswersToAsync(typed);

        Assert.All(answers, answer =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(site.Texts.ComeBack.NoCodeTitle, answer.Page, StringComparison.Ordinal);
            Assert.DoesNotContain(site.Texts.ComeBack.WrongTitle, answer.Page, StringComparison.Ordinal);
        });
        // What is mistyped is the same to us, whatever it was meant to open.
        Assert.Single(await AnswersToAsync(Mistyped(saved), Mistyped(forgotten), Mistyped(ReturnCode.Draw().Show())));
    }

    [Fact]
    public async Task While_a_key_is_gone_every_code_that_opens_nothing_gets_the_same_answer_and_none_is_called_wrong()
    {
        using var other = new TestSite();
        var answer = await other.PostAsync(TestSite.Checklist, ("sign-fear-or-stress", "noticed"));
        var reflection = await answer.PageAsync();
        var saved = await (await other.PostAsync(TestSite.Checklist, [("sign-fear-or-stress", "noticed"), ("do", "save"),
            ("token", reflection.QuerySelector("input[name=token]")!.GetAttribute("value")!)], ("Origin", other.Address))).PageAsync();
        var code = saved.QuerySelector("[data-code]")!.TextContent;
        File.Delete(Assert.Single(Directory.GetFiles(Path.Combine(other.Data, "keys"), "*.key")));

        var answers = new List<string>();
        foreach (var typed in new[] { code, ReturnCode.Draw().Show() })
        {
            var told = await other.PostAsync(TestSite.ComeBack, ("code", typed));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
            answers.Add((await told.PageAsync()).DocumentElement.OuterHtml);
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Contains(other.Texts.ComeBack.CannotOpenTitle, answers[0], StringComparison.Ordinal);
        Assert.DoesNotContain(other.Texts.ComeBack.WrongTitle, answers[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("2345-6789-ABCD-EFG", 15)]
    [InlineData("2345-6789-ABCD-EFGH-J", 17)]
    public async Task How_many_symbols_are_missing_or_too_many_can_be_seen(string typed, int count)
    {
        var page = await site.PostAsync(TestSite.ComeBack, ("code", typed)).PageAsync();

        Assert.Contains(site.Texts.ComeBack.NoCodeCount.With(("count", $"{count}")), page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_one_symbol_is_wrong_is_told_and_so_is_an_empty_field()
    {
        var mistyped = await site.PostAsync(TestSite.ComeBack, ("code", Mistyped(ReturnCode.Draw().Show()))).PageAsync();
        var empty = await site.PostAsync(TestSite.ComeBack, ("code", "  ")).PageAsync();

        Assert.Contains(site.Texts.ComeBack.NoCodeSlip, mistyped.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(site.Texts.ComeBack.EmptyTitle, empty.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Texts.ComeBack.NoCodeTitle, empty.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200B{0}\uFEFF")]
    [InlineData("Kode: «{0}»,")]
    [InlineData("Hei! Her er koden: {0}\r\nHilsen Kari")]
    [InlineData("Kode {1} Kari")] // words that could be groups: each way of reading them is tried
    public async Task A_code_opens_in_whatever_it_was_pasted_with(string around)
    {
        var code = await SaveAsync();
        var pasted = string.Format(CultureInfo.InvariantCulture, around, code, code.Replace('-', ' '));

        var page = await site.PostAsync(TestSite.ComeBack, ("code", pasted)).PageAsync();

        Assert.Equal(site.Texts.Remembered.Title, page.Heading());
    }

    [Fact]
    public async Task The_code_is_in_no_page_but_the_one_that_shows_it()
    {
        var code = await SaveAsync();

        var page = await (await site.PostAsync(TestSite.ComeBack, ("code", code))).Content.ReadAsStringAsync();

        Assert.DoesNotContain(code, page);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), page);
    }

    [Fact]
    public async Task Forgetting_is_at_once_and_for_good()
    {
        var code = await SaveAsync();

        var page = await ForgetAsync(code);

        Assert.Equal(site.Texts.Remembered.ForgottenTitle, page.Heading());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.PostAsync(TestSite.ComeBack, ("code", code))).StatusCode);
    }

    [Fact]
    public async Task A_page_left_open_for_half_an_hour_forgets_nothing_and_says_so()
    {
        var code = await SaveAsync();
        var token = (await site.PostAsync(TestSite.ComeBack, ("code", code)).PageAsync()).Field("token")!;
        site.Time.Advance(OpenedToken.Life + TimeSpan.FromSeconds(1));

        var response = await site.PostAsync(TestSite.ComeBack, ("token", token), ("do", "forget"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(site.Texts.ComeBack.TooLateTitle, (await response.PageAsync()).QuerySelector("#message h2")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await site.PostAsync(TestSite.ComeBack, ("code", code))).StatusCode);
    }

    [Fact]
    public async Task A_forget_without_a_token_of_ours_forgets_nothing()
    {
        var code = await SaveAsync();

        await site.PostAsync(TestSite.ComeBack, ("token", code), ("do", "forget"));

        Assert.Equal(HttpStatusCode.OK, (await site.PostAsync(TestSite.ComeBack, ("code", code))).StatusCode);
    }

    private async Task<string> SaveAsync()
    {
        var page = await site.PostAsync(
            TestSite.Checklist,
            ("sign-fear-or-stress", "noticed"),
            ("sign-distrust-of-staff", "unsure"),
            ("plans", "plan-record"),
            ("do", "save")).PageAsync();

        return page.QuerySelector("[data-code]")!.TextContent;
    }

    private static string Mistyped(string code) => code[..^1] + (code[^1] == 'Z' ? 'Y' : 'Z');

    /// <summary>With one letter of the Cyrillic alphabet, which looks the same.</summary>
    private static string InOtherLetters(string code) => $"А{code[1..]}";

    private async Task<IEnumerable<(HttpStatusCode Status, string Headers, string Page)>> AnswersToAsync(params string[] codes)
    {
        var answers = new List<(HttpStatusCode, string, string)>();
        foreach (var code in codes)
        {
            var response = await site.PostAsync(TestSite.ComeBack, ("code", code));
            answers.Add((response.StatusCode, string.Join('\n', response.Headers.Where(header => header.Key != "Date")
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")), await response.Content.ReadAsStringAsync()));
        }

        return answers.Distinct();
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> ForgetAsync(string code)
    {
        var token = (await site.PostAsync(TestSite.ComeBack, ("code", code)).PageAsync()).Field("token")!;

        return await site.PostAsync(TestSite.ComeBack, ("token", token), ("do", "forget")).PageAsync();
    }
}
