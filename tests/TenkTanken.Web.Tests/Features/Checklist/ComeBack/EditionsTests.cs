using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist.ComeBack;

/// <summary>Coming back when another edition has come out meanwhile, and to rounds of several.</summary>
public sealed class EditionsTests(EditionsTests.SecondIsOut second) : IClassFixture<EditionsTests.SecondIsOut>, IAsyncLifetime
{
    private static readonly string First = LaterEditions.First;

    private static readonly EditionWords Before = TestContent.Words;

    private readonly string _data = Directory.CreateTempSubdirectory("tenktanken-editions-").FullName;
    private TestSite? _site;

    private TestSite Site => _site!;

    private RoundTexts Rounds => Site.Texts.Rounds;

    private ChangeTexts Changes => Site.Texts.Changes;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task The_first_round_is_told_in_its_own_words_and_the_new_one_is_asked_in_those_of_today()
    {
        var code = await SaveOnFirstAsync((LaterEditions.Reworded, "noticed"), (LaterEditions.TakenAway, "unsure"));

        await GoOnWithSecondAsync();
        var opened = await OpenAsync(code);
        var questions = await PostAsync(opened, "new-round");

        Assert.Equal([Title(LaterEditions.Reworded), Title(LaterEditions.TakenAway)],
            opened.QuerySelectorAll("article.sign h3").Select(heading => heading.TextContent));
        Assert.Contains(Site.Texts.Remembered.Edition.With(("edition", First)), opened.QuerySelector("main")!.TextContent);
        Assert.Equal(LaterEditions.Second, questions.Field("edition"));
        var asked = questions.QuerySelectorAll("fieldset.sign-question legend").Select(legend => legend.TextContent.Trim()).ToList();
        Assert.Contains(LaterEditions.RewordedTitle, asked);
        Assert.DoesNotContain(Title(LaterEditions.Reworded), asked);
        Assert.DoesNotContain(Title(LaterEditions.TakenAway), asked);
    }

    [Fact]
    public async Task Where_answers_are_compared_it_is_said_which_questions_are_not_the_same()
    {
        var code = await SaveOnFirstAsync(
            (LaterEditions.Reworded, "noticed"), (LaterEditions.ExplainedAnew, "noticed"), (LaterEditions.TakenAway, "noticed"),
            ("degrading-housing", "unsure"));

        await GoOnWithSecondAsync();
        var page = await SaveRoundAsync(
            await OpenAsync(code),
            LaterEditions.Second,
            (LaterEditions.Reworded, "not-noticed"), (LaterEditions.ExplainedAnew, "noticed"), (LaterEditions.Added, "noticed"),
            ("degrading-housing", "noticed"));

        var told = page.QuerySelector("[aria-labelledby=differences]")!;
        var questions = told.QuerySelector("[data-questions]")!;
        Assert.Equal(Changes.OtherQuestions, questions.QuerySelector("h3")!.TextContent);
        Assert.Contains(Changes.OtherQuestionsLead, questions.TextContent);
        var listed = questions.QuerySelectorAll("li").Select(line => Spaced(line)).ToList();
        Assert.Equal(
            [
                $"{LaterEditions.RewordedTitle} {Reworded(LaterEditions.Second)} {Title(LaterEditions.Reworded)}",
                $"{Title(LaterEditions.ExplainedAnew)} {Rounds.ExplainedAnew.With(("edition", LaterEditions.Second))}",
            ],
            listed.Where(line => !line.EndsWith(Added(LaterEditions.Second), StringComparison.Ordinal)).SkipLast(1));
        Assert.Equal(2, listed.Count(line => line.EndsWith(Added(LaterEditions.Second), StringComparison.Ordinal)));
        Assert.Equal($"{Title(LaterEditions.TakenAway)} {TakenAway(LaterEditions.Second)}", listed[^1]);
        Assert.Equal(
            [Changes.NoLonger, Changes.NowKnown, Changes.FirstAsked],
            told.QuerySelectorAll("[data-change] h3").Select(heading => heading.TextContent));
        Assert.Equal(
            [$"{LaterEditions.RewordedTitle} {Reworded(LaterEditions.Second)} {Title(LaterEditions.Reworded)}"],
            told.QuerySelectorAll("[data-change=NoLonger] li").Select(Spaced));
        Assert.Equal([$"{Site.Words.Section(LaterEditions.Added)!.Title} ({Site.Texts.Checklist.Noticed})"],
            told.QuerySelectorAll("[data-change=FirstAsked] li").Select(Spaced));
    }

