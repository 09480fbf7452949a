using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using TenkTanken.Web.Features.Following;
using TenkTanken.Web.Features.Presentation.Steering;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Presentation.Steering;

/// <summary>A lesson that is steered, as browsers without scripts ask for it.</summary>
public sealed class SteeringTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Lessons = "/nb/presentasjon";
    private const string Lesson = $"{Lessons}/20-minutter";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_lesson_is_begun_on_the_wall_with_what_was_chosen_of_it_and_only_from_our_own_page()
    {
        var begun = await PostAsync($"{Lesson}/skjerm", ("del", "opening"), ("del", "signs"), ("rom", "morkt"), ("ark", "2"), ("annet", "x"));
        var foreign = await site.PostAsync($"{Lesson}/skjerm", [("del", "opening")], ("Origin", "https://example.org"));
        var silent = await site.PostAsync($"{Lesson}/skjerm", [("del", "opening")], []);
        var unknown = await PostAsync($"{Lessons}/ukjent/skjerm");
        var card = await site.GetAsync(Lessons).PageAsync();

        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        Assert.EndsWith("?del=opening&del=signs&del=closing&rom=morkt&ark=2", LeadsTo(begun), StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [foreign.StatusCode, silent.StatusCode]);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.NotNull(card.QuerySelector($"form button[formmethod=post][formaction='{Lesson}/skjerm']"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"{Lesson}/skjerm")).StatusCode);
    }

    [Fact]
    public async Task From_the_words_on_the_wall_to_the_end_without_a_script()
    {
        var wall = await BeginAsync("?del=opening&del=signs&del=closing");
        var words = WordsOn(await site.GetAsync(wall).PageAsync())!;

        var steering = LeadsTo(await TypeAsync(words));
        var atFirst = await site.GetAsync(steering).PageAsync();
        await PressAsync(steering, "next");
        var atSecond = await site.GetAsync(steering).PageAsync();
        await PressAsync(steering, "next");
        await PressAsync(steering, "previous");
        await PressAsync(steering, "blank");
        var inBlack = await site.GetAsync(steering).PageAsync();
        var letIn = LeadsTo(await PressAsync(steering, "let-in"));
        var forAnother = WordsOn(await site.GetAsync(letIn).PageAsync())!;
        var other = LeadsTo(await TypeAsync(forAnother));
        await PressAsync(other, "to-who-to-call");
        var atLast = await site.GetAsync(steering).PageAsync();
        await PressAsync(steering, "end");
        var ended = await site.GetAsync(other).PageAsync();

        Assert.Null(WordsOn(await site.GetAsync(wall).PageAsync()));
        Assert.EndsWith("?del=opening&del=signs&del=closing", steering, StringComparison.Ordinal);
        Assert.EndsWith("?del=opening&del=signs&del=closing", other, StringComparison.Ordinal);
        Assert.Equal(["before-we-begin", "wrong-both-ways", "wrong-both-ways", "who-to-call"], new[] { atFirst, atSecond, inBlack, atLast }.Select(SlideOn));
        Assert.NotNull(inBlack.QuerySelector(".presenter__black"));
        Assert.Null(atSecond.QuerySelector(".presenter__black"));
        Assert.Null(WordsOn(await site.GetAsync(steering).PageAsync()));
        Assert.Equal(site.Texts.Presentation.Steering.EndedTitle, ended.Heading());
    }

    [Fact]
    public async Task A_screen_is_kept_nowhere_found_by_nobody_and_leaves_no_token_anywhere_else()
    {
        var (wall, steering) = await PairAsync();

        foreach (var address in new[] { wall, steering })
        {
            var answer = await site.GetAsync(address);
            var page = await answer.PageAsync();
            var token = TokenIn(address);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Contains("connect-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Empty(page.QuerySelectorAll("nav.languages"));
            Assert.DoesNotContain(page.QuerySelectorAll("link[href]"), link => link.GetAttribute("href")!.Contains(token, StringComparison.Ordinal));
        }

        // What only listens has nothing in it that steers.
        Assert.Empty((await site.GetAsync(wall).PageAsync()).QuerySelectorAll($"form[method=post], [href*='/styring/']"));
        var turned = wall.Replace("/skjerm/", "/styring/", StringComparison.Ordinal);
        Assert.All(
            [await PressAsync(turned, "next"), await site.GetAsync(turned)],
            answer => Assert.Equal(HttpStatusCode.Gone, answer.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(wall, ("_handler", "steering"), ("gjor", "next"))).StatusCode);
        Assert.Equal("before-we-begin", SlideOn(await site.GetAsync(steering).PageAsync()));
    }

    [Fact]
    public async Task A_forged_token_and_one_of_another_page_open_nothing_and_say_what_to_do()
    {
        var (wall, steering) = await PairAsync();
        var bare = steering.Split('?')[0];
        var ofAnotherLesson = site.Services.GetRequiredService<SteeringToken>().Write(new Ticket("x", Role.Presenter, "another"));

        string[] useless =
        [
            bare[..^1], $"{bare}A", $"{Lesson}/styring/x", $"{Lesson}/skjerm/{TokenIn(steering)}", $"{Lessons}/ukjent/styring/x",
            $"{Lesson}/styring/{ofAnotherLesson}",
        ];
        foreach (var address in useless)
        {
            var answer = await site.GetAsync(address);
            var page = await answer.PageAsync();

            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal(site.Texts.Presentation.Steering.UnknownTitle, page.Heading());
            Assert.Contains(Lessons, page.LinksIn("main"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/lysbilder/x")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(wall)).StatusCode);
    }

    [Fact]
    public async Task Words_that_are_wrong_get_one_calm_answer_with_what_was_typed()
    {
        var answer = await TypeAsync("  <eple> hest ");
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("  <eple> hest ", page.Field("ord"));
        Assert.Equal(site.Texts.Presentation.Steering.WrongTitle, page.QuerySelector("#message h2")!.TextContent);
        Assert.StartsWith(site.Texts.Frame.Failed.Split('{')[0], page.Title, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector("#join-words")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_wall_hears_at_once_where_the_slides_are_and_no_more_than_it_shows()
    {
        var (wall, steering) = await PairAsync();
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        using var answer = await client.GetAsync($"/lysbilder/{TokenIn(wall)}", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        var came = await NextAsync();
        await PressAsync(steering, "start");
        await PressAsync(steering, "next");
        var moved = await NextAsync();
        site.Time.Advance(FollowingPace.Close.Heartbeat);
        var heartbeat = await NextAsync();
        await PressAsync(steering, "blank");
        var black = await NextAsync();

        Assert.Equal(Event("before-we-begin", "false", "1", "j"), came);
        Assert.Equal(Event("easy-to-pass-by", "false", "2", "j"), moved);
        Assert.Equal("event: heartbeat|data:", heartbeat);
        Assert.Equal(Event("easy-to-pass-by", "true", "3", "bj"), black);
        Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.True(answer.Headers.CacheControl!.NoStore);

        async Task<string> NextAsync()
        {
            List<string> told = [];
            while (await lines.ReadLineAsync().WaitAsync(Patience) is { Length: > 0 } line)
            {
                told.Add(line);
            }

            return string.Join('|', told);
        }

        static string Event(string slide, string blank, string number, string marks) =>
            $$"""event: state|data: {"spread":0,"state":{"slide":"{{slide}}","blank":{{blank}},"position":"{{number}}.{{slide}}.{{marks}}","""
            + "\"version\":\"joined\"}}";
    }

    [Fact]
    public async Task Who_steers_chooses_the_size_of_her_notes_and_keeps_it_with_every_press()
    {
        var (_, steering) = await PairAsync();

        var largest = (await site.GetAsync(steering).PageAsync()).QuerySelectorAll(".presenter__sizes a")[^1].GetAttribute("href")!;
        var page = await site.GetAsync(largest).PageAsync();
        var pressed = LeadsTo(await PressAsync(largest, "next"));

        Assert.Equal("3", page.QuerySelector(".presenter__there")!.GetAttribute("data-notes"));
        Assert.Equal(largest, pressed);
        Assert.NotEqual(largest, page.QuerySelector("form.presenter")!.GetAttribute("action"));
        var slides = page.QuerySelector("a[target=_blank]")!;
        Assert.Equal("noopener", slides.GetAttribute("rel"));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(slides.GetAttribute("href")!)).StatusCode);
    }

    /// <summary>Gives the address of the wall.</summary>
    private async Task<string> BeginAsync(string query = "")
    {
        var fields = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => (field.Split('=')[0], field.Split('=')[1]));

        return LeadsTo(await PostAsync($"{Lesson}/skjerm", [.. fields]));
    }

    private async Task<(string Wall, string Steering)> PairAsync()
    {
        var wall = await BeginAsync();

        return (wall, LeadsTo(await TypeAsync(WordsOn(await site.GetAsync(wall).PageAsync())!)));
    }

    private Task<HttpResponseMessage> TypeAsync(string words) => PostAsync(Lessons, ("_handler", "join"), ("ord", words));

    /// <summary>As the page is when it is pressed.</summary>
    private async Task<HttpResponseMessage> PressAsync(string steering, string action)
    {
        var page = await site.GetAsync(steering).PageAsync();

        return await PostAsync(
            page.QuerySelector("form.presenter")?.GetAttribute("action") ?? steering,
            ("_handler", "steering"), ("plass", page.Field("plass") ?? ""), ("gjor", action));
    }

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        site.PostAsync(path, fields.Length == 0 ? [("_handler", "")] : fields, ("Origin", site.Address));

    private static string LeadsTo(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        return answer.Headers.Location!.OriginalString;
    }

    private static string TokenIn(string address) => address.Split('?')[0].Split('/')[^1];

    private static string? WordsOn(IHtmlDocument page) => page.QuerySelector(".wall-join__words, .presenter__words")?.TextContent;

    private static string SlideOn(IHtmlDocument page) => page.QuerySelector(".presenter__there")!.GetAttribute("data-slide")!;
}

/// <summary>The same on a site whose clock is turned.</summary>
public sealed class SteeringInTimeTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_late_address_says_so_and_what_to_do()
    {
        var tokens = new[] { Role.Wall, Role.Presenter }.Select(TokenOf).ToList();
        string[] addresses = [$"/nb/presentasjon/20-minutter/skjerm/{tokens[0]}", $"/nb/presentasjon/20-minutter/styring/{tokens[1]}"];
        Assert.All(await Task.WhenAll(addresses.Select(site.GetAsync)), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));

        site.Time.Advance(SteeringToken.Life + TimeSpan.FromSeconds(1));
        var late = await Task.WhenAll(addresses.Select(site.GetAsync));
        var posted = await site.PostAsync(addresses[1], ("_handler", "steering"), ("gjor", "next"));
        var stream = await site.GetAsync($"/lysbilder/{tokens[0]}");

        Assert.All(late.Append(posted).Append(stream), answer => Assert.Equal(HttpStatusCode.Gone, answer.StatusCode));
        foreach (var answer in late.Append(posted))
        {
            var page = await answer.PageAsync();
            Assert.Equal(site.Texts.Presentation.Steering.LateTitle, page.Heading());
            Assert.Contains("/nb/presentasjon", page.LinksIn("main"));
        }
    }

    private string TokenOf(Role role) =>
        ((SteeringToken)site.Services.GetService(typeof(SteeringToken))!).Write(new Ticket("of-ours", role, "20-minutes"));
}
