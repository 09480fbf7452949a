using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using TenkTanken.Content;
using TenkTanken.Data.Rooms;
using TenkTanken.Web.Features.Workshop;
using TenkTanken.Web.Hosting.ContentFolder;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Workshop;

/// <summary>A room that answers on its phones, as browsers without scripts ask for it.</summary>
public sealed class WorkshopTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Trainers = "/nb/presentasjon";
    private const string Join = "/nb/bli-med";
    private const string PhonesUse = "http://192.168.1.20:5080";

    [Fact]
    public async Task From_the_open_room_over_two_votes_to_the_end()
    {
        var trainer = await OpenAsync();
        var phones = await JoinAsync(trainer, people: 6);
        var wall = await WallOfAsync(trainer);
        var (first, second) = (site.Words.Checklist.Signs[0], site.Words.Checklist.Signs[1]);
        Assert.Contains("6", (await PageAsync(trainer)).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);

        await PressAsync(trainer, $"{AskedCase.Ask}{site.Words.Cases[0].Id}");
        Assert.Equal(site.Words.Cases[0].Title, (await PageAsync(phones[0])).Heading());
        foreach (var phone in phones)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await AnswerAsync(phone, first.Id)).StatusCode);
        }

        var hidden = new[] { await PageAsync(wall), await PageAsync(trainer), await PageAsync(phones[0]) };
        await PressAsync(trainer, TrainerHandler.Reveal);
        var shown = Totals(await PageAsync(wall));
        await PressAsync(trainer, TrainerHandler.Again);
        var betweenVotes = await PageAsync(phones[0]);
        foreach (var phone in phones)
        {
            await AnswerAsync(phone, second.Id);
        }

        await PressAsync(trainer, TrainerHandler.Reveal);
        var both = Totals(await PageAsync(wall));
        await PressAsync(trainer, TrainerHandler.End);

        Assert.All(hidden, page => Assert.Empty(page.QuerySelectorAll(".totals")));
        Assert.Equal("6", shown[first.Title]);
        Assert.Equal("0", shown[second.Title]);
        Assert.Equal(("6 0", "0 6"), (both[first.Title], both[second.Title]));
        Assert.Empty(betweenVotes.QuerySelectorAll("input[checked]"));
        foreach (var address in new[] { trainer, wall, phones[0] })
        {
            var over = await PageAsync(address);
            Assert.Equal(site.Texts.Workshop.OverTitle, over.Heading());
            Assert.Equal(RoomScreens.Over, over.QuerySelector("[data-following]")!.GetAttribute("data-version"));
        }
    }

    [Fact]
    public async Task Four_who_answer_are_told_that_nothing_is_shown_and_the_wall_shows_nothing()
    {
        var trainer = await OpenAsync();
        var phones = await JoinAsync(trainer, people: 4);
        await AskAsync(trainer);
        foreach (var phone in phones)
        {
            await AnswerAsync(phone, site.Words.Checklist.Signs[0].Id);
        }

        await PressAsync(trainer, TrainerHandler.Reveal);
        await PressAsync(trainer, TrainerHandler.Close);
        var wall = await PageAsync(await WallOfAsync(trainer));

        Assert.Empty(wall.QuerySelectorAll(".totals"));
        Assert.Contains(site.Texts.Workshop.TooFew.Replace("{fewest}", "5", StringComparison.Ordinal), wall.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_says_so_and_what_was_ticked_stands()
    {
        var trainer = await OpenAsync();
        var phone = Assert.Single(await JoinAsync(trainer, people: 1));
        await AskAsync(trainer);
        var sign = site.Words.Checklist.Signs[2].Id;
        var vote = (await PageAsync(phone)).Field(PhoneHandler.VoteField)!;

        await PressAsync(trainer, TrainerHandler.Close);
        var late = await PostAsync(phone, (PhoneHandler.VoteField, vote), (PhoneHandler.ChosenField, sign));
        var page = await late.PageAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(site.Texts.Workshop.ClosedTitle, page.QuerySelector("#message h2")!.TextContent);
        Assert.Equal([sign], page.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.SeeOther, (await PressAsync(trainer, TrainerHandler.Open)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await AnswerAsync(phone, sign)).StatusCode);
        Assert.Contains(site.Texts.Workshop.Sent, (await PageAsync(phone)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_form_of_ours_would_send_is_told_and_not_counted()
    {
        var trainer = await OpenAsync();
        var phone = Assert.Single(await JoinAsync(trainer, people: 1));
        await AskAsync(trainer);
        var vote = (await PageAsync(phone)).Field(PhoneHandler.VoteField)!;

        var invented = await PostAsync(phone, (PhoneHandler.VoteField, vote), (PhoneHandler.ChosenField, "no sign"));
        var sign = site.Words.Checklist.Signs[0].Id;
        var elsewhere = await PostAsync(phone, (PhoneHandler.VoteField, new string('a', 32)), (PhoneHandler.ChosenField, sign));
        var foreign = await site.PostAsync(phone, [("_handler", "answer"), (PhoneHandler.VoteField, vote)], ("Origin", "https://example.org"));

        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.BadRequest],
            new[] { invented, elsewhere, foreign }.Select(answer => answer.StatusCode));
        Assert.Equal(0, RoomOf(trainer).Current!.Answers);
    }

    [Fact]
    public async Task What_leads_on_is_answered_without_a_page_since_a_whole_hall_sends_at_once()
    {
        var trainer = await OpenAsync();
        var joined = await TypeAsync(RoomOf(trainer).Code);
        await AskAsync(trainer);
        var answered = await AnswerAsync(LeadsTo(joined), site.Words.Checklist.Signs[0].Id);

        foreach (var answer in new[] { joined, answered })
        {
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_page_that_is_drawn_for_one_is_the_same_for_the_next_but_for_whose_it_is()
    {
        var trainer = await OpenAsync();
        var phones = await JoinAsync(trainer, people: 2);
        await AskAsync(trainer);

        var (drawn, kept) = (await RawAsync(phones[0]), await RawAsync(phones[1]));
        var (first, second) = (await RawAsync(Join), await RawAsync(Join));
        var (one, other) = (Field(first.Page), Field(second.Page));

        Assert.Contains($"action=\"{phones[1]}?1\"", kept.Page, StringComparison.Ordinal);
        Assert.Contains($"/rom/{TokenIn(phones[1])}", kept.Page, StringComparison.Ordinal);
        Assert.Equal(drawn.Page.Replace(TokenIn(phones[0]), TokenIn(phones[1]), StringComparison.Ordinal), kept.Page);
        Assert.Equal(drawn.Headers, kept.Headers);
        Assert.NotEqual(one, other);
        Assert.Equal(first.Page.Replace(one, other, StringComparison.Ordinal), second.Page);
        Assert.Equal(first.Headers, second.Headers);

        async Task<(string Page, IReadOnlyList<string> Headers)> RawAsync(string address)
        {
            var answer = await site.GetAsync(address);
            // The framework's own word is for its script, which these pages do not have.
            var headers = answer.Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "blazor-enhanced-nav"))
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");

            return (await answer.Content.ReadAsStringAsync(), [.. headers.Order(StringComparer.Ordinal)]);
        }

        static string Field(string page) => Regex.Match(page, $"name=\"{JoinHandler.ParticipantField}\" value=\"([^\"]+)\"").Groups[1].Value;
    }

    [Fact]
    public async Task What_one_has_answered_stands_on_ones_own_page_and_on_nobody_elses()
    {
        var trainer = await OpenAsync();
        var phones = await JoinAsync(trainer, people: 3);
        await AskAsync(trainer);
        await AnswerAsync(phones[0], site.Words.Checklist.Signs[0].Id);
        var open = new[] { await PageAsync(phones[0]), await PageAsync(phones[1]), await PageAsync(phones[0]) };
        await PressAsync(trainer, TrainerHandler.Close);
        var closed = new[] { await PageAsync(phones[0]), await PageAsync(phones[1]), await PageAsync(phones[2]) };

        Assert.Equal([1, 0, 1], open.Select(page => page.QuerySelectorAll("input[checked]").Length));
        Assert.Equal([1, 0, 0], closed.Select(page => page.QuerySelectorAll("input[checked]").Length));
        Assert.All(closed, page => Assert.Contains(site.Texts.Workshop.ClosedTitle, page.Body!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sent_a_hundred_times_at_once_or_with_what_belongs_to_another_room_it_is_one_answer_in_one_room()
    {
        var (trainer, other) = (await OpenAsync(), await OpenAsync());
        var (phone, stranger) = (Assert.Single(await JoinAsync(trainer, people: 1)), Assert.Single(await JoinAsync(other, people: 1)));
        await AskAsync(trainer);
        await AskAsync(other);
        var (vote, foreign) = ((await PageAsync(phone)).Field(PhoneHandler.VoteField)!, (await PageAsync(stranger)).Field(PhoneHandler.VoteField)!);
        var sign = site.Words.Checklist.Signs[0].Id;

        var rapid = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => PostAsync(phone, (PhoneHandler.VoteField, vote), (PhoneHandler.ChosenField, sign))));
        var elsewhere = await PostAsync(phone, (PhoneHandler.VoteField, foreign), (PhoneHandler.ChosenField, sign));
        var asWall = await PostAsync(
            $"{Join}/{TokenIn(await WallOfAsync(trainer))}", (PhoneHandler.VoteField, vote), (PhoneHandler.ChosenField, sign));

        Assert.All(rapid, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        // What opens no phone has no form to answer with.
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.BadRequest], [elsewhere.StatusCode, asWall.StatusCode]);
        Assert.Equal((1, 0), (RoomOf(trainer).Current!.Answers, RoomOf(other).Current!.Answers));
    }

    [Fact]
    public async Task A_screen_is_kept_nowhere_found_by_nobody_and_opens_only_what_it_is_for()
    {
        var trainer = await OpenAsync();
        var phone = Assert.Single(await JoinAsync(trainer, people: 1));
        var wall = await WallOfAsync(trainer);

        foreach (var address in new[] { trainer, wall, phone })
        {
            var answer = await site.GetAsync(address);
            var page = await answer.PageAsync();

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.DoesNotContain(page.QuerySelectorAll("link[href]"), link => link.GetAttribute("href")!.Contains(TokenIn(address), StringComparison.Ordinal));
        }

        Assert.Empty((await PageAsync(wall)).QuerySelectorAll("form, [href*='/styring/']"));
        string[] useless =
        [
            $"{Trainers}/rom/styring/{TokenIn(wall)}", $"{Trainers}/rom/styring/{TokenIn(phone)}", $"{Trainers}/rom/skjerm/{TokenIn(trainer)}",
            $"{Trainers}/rom/skjerm/{TokenIn(phone)}", $"{Join}/{TokenIn(trainer)}", $"{Join}/{TokenIn(wall)}",
            $"{phone}A", $"{Join}/x", $"{Trainers}/rom/styring/x",
        ];
        foreach (var address in useless)
        {
            Assert.Equal((address, HttpStatusCode.Gone), (address, (await site.GetAsync(address)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/rom/x")).StatusCode);
        Assert.DoesNotContain(site.Log.Lines, line => new[] { trainer, wall, phone }.Any(address => line.Contains(TokenIn(address), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_code_that_opens_nothing_stands_there_again_and_many_wrong_ones_keep_no_right_one_out()
    {
        var trainer = await OpenAsync();
        var wrong = await TypeAsync("BCD FGX ");
        var page = await wrong.PageAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("BCD FGX ", page.Field(JoinHandler.CodeField));
        Assert.Equal("true", page.QuerySelector("#room-code")!.GetAttribute("aria-invalid"));

        var tried = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => TypeAsync("BCDFGX")));
        var right = await TypeAsync(RoomOf(trainer).Code.ToLowerInvariant());

        Assert.Contains(tried, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
    }

    [Fact]
    public async Task A_form_to_join_that_is_sent_twice_lets_in_one()
    {
        var trainer = await OpenAsync();
        var form = await PageAsync(Join);
        (string, string)[] fields =
            [(JoinHandler.CodeField, RoomOf(trainer).Code), (JoinHandler.ParticipantField, form.Field(JoinHandler.ParticipantField)!)];

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(Join, fields)));

        Assert.Equal(1, RoomOf(trainer).Joined);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1")]
    [InlineData("192.168.1.20")]
    [InlineData("ftp://192.168.1.20")]
    [InlineData("https://tenktanken.example/nb")]
    [InlineData("https://somebody@tenktanken.example")]
    [InlineData("")]
    public async Task An_address_that_no_phone_could_use_is_told_and_stands_there_again(string typed)
    {
        var answer = await PostAsync(Trainers, ("_handler", "open-room"), (OpenHandler.AddressField, typed));
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(typed, page.Field(OpenHandler.AddressField));
        Assert.Equal(site.Texts.Workshop.AddressWrongTitle, page.QuerySelector("#message h2")!.TextContent);
    }

    [Fact]
    public async Task Who_just_looks_on_sees_the_case_and_nothing_to_answer_with_and_nobody_can_tell()
    {
        var trainer = await OpenAsync();
        var phone = Assert.Single(await JoinAsync(trainer, people: 1));
        await AskAsync(trainer);

        var looks = (await PageAsync(phone)).LinksIn("main").Single(link => link.StartsWith($"{phone}?", StringComparison.Ordinal));
        var page = await PageAsync(looks);

        Assert.Equal(site.Words.Cases[0].Title, page.Heading());
        Assert.Empty(page.QuerySelectorAll(".phone__asked input"));
        Assert.Contains(phone, page.LinksIn(".phone__asked"));
        Assert.Equal((1, 0), (RoomOf(trainer).Joined, RoomOf(trainer).Current!.Answers));
    }

    [Fact]
    public async Task After_a_restart_in_the_middle_every_address_works_and_every_answer_is_there()
    {
        var data = Directory.CreateTempSubdirectory("tenktanken-site-");
        try
        {
            string trainer, phone;
            await using (var before = new TestSite(content: null, data.FullName))
            {
                var on = new WorkshopTests(before);
                trainer = await on.OpenAsync();
                var phones = await on.JoinAsync(trainer, people: 5);
                phone = phones[0];
                await on.AskAsync(trainer);
                foreach (var one in phones)
                {
                    await on.AnswerAsync(one, before.Words.Checklist.Signs[0].Id);
                }
            }

            await using var after = new TestSite(content: null, data.FullName);
            var then = new WorkshopTests(after);
            var answered = await then.PageAsync(phone);
            await then.PressAsync(trainer, TrainerHandler.Reveal);

            Assert.Single(answered.QuerySelectorAll("input[checked]"));
            Assert.Equal("5", Totals(await then.PageAsync(await then.WallOfAsync(trainer)))[after.Words.Checklist.Signs[0].Title]);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Where_a_case_says_what_one_might_do_the_room_chooses_one_of_it_and_elsewhere_nobody_is_asked()
    {
        using var content = new TemporaryContent();
        content.PublishSecond();
        content.Offer(LaterEditions.Second);
        await using var later = new TestSite(content.Folder);
        var on = new WorkshopTests(later);
        var story = later.Words.Cases.Single(story => story.Choices.Count > 0);
        var trainer = await on.OpenAsync();
        var phones = await on.JoinAsync(trainer, people: 5);
        var steps = (await on.PageAsync(trainer)).QuerySelectorAll($"button[value^='{AskedCase.AskForSteps}']");
        var offered = steps.Select(button => button.GetAttribute("value"));

        await on.PressAsync(trainer, $"{AskedCase.AskForSteps}{story.Id}");
        var asked = await on.PageAsync(phones[0]);
        foreach (var phone in phones)
        {
            await on.AnswerAsync(phone, "2");
        }

        var two = await on.AnswerAsync(phones[0], "1", "2");
        await on.PressAsync(trainer, TrainerHandler.Reveal);
        var totals = Totals(await on.PageAsync(await on.WallOfAsync(trainer)));

        Assert.Equal([$"{AskedCase.AskForSteps}{story.Id}"], offered);
        Assert.Equal(story.Choices.Count, asked.QuerySelectorAll(".phone-choices input[type=radio]").Length);
        Assert.Equal(later.Texts.LabelOf(PartKind.Choices), asked.QuerySelector(".phone-choices legend")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, two.StatusCode);
        Assert.Equal(["0", "5", "0"], totals.Values);
        Assert.Equal(HttpStatusCode.SeeOther, (await on.PressAsync(trainer, $"{AskedCase.AskForSteps}{later.Words.Cases[0].Id}x")).StatusCode);
        Assert.Single(on.RoomOf(trainer).Votes);
    }

    [Fact]
    public async Task A_room_that_goes_through_a_lesson_is_asked_what_the_lesson_shows_first_and_every_other_case_after_it()
    {
        var lesson = site.Services.GetRequiredService<LiveContent>().Current.Lessons["nb"][0];
        var shown = LessonCase.In(lesson, site.Words);
        var wrong = await (await PostAsync(Trainers, ("_handler", "open-room"), (OpenHandler.LessonField, lesson.Id))).PageAsync();
        var page = await PageAsync(await OpenAsync((OpenHandler.LessonField, lesson.Id)));
        var unknown = await PageAsync(await OpenAsync((OpenHandler.LessonField, "no lesson")));

        Assert.Equal(lesson.Id, wrong.QuerySelector($"input[name='{OpenHandler.LessonField}'][checked]")!.GetAttribute("value"));
        Assert.NotEmpty(shown);
        Assert.Equal(shown.Select(one => one.Case.Id).Union(site.Words.Cases.Select(story => story.Id)), Asked(page));
        Assert.Equal(
            shown.Select(one => site.Texts.Workshop.AtSlide.Replace("{slide}", one.Slide.Title, StringComparison.Ordinal)),
            page.QuerySelectorAll(".room-choose article p").Select(slide => slide.TextContent));
        Assert.Contains(lesson.Address, page.LinksIn(".room-choose"));
        Assert.Equal(site.Words.Cases.Select(story => story.Id), Asked(unknown));
        Assert.NotEqual(Asked(unknown), Asked(page));
        Assert.Empty(unknown.LinksIn(".room-choose"));

        static IEnumerable<string?> Asked(IHtmlDocument page) => page.QuerySelectorAll(".room-choose article h3").Select(title => title.Id);
    }

    [Fact]
    public async Task What_is_too_large_is_turned_away_with_a_page_and_the_room_goes_on()
    {
        var trainer = await OpenAsync();
        var phone = Assert.Single(await JoinAsync(trainer, people: 1));
        await AskAsync(trainer);
        var large = new string('a', 70_000);

        var joins = await TypeAsync(large);
        var answers = await PostAsync(phone, (PhoneHandler.VoteField, large));
        var presses = await PostAsync(trainer, ("_handler", "room"), (TrainerHandler.ActionField, large));

        foreach (var answer in new[] { joins, answers, presses })
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Equal(site.Texts.Errors.TooLargeTitle, (await answer.PageAsync()).Heading());
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await AnswerAsync(phone, site.Words.Checklist.Signs[0].Id)).StatusCode);
        Assert.Equal((1, 1), (RoomOf(trainer).Joined, RoomOf(trainer).Current!.Answers));
    }

    [Fact]
    public async Task What_was_shown_is_taken_along_as_a_file_for_spreadsheets_and_nothing_that_was_not()
    {
        var trainer = await OpenAsync();
        var phones = await JoinAsync(trainer, people: 5);
        var (first, second) = (site.Words.Checklist.Signs[0], site.Words.Checklist.Signs[1]);
        Assert.DoesNotContain($"{trainer}/svar.csv", (await PageAsync(trainer)).LinksIn("main"));
        await AskAsync(trainer);
        foreach (var phone in phones)
        {
            await AnswerAsync(phone, first.Id);
        }

        await PressAsync(trainer, TrainerHandler.Reveal);
        await PressAsync(trainer, TrainerHandler.Again);
        foreach (var phone in phones)
        {
            await AnswerAsync(phone, second.Id);
        }

        var answer = await site.GetAsync((await PageAsync(trainer)).LinksIn("main").Single(link => link.EndsWith(".csv", StringComparison.Ordinal)));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        await PressAsync(trainer, $"{AskedCase.Ask}{site.Words.Cases[1].Id}");
        var onPage = Totals(await PageAsync(trainer));

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(site.Words.Checklist.Signs.Count + 1, lines.Length);
        Assert.Equal($"{site.Words.Cases[0].Title};1;5;{first.Title};5", lines[1]);
        Assert.Equal($"{site.Words.Cases[0].Title};1;5;{second.Title};0", lines[2]);
        Assert.Equal("5", onPage[first.Title]);
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync($"{Trainers}/rom/styring/{TokenIn(phones[0])}/svar.csv")).StatusCode);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+47", "'+47")]
    [InlineData("-1", "'-1")]
    [InlineData("@A1", "'@A1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("«Hei» \"du\"", "\"«Hei» \"\"du\"\"\"")]
    [InlineData("a = b", "a = b")]
    [InlineData("", "")]
    public void No_cell_of_it_is_a_formula_or_two(string words, string cell) => Assert.Equal(cell, TotalsFile.Cell(words));

    [Fact]
    public async Task However_many_come_the_wall_is_told_twice_a_second_and_never_how_many_they_are()
    {
        var trainer = await OpenAsync();
        var wall = await WallOfAsync(trainer);
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        using var answer = await client.GetAsync($"/rom/{TokenIn(wall)}", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var first = await NextAsync();

        await JoinAsync(trainer, people: 7);
        var second = await NextAsync();
        await JoinAsync(trainer, people: 40);
        var third = await NextAsync();
        await AskAsync(trainer);
        var asked = await NextAsync();

        var numbers = new[] { first, second, third, asked }.Select(version => int.Parse(version.Split('-')[1], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([numbers[0], numbers[0] + 1, numbers[0] + 2, numbers[0] + 3], numbers);
        Assert.Single(new[] { first, second, third, asked }.Select(version => version.Split('-')[0]).Distinct());

        async Task<string> NextAsync()
        {
            while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
            {
                if (Regex.Match(line, """^data: \{"spread":\d+,"state":\{"version":"([0-9A-F]+-\d+)"\}\}$""") is { Success: true } told)
                {
                    return told.Groups[1].Value;
                }
            }

            return "-";
        }
    }

    [Fact]
    public async Task In_a_rehearsal_people_who_are_made_up_come_and_answer_and_every_screen_says_so()
    {
        var trainer = await OpenAsync((OpenHandler.RehearsalField, OpenHandler.Yes));
        var wall = await WallOfAsync(trainer);
        await AskAsync(trainer);
        await UntilAsync(() => RoomOf(trainer) is { Joined: Rehearsal.People, Current.Answers: Rehearsal.People });
        await PressAsync(trainer, TrainerHandler.Reveal);
        await PressAsync(trainer, TrainerHandler.Again);
        await UntilAsync(() => RoomOf(trainer).Current!.Answers == Rehearsal.People);
        var phone = LeadsTo(await TypeAsync(RoomOf(trainer).Code));

        Assert.Equal(Rehearsal.People, RoomOf(trainer).Votes[0].Shown!.Answers);
        Assert.Equal(Rehearsal.People + 1, RoomOf(trainer).Joined);
        foreach (var address in new[] { trainer, wall, phone })
        {
            Assert.Contains(site.Texts.Workshop.RehearsalTitle, (await PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(site.Texts.Workshop.RehearsalTitle, (await PageAsync(await OpenAsync())).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Turns the clock until it is so. Each turn is done before the next.</summary>
    private async Task UntilAsync(Func<bool> isSo)
    {
        for (var turn = 0; turn < 1_000 && !isSo(); turn++)
        {
            site.Time.Advance(LiveRooms.Every);
            await PageAsync(Trainers);
        }

        Assert.True(isSo());
    }

    /// <summary>Gives the trainer's address.</summary>
    private async Task<string> OpenAsync(params (string Name, string Value)[] also)
    {
        var opened = await PostAsync(Trainers, [("_handler", "open-room"), (OpenHandler.AddressField, PhonesUse), .. also]);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);

        return LeadsTo(opened);
    }

    private async Task<IReadOnlyList<string>> JoinAsync(string trainer, int people)
    {
        var code = RoomOf(trainer).Code;
        var joined = new List<string>();
        for (var person = 0; person < people; person++)
        {
            joined.Add(LeadsTo(await TypeAsync(code)));
        }

        // The wall is told twice a second.
        site.Time.Advance(LiveRooms.Every);

        return joined;
    }

    private Task<HttpResponseMessage> TypeAsync(string code) => PostAsync(Join, ("_handler", "join-room"), (JoinHandler.CodeField, code));

    private Task<HttpResponseMessage> AskAsync(string trainer) => PressAsync(trainer, $"{AskedCase.Ask}{site.Words.Cases[0].Id}");

    private async Task<HttpResponseMessage> PressAsync(string trainer, string action) => await PostAsync(
        trainer,
        ("_handler", "room"),
        (TrainerHandler.SeenField, (await PageAsync(trainer)).Field(TrainerHandler.SeenField) ?? ""),
        (TrainerHandler.ActionField, action));

    private async Task<HttpResponseMessage> AnswerAsync(string phone, params string[] chosen) => await PostAsync(
        phone,
        [
            ("_handler", "answer"),
            (PhoneHandler.VoteField, (await PageAsync(phone)).Field(PhoneHandler.VoteField)!),
            .. chosen.Select(sign => (PhoneHandler.ChosenField, sign)),
        ]);

    private Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        site.PostAsync(
            address,
            fields.Any(field => field.Name == "_handler") ? fields : [("_handler", address == Join ? "join-room" : "answer"), .. fields]);

    private Task<IHtmlDocument> PageAsync(string address) => site.GetAsync(address).PageAsync();

    private async Task<string> WallOfAsync(string trainer) =>
        (await PageAsync(trainer)).QuerySelector("a[href*='/skjerm/']")!.GetAttribute("href")!;

    private Room RoomOf(string trainer) =>
        site.Services.GetRequiredService<Data.Rooms.Rooms>().Find(site.Services.GetRequiredService<WorkshopToken>().Read(TokenIn(trainer))!.Room)!;

    private static string LeadsTo(HttpResponseMessage answer) => answer.Headers.Location!.OriginalString;

    private static string TokenIn(string address) => address.Split('/')[^1];

    /// <summary>By what could be chosen: the numbers beside it.</summary>
    private static Dictionary<string, string> Totals(IHtmlDocument page) => page.QuerySelectorAll(".totals tbody tr").ToDictionary(
        row => row.QuerySelector("th")!.TextContent,
        row => string.Join(' ', row.QuerySelectorAll(".totals__count").Select(count => count.TextContent)));
}