    [Fact]
    public async Task Side_by_side_each_cell_and_row_says_what_became_of_its_question()
    {
        var code = await SaveOnFirstAsync((LaterEditions.Reworded, "noticed"), (LaterEditions.TakenAway, "noticed"));

        await GoOnWithSecondAsync();
        var page = await SaveRoundAsync(await OpenAsync(code), LaterEditions.Second, (LaterEditions.Reworded, "noticed"), (LaterEditions.Added, "unsure"));

        Assert.Equal(
            [$"Runde 1 Utgave {First}", $"Runde 2 Utgave {LaterEditions.Second}"],
            page.QuerySelectorAll("table.rounds thead th").Select(cell => Spaced(cell)));
        Assert.Equal(
            [$"{LaterEditions.RewordedTitle} {Reworded(LaterEditions.Second)} {Title(LaterEditions.Reworded)}", Site.Texts.Checklist.Noticed,
                Site.Texts.Checklist.Noticed],
            Row(page, LaterEditions.RewordedTitle));
        Assert.Equal(
            [$"{Title(LaterEditions.ExplainedAnew)} {Rounds.ExplainedAnew.With(("edition", LaterEditions.Second))}",
                Site.Texts.Checklist.NotConsidered, Site.Texts.Checklist.NotConsidered],
            Row(page, Title(LaterEditions.ExplainedAnew)));
        Assert.Equal(
            [Title(LaterEditions.TakenAway), Site.Texts.Checklist.Noticed, TakenAway(LaterEditions.Second)],
            Row(page, Title(LaterEditions.TakenAway)));
        var added = Site.Words.Section(LaterEditions.Added)!.Title;
        Assert.Equal([added, Added(LaterEditions.Second), $"{Site.Texts.Checklist.Unsure} {Changes.FirstAsked}"], Row(page, added));
        Assert.DoesNotContain(Rounds.NotInEdition, page.QuerySelector("table.rounds")!.TextContent);
    }

    [Fact]
    public async Task Rounds_of_one_edition_say_nothing_of_editions()
    {
        var code = await SaveOnFirstAsync((LaterEditions.Reworded, "noticed"));

        var page = await SaveRoundAsync(await OpenAsync(code), First, (LaterEditions.Reworded, "unsure"));

        Assert.Null(page.QuerySelector("[data-questions]"));
        Assert.Empty(page.QuerySelectorAll(".question-note, .round-edition"));
        Assert.NotNull(page.QuerySelector("table.rounds"));
    }

    [Fact]
    public async Task A_checklist_that_was_open_when_an_edition_came_out_is_saved_with_its_own_words()
    {
        var code = await SaveOnFirstAsync(("degrading-housing", "noticed"));
        await GoOnWithSecondAsync();

        var reflection = await Site.PostAsync(TestSite.Checklist, ("edition", First), (Field(LaterEditions.TakenAway), "noticed"), ("do", "reflect"))
            .PageAsync();
        var saved = await Site.PostAsync(TestSite.Checklist, ("edition", reflection.Field("edition")!), ("token", reflection.Field("token")!),
            (Field(LaterEditions.TakenAway), "noticed"), ("do", "save")).PageAsync();
        var opened = await OpenAsync(saved.QuerySelector("[data-code]")!.TextContent);
        var second = await SaveRoundAsync(await OpenAsync(code), LaterEditions.Second, (LaterEditions.Reworded, "noticed"));
        var third = await SaveRoundAsync(second, First, (LaterEditions.Reworded, "not-noticed"));

        Assert.Equal([Title(LaterEditions.TakenAway)], opened.QuerySelectorAll("article.sign h3").Select(heading => heading.TextContent));
        Assert.Contains(Site.Texts.Remembered.Edition.With(("edition", First)), opened.QuerySelector("main")!.TextContent);
        Assert.Equal(
            [$"{Title(LaterEditions.Reworded)} {Reworded(LaterEditions.Second)} {Title(LaterEditions.Reworded)}", Site.Texts.Checklist.NotConsidered,
                $"{Site.Texts.Checklist.Noticed} {Changes.New}", $"{Site.Texts.Checklist.NotNoticed} {Changes.NoLonger}"],
            Row(third, Title(LaterEditions.Reworded)));
        Assert.Contains($"{LaterEditions.RewordedTitle} {Reworded(LaterEditions.Second)} {Title(LaterEditions.Reworded)}",
            third.QuerySelectorAll("[data-questions] li").Select(line => Spaced(line)));
    }

    [Fact]
    public async Task A_draft_and_an_edition_without_a_checklist_cannot_be_filled_in_and_nothing_is_lost()
    {
        var code = await SaveOnFirstAsync((LaterEditions.Reworded, "noticed"));
        var opened = await OpenAsync(code);

        List<(string Edition, HttpResponseMessage Response)> refused = [];
        foreach (var edition in new[] { "2016", LaterEditions.Second, "2026-99", "../2026-1" })
        {
            refused.Add((edition, await Site.PostAsync(TestSite.Checklist, ("edition", edition), (Field("degrading-housing"), "unsure"), ("do", "save"))));
            refused.Add((edition, await Site.PostAsync(TestSite.ComeBack, ("token", opened.Field("token")!), ("edition", edition),
                (Field("degrading-housing"), "unsure"), ("do", "save"))));
        }

        foreach (var (edition, response) in refused)
        {
            var page = await response.PageAsync();
            Assert.Equal((edition, HttpStatusCode.BadRequest), (edition, response.StatusCode));
            Assert.Equal((edition, First), (edition, page.Field("edition")));
            Assert.Equal("unsure", page.QuerySelector($"input[name={Field("degrading-housing")}][checked]")!.GetAttribute("value"));
            Assert.Null(page.QuerySelector("[data-code]"));
        }

        Assert.Null((await OpenAsync(code)).QuerySelector("table.rounds"));
    }

    [Fact]
    public async Task Words_of_an_edition_that_lacks_the_readers_language_say_which_they_are_in()
    {
        using var content = new TemporaryContent();
        content.PublishSecond(onlyBokmål: true);
        _site = new TestSite(content.Folder, _data);
        var code = await SaveAsync(LaterEditions.Second, (LaterEditions.Reworded, "noticed"), (LaterEditions.Added, "not-noticed"));

        var page = await OpenAsync(code, "/nn/kom-tilbake");
        var rounds = await SaveRoundAsync(page, First, "/nn/kom-tilbake", (LaterEditions.Reworded, "noticed"));

        var card = page.QuerySelector("article.sign")!;
        Assert.Equal("nb", card.QuerySelector("h3 [lang]")!.GetAttribute("lang"));
        Assert.Equal(LaterEditions.RewordedTitle, card.QuerySelector("h3")!.TextContent);
        Assert.All(card.QuerySelectorAll(".part"), part =>
        {
            Assert.Equal("nb", part.QuerySelector(".prose")!.GetAttribute("lang"));
            Assert.Null(part.QuerySelector(".heading")!.Closest("[lang]:not(html)"));
        });
        Assert.Equal("nb", page.QuerySelector("aside .prose")!.GetAttribute("lang"));
        Assert.Equal(["nb"], page.QuerySelectorAll(".plan-states [lang]").Select(plan => plan.GetAttribute("lang")));
        Assert.Empty((await OpenAsync(code)).QuerySelectorAll("main [lang]"));
        Assert.Equal(
            ["nb", "nb"],
            rounds.QuerySelectorAll("table.rounds tbody").Where(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).Any(text =>
                text.Contains("Kom til", StringComparison.Ordinal))).Select(row => row.QuerySelector("th [lang]")!.GetAttribute("lang")));
        Assert.Null(rounds.QuerySelector("article.sign [lang]"));
    }

    [Fact]
    public async Task A_round_of_an_edition_that_is_not_here_is_told_of_calmly_and_nothing_is_said_of_its_questions()
    {
        _site = new TestSite(second.Content.Folder, _data);
        var code = await SaveAsync(LaterEditions.Second, (LaterEditions.Reworded, "noticed"), (LaterEditions.Added, "noticed"));
        await _site.DisposeAsync();
        _site = new TestSite(content: null, _data);

        var opened = await OpenAsync(code);
        var page = await SaveRoundAsync(opened, First, (LaterEditions.Reworded, "not-noticed"), (LaterEditions.TakenAway, "noticed"));

        Assert.Contains(Site.Texts.Remembered.EditionGone, opened.QuerySelector("main")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("[data-questions], .question-note, .round-edition"));
        Assert.Equal([Title(LaterEditions.Reworded), Site.Texts.Checklist.Noticed, $"{Site.Texts.Checklist.NotNoticed} {Changes.NoLonger}"],
            Row(page, Title(LaterEditions.Reworded)));
        Assert.Equal([Title(LaterEditions.TakenAway), Rounds.NotInEdition, $"{Site.Texts.Checklist.Noticed} {Changes.New}"],
            Row(page, Title(LaterEditions.TakenAway)));
    }

    private static string Title(string sign) => Before.Checklist.Sign(sign)!.Title;

    private static string Field(string sign) => $"sign-{sign}";

    private string Reworded(string edition) => Rounds.Reworded.With(("edition", edition));

    private string Added(string edition) => Rounds.Added.With(("edition", edition));

    private string TakenAway(string edition) => Rounds.TakenAway.With(("edition", edition));

    /// <summary>As it is read: each piece of it apart.</summary>
    private static string Spaced(IElement element) =>
        string.Join(' ', element.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string[] Row(IHtmlDocument page, string sign) =>
        [.. page.QuerySelectorAll("table.rounds tbody").Single(asked => Spaced(asked.QuerySelector("th")!).StartsWith(sign, StringComparison.Ordinal))
            .QuerySelectorAll("th, td").Select(Spaced)];

    private async Task<string> SaveOnFirstAsync(params (string Sign, string Answer)[] answers)
    {
        _site = new TestSite(content: null, _data);

        return await SaveAsync(First, answers);
    }

    /// <summary>The site is started again where the edition has come out.</summary>
    private async Task GoOnWithSecondAsync()
    {
        await Site.DisposeAsync();
        _site = new TestSite(second.Content.Folder, _data);
    }

    private async Task<string> SaveAsync(string edition, params (string Sign, string Answer)[] answers)
    {
        var page = await Site.PostAsync(TestSite.Checklist, [("edition", edition), .. answers.Select(answer => (Field(answer.Sign), answer.Answer)),
            ("plans", "plan-record"), ("do", "save")]).PageAsync();

        return page.QuerySelector("[data-code]")!.TextContent;
    }

    private Task<IHtmlDocument> OpenAsync(string code, string address = TestSite.ComeBack) => Site.PostAsync(address, ("code", code)).PageAsync();

    private async Task<IHtmlDocument> PostAsync(IHtmlDocument from, string action, params (string, string)[] fields)
    {
        var response = await Site.PostAsync(TestSite.ComeBack, [("token", from.Field("token")!), ("do", action), .. fields]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        return await response.PageAsync();
    }

    private Task<IHtmlDocument> SaveRoundAsync(IHtmlDocument from, string edition, params (string Sign, string Answer)[] answers) =>
        SaveRoundAsync(from, edition, TestSite.ComeBack, answers);

    private async Task<IHtmlDocument> SaveRoundAsync(IHtmlDocument from, string edition, string address, params (string Sign, string Answer)[] answers)
    {
        var response = await Site.PostAsync(address, [("token", from.Field("token")!), ("edition", edition), ("do", "save"),
            .. answers.Select(answer => (Field(answer.Sign), answer.Answer))]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        return await response.PageAsync();
    }

    public sealed class SecondIsOut : IDisposable
    {
        public SecondIsOut()
        {
            Content.PublishSecond();
            Content.Offer(LaterEditions.Second);
        }

        internal TemporaryContent Content { get; } = new();

        public void Dispose() => Content.Dispose();
    }
}
