using System.Collections.Concurrent;
using System.Net;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests;

/// <summary>Everything a reader can meet, by a name: each page as it opens, and what answers bring forth.</summary>
public static class PagesAndStates
{
    private static readonly Dictionary<string, Func<Visitor, Task>> States = new()
    {
        ["checklist with guidance open"] = async visitor =>
        {
            var checklist = await ChecklistPage.Open(visitor);
            await checklist.Notice(Signs.All.SkipLast(1));
            await checklist.BeUnsureOf(Signs.All[^1]);
            await Expect(checklist.GuidanceInSight).ToHaveCountAsync(Signs.All.Count);
        },
        ["checklist not understood"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.BadRequest);
            var checklist = await ChecklistPage.Open(visitor);
            await checklist.Notice(Signs.ControlledByOthers);
            await checklist.Noticed(Signs.FearOrStress).EvaluateAsync("radio => radio.value = 'no answer of ours'");
            await checklist.Notice(Signs.FearOrStress);
            await checklist.PressReflect();
            await Expect(new SitePage(visitor.Page).Message).ToContainTextAsync(Words.Texts.Checklist.NotUnderstood);
            await Expect(checklist.Noticed(Signs.ControlledByOthers)).ToBeCheckedAsync();
        },
        ["reflection on much"] = async visitor => await (await ReflectOnMuch(visitor)).ReadEverything(),
        ["reflection on nothing"] = async visitor => await (await ChecklistPage.Open(visitor)).Reflect(),
        ["reflection on context only"] = async visitor =>
        {
            var checklist = await ChecklistPage.Open(visitor);
            await checklist.Notice(Signs.SeenAtKnownPlaces);
            await checklist.BeUnsureOf(Signs.FromKnownCountry);
            await checklist.Reflect();
        },
        ["saved"] = async visitor => await Save(visitor),
        ["wrong code"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.UnprocessableEntity);
            await (await ComeBackPage.Open(visitor)).Try("not a code");
        },
        ["remembered"] = async visitor => await (await RememberKept(visitor)).ThinkOfForgetting(),
        ["remembered too long ago"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.UnprocessableEntity);
            var remembered = await RememberKept(visitor);
            await visitor.Page.Locator("input[name=token]").EvaluateAsync("token => token.value = 'of another day'");
            await remembered.ThinkOfForgetting();
            await remembered.PressForget();
            await Expect(new SitePage(visitor.Page).Message).ToContainTextAsync(Words.Texts.ComeBack.TooLateTitle);
        },
        ["plans to mark"] = async visitor => await (await RememberKept(visitor)).MarkThePlans(),
        ["two rounds"] = async visitor => await AddRound(await Remember(visitor)),
        ["a round that came too late"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.UnprocessableEntity);
            var reflection = await NewRound(await RememberKept(visitor));
            await visitor.Page.Locator("input[name=token]").EvaluateAsync("token => token.value = 'of another day'");
            await reflection.SaveRoundButton.ClickAsync();
            await Expect(new SitePage(visitor.Page).Message).ToContainTextAsync(Words.Texts.Rounds.TooLate);
        },
        ["forgotten"] = async visitor => await (await Remember(visitor)).ForgetEverything(),
        ["a phrase shown large"] = async visitor =>
        {
            await visitor.GoAsync("/nb/samtale");
            await visitor.Page.Locator(".show-large").First.ClickAsync();
            await Expect(new SitePage(visitor.Page).LargePhrase).ToBeVisibleAsync();
        },
        ["duties with answers"] = async visitor =>
        {
            var duties = await DutiesPage.Open(visitor);
            await duties.Choice("minor-yes").CheckAsync();
            await duties.Choice("danger-yes").CheckAsync();
            await duties.Choice("agreement-not-asked").CheckAsync();
            await Expect(duties.GuidanceInSight).ToHaveCountAsync(3);
        },
        ["practice with ticks"] = async visitor =>
        {
            var practice = await BeginToPractise(visitor);
            await practice.Tick(Signs.ControlledByOthers).CheckAsync();
            await practice.Tick(Signs.NoControlOfPapers).CheckAsync();
            await practice.Tick(Signs.FromKnownCountry).CheckAsync();
            await practice.AskForExplanations(visitor.Scripts);
            await Expect(practice.ExplanationOf(Signs.FromKnownCountry)).ToHaveCountAsync(2);
        },
        ["practice at its end"] = async visitor =>
        {
            var practice = await BeginToPractise(visitor);
            await practice.FinishButton.ClickAsync();
            await Expect(practice.Tried).ToBeVisibleAsync();
        },
        ["practice without its connection"] = async visitor =>
        {
            visitor.ExpectsError("Connection disconnected");
            var line = await visitor.HoldCircuitAsync();
            var practice = await BeginToPractise(visitor);
            await practice.Tick(Signs.ControlledByOthers).CheckAsync();
            await practice.AskForExplanations(visitor.Scripts);
            await Expect(practice.ExplanationOf(Signs.ControlledByOthers)).ToHaveCountAsync(3);
            if (visitor.Scripts == Scripts.On)
            {
                await line.CutAsync();
                await Expect(practice.LostConnection).ToBeVisibleAsync();
            }
        },
        ["words that open nothing"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.UnprocessableEntity);
            await visitor.GoAsync(WallPage.Lessons);
            await PresenterPage.Type(visitor, "eple");
            await Expect(new SitePage(visitor.Page).Message).ToBeVisibleAsync();
        },
        ["address that steers nothing"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.Gone);
            await visitor.GoAsync($"{WallPage.Lesson.Address}/styring/x");
            await MeetAsync(visitor, Words.Texts.Presentation.Steering.UnknownTitle);
        },
        [Slides] = async visitor => await (await SlidesPage.Open(visitor)).ShowsAsync(SlidesPage.Slides[0]),
        [Overview] = async visitor =>
        {
            var slides = await SlidesPage.Open(visitor);
            await slides.Press("o");
            await Expect(slides.Overview).ToBeVisibleAsync();
        },
        [Keys] = async visitor =>
        {
            var slides = await SlidesPage.Open(visitor);
            await slides.Press("?");
            await Expect(slides.Help).ToBeVisibleAsync();
        },
        [Wall] = async visitor => await Expect((await WallPage.Begin(visitor)).PairingWords).ToBeVisibleAsync(),
        [Presenter] = async visitor =>
        {
            var presenter = await Steer(visitor);
            await presenter.LetAnotherIn();
            await presenter.OpenAll();
        },
        [SteeringEnded] = async visitor => await (await Steer(visitor)).EndTheSteering(),
        ["notes of a lesson"] = visitor => visitor.GoAsync($"{WallPage.Lesson.Address}/manus"),
        ["a room that is led"] = async visitor =>
        {
            var room = await RoomPage.Open(visitor, WallPage.Lesson);
            await room.Ask(Cases.CarWash);
            await Expect(room.Asked).ToBeVisibleAsync();
            await visitor.Page.GetByText(Words.Texts.Workshop.End, new() { Exact = true }).ClickAsync();
        },
        ["a room that is over"] = async visitor =>
        {
            await (await RoomPage.Open(visitor)).End();
            await MeetAsync(visitor, Words.Texts.Workshop.OverTitle);
        },
        ["address no phone can use"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.UnprocessableEntity);
            await visitor.GoAsync(WallPage.Lessons);
            await visitor.Page.GetByLabel(Words.Texts.Workshop.AddressLabel).FillAsync("http://localhost");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = Words.Texts.Workshop.Open }).ClickAsync();
            await Expect(new SitePage(visitor.Page).Message).ToBeVisibleAsync();
        },
        [WaitingWall] = async visitor => await (await RoomPage.Open(visitor)).OpenWall(visitor),
        [AnsweredWall] = async visitor =>
        {
            var room = await RoomPage.Open(visitor);
            await room.Ask(Cases.CarWash);
            var led = visitor.Page.Url;
            var wall = await room.OpenWall(visitor);
            await RoomPage.AnswerUnseen(visitor, await wall.Code.InnerTextAsync(), Fewest, Signs.All);
            await visitor.GoAsync(led);
            await room.Reveal();
            await room.OpenWall(visitor);
            await Expect(wall.Totals).ToBeVisibleAsync();
        },
        [AskedCode] = visitor => visitor.GoAsync(RoomPhone.JoinAddress),
        [WrongCode] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.UnprocessableEntity);
            await RoomPhone.Type(visitor, "bcd fgx");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = Words.Texts.Workshop.Join, Exact = true }).ClickAsync();
            await Expect(new SitePage(visitor.Page).Message).ToBeVisibleAsync();
        },
        [WaitingPhone] = async visitor => await JoinARoom(visitor, asks: false),
        [AnsweredPhone] = async visitor =>
        {
            var phone = await JoinARoom(visitor, asks: true);
            await phone.Answer(Signs.ControlledByOthers, Signs.NoControlOfPapers);
            await Expect(phone.Sent).ToBeVisibleAsync();
        },
        ["facts with their sources"] = async visitor =>
        {
            await visitor.GoAsync("/nb/hva-er-det");
            await new SitePage(visitor.Page).Facts.Locator("summary").ClickAsync();
        },
        ["changes with all they say"] = async visitor =>
        {
            await visitor.GoAsync("/nb/endringer");
            await SitePage.OpenAll(new SitePage(visitor.Page).Main.Locator("details"));
        },
        ["unknown address"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.NotFound);
            await visitor.GoAsync("/nb/finnes-ikke");
        },
        ["form from another site"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.BadRequest);
            // A page of nobody's.
            await visitor.GoAsync("about:blank");
            await visitor.Page.EvaluateAsync(
                "address => { document.body.innerHTML = `<form method=post action=${address}>`; document.querySelector('form').submit(); }",
                visitor.Address + ChecklistPage.Address);
            await MeetAsync(visitor, Words.Texts.Errors.OtherSiteTitle);
        },
        ["form nobody knows"] = visitor =>
            SendSpoiltAsync(visitor, "form => form.elements._handler.value = 'another'", HttpStatusCode.BadRequest, Words.Texts.Errors.BadRequestTitle),
        ["form that is too large"] = visitor =>
            SendSpoiltAsync(visitor, "form => form.elements._handler.value = 'a'.repeat(70_000)", HttpStatusCode.RequestEntityTooLarge,
                Words.Texts.Errors.TooLargeTitle),
        ["form to an address that takes none"] = visitor =>
            SendSpoiltAsync(visitor, "form => form.action = document.querySelector('script[src]').src", HttpStatusCode.MethodNotAllowed,
                Words.Texts.Errors.NotAllowedTitle),
        ["rounds without end"] = async visitor =>
        {
            var code = await SaveAndWriteDown(visitor);
            var remembered = await ComeBack(visitor, code);
            await AddRoundsUnseenAsync(visitor, 10);
            remembered = await ComeBack(visitor, code);
            while (await remembered.NewRoundButton.IsVisibleAsync())
            {
                remembered = await (await (await remembered.FillInANewRound()).Reflect()).SaveRound();
            }
        },
        ["shift pressed once"] = async visitor =>
        {
            // The count is over after five seconds, and what is asked of the page may take longer on a busy machine.
            await visitor.OwnPage().AddInitScriptAsync("{ const wait = setTimeout; window.setTimeout = (act, time) => time === 5000 ? 0 : wait(act, time); }");
            await visitor.GoAsync("/nb/tegn");
            await visitor.Page.Keyboard.PressAsync("Shift");
            await Expect(new SitePage(visitor.Page).Presses).ToBeVisibleAsync(new() { Visible = visitor.Scripts == Scripts.On });
        },
        [EditorsPage] = async visitor =>
        {
            await visitor.GoAsync("/redaksjon");
            await Expect(visitor.Page.Locator("#blocking")).ToBeVisibleAsync();
        },
        [BrokenDraft] = async visitor =>
        {
            await visitor.GoAsync(EditingSite.AddressOf(PageKind.Checklist));
            await Expect(visitor.Page.Locator(".draft-mark .problems")).ToBeVisibleAsync();
        },
        [OverdueFacts] = visitor => visitor.GoAsync(Words.Edition.The(PageKind.Contacts).Address),
    };

    /// <summary>Where there is no page any more, and so nothing to use.</summary>
    private static readonly Dictionary<string, Func<Visitor, Task>> AfterLeaving = new()
    {
        ["left in a hurry"] = async visitor =>
        {
            await visitor.MayLeaveAsync(arrives: false);
            await visitor.GoAsync("/nb/tegn");
            await new SitePage(visitor.Page).LeaveLink.ClickAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(Words.Texts.Leave.Leaving);
        },
    };

    /// <summary>On each site what one has saved, to be looked at and never changed: saving is most of the way to several states.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Kept = new();

    /// <summary>Of the same make as other states, to which they add nothing but their words.</summary>
    private static readonly string[] SayingSomethingElse =
    [
        "form from another site", "form that is too large", "form to an address that takes none", "address that steers nothing", "a room that is over",
        "address no phone can use", WrongCode, "words that open nothing", "remembered too long ago",
    ];

    /// <summary>Answers that something is shown of.</summary>
    private const int Fewest = 5;
    private const string WaitingWall = "a wall that says how to join";
    private const string AnsweredWall = "a wall that shows answers";
    private const string AskedCode = "a code is asked for";
    private const string WrongCode = "a code that opens no room";
    private const string WaitingPhone = "a phone that waits";
    private const string AnsweredPhone = "a phone that has answered";

    private const string Slides = "slides";
    private const string Overview = "overview of the slides";
    private const string Keys = "keys that turn the slides";
    private const string Wall = "slides that wait for a phone";
    private const string Presenter = "steering with everything open";
    private const string SteeringEnded = "steering that has ended";
    private const string OverdueFacts = "overdue facts";
    private const string EditorsPage = "the page of editors";
    private const string BrokenDraft = "a draft that was broken";

    /// <summary>An earlier edition has nothing to do, only something to read.</summary>
    private static readonly PageKind[] OnlyToday = [PageKind.Practice, PageKind.ComeBack, PageKind.Changes];

    /// <summary>The addresses of all pages in the first language, and of one in each earlier edition: the rest are of the same make.</summary>
    public static TheoryData<string> Pages =>
        [.. Words.Edition.Pages.Select(page => page.Address), .. Earlier().DistinctBy(page => page.Edition).Select(page => page.Address)];

    /// <summary>A page of each kind, and every state: what words can break is asked of every real page (<see cref="RealContent.RealPagesTests"/>).</summary>
    public static TheoryData<string> All =>
    [
        .. Words.Edition.Pages.DistinctBy(page => page.Kind).Select(page => page.Address),
        .. Earlier().Take(1).Select(page => page.Address),
        .. States.Keys.Except(SayingSomethingElse),
    ];

    /// <summary>States of which only what words can break is asked.</summary>
    public static TheoryData<string> OfOtherWords => [.. SayingSomethingElse];

    /// <summary>Whatever can be on the screen: also every page of the earlier editions, and what is left after leaving.</summary>
    public static IEnumerable<string> ToSee =>
        [.. Pages.Select(one => one.Data).Concat(States.Keys).Union(Earlier().Select(page => page.Address)), .. AfterLeaving.Keys];

    /// <summary>
    /// Whether the header and the footer of the site are around it: slides, what steers them, and phones in a room have the screen for themselves.
    /// </summary>
    public static bool HasFrame(string pageOrState) =>
        pageOrState is not (Slides or Overview or Keys or Wall or Presenter or SteeringEnded
            or WaitingWall or AnsweredWall or AskedCode or WrongCode or WaitingPhone or AnsweredPhone);

    /// <summary>Whether it is for a whole room to see: there large letters are the point, and the trainer says when they are shown.</summary>
    public static bool IsForTheRoom(string pageOrState) => pageOrState is Slides or Overview or Keys or Wall or WaitingWall or AnsweredWall;

    /// <summary>What axe is not asked there: a window that is empty on purpose has no landmarks and no heading.</summary>
    public static string[] NotAsked(string pageOrState) =>
        AfterLeaving.ContainsKey(pageOrState) ? ["landmark-one-main", "page-has-heading-one", "region"] : [];

    /// <summary>Where a visitor has to go for it: a few states are not those of the site that all tests share.</summary>
    public static async Task<string> SiteOfAsync(TestBench bench, string pageOrState) =>
        pageOrState switch
        {
            OverdueFacts or EditorsPage or BrokenDraft => (await bench.EditingSiteAsync()).Address,
            _ => bench.Site.Address,
        };

    /// <summary>Brings the visitor there, as a reader would get there.</summary>
    public static async Task ReachAsync(Visitor visitor, string pageOrState)
    {
        if (States.TryGetValue(pageOrState, out var reach) || AfterLeaving.TryGetValue(pageOrState, out reach))
        {
            await reach(visitor);
        }
        else
        {
            await visitor.GoAsync(pageOrState);
        }
    }

    private static IEnumerable<(string Edition, string Address)> Earlier() =>
        from edition in Words.Library.Before(Words.Library.Current)
        where edition.IsOut
        from page in edition.In(Words.Library.Site.DefaultLanguage).Pages
        where !OnlyToday.Contains(page.Kind)
        // First the one with the most in it.
        orderby page.Sections.Sum(section => section.Source.Length) descending
        select (edition.Id, page.Address);

    /// <summary>Sends a form that no page of ours would send.</summary>
    private static async Task SendSpoiltAsync(Visitor visitor, string spoil, HttpStatusCode status, string title)
    {
        visitor.Expects(status);
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Main.Locator("form").EvaluateAsync(spoil);
        await checklist.PressReflect();
        await MeetAsync(visitor, title);
    }

    private static Task MeetAsync(Visitor visitor, string title) => Expect(new SitePage(visitor.Page).Title).ToHaveTextAsync(title);

    private static async Task<ReflectionPage> ReflectOnMuch(Visitor visitor)
    {
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.ControlledByOthers, Signs.NoControlOfPapers, Signs.FromKnownCountry);
        await checklist.BeUnsureOf(Signs.DistrustOfStaff);
        await checklist.DoNotNotice(Signs.DegradingHousing);

        return await checklist.Reflect();
    }

    private static async Task<SavedPage> Save(Visitor visitor)
    {
        var reflection = await ReflectOnMuch(visitor);
        await reflection.PlanTo(Plans.Interpreter, Plans.Record);

        return await reflection.Save();
    }

    private static async Task<PracticePage> BeginToPractise(Visitor visitor)
    {
        var practice = await PracticePage.Begin(visitor, Cases.CarWash);
        await practice.AnswersAtOnce(visitor.Scripts);

        return practice;
    }

    private static async Task<PresenterPage> Steer(Visitor visitor)
    {
        var words = await (await WallPage.Begin(visitor)).PairingWords.InnerTextAsync();

        return await PresenterPage.Join(visitor, words);
    }

    private static async Task<RoomPhone> JoinARoom(Visitor visitor, bool asks)
    {
        var room = await RoomPage.Open(visitor);
        if (asks)
        {
            await room.Ask(Cases.CarWash);
            await Expect(room.Asked).ToBeVisibleAsync();
        }

        return await RoomPhone.Join(visitor, await (await room.OpenWall(visitor)).Code.InnerTextAsync());
    }

    private static async Task<string> SaveAndWriteDown(Visitor visitor) => await (await Save(visitor)).WriteDownTheCode();

    private static async Task<RememberedPage> ComeBack(Visitor visitor, string code) => await (await ComeBackPage.Open(visitor)).ComeBackWith(code);

    /// <summary>What this visitor has saved, and nobody else.</summary>
    private static async Task<RememberedPage> Remember(Visitor visitor) => await ComeBack(visitor, await SaveAndWriteDown(visitor));

    /// <summary>For states that change nothing of it.</summary>
    private static async Task<RememberedPage> RememberKept(Visitor visitor) =>
        await ComeBack(visitor, await Kept.GetOrAdd(visitor.Address, _ => new(() => SaveAndWriteDown(visitor))).Value);

    /// <summary>
    /// Rounds without an answer, sent as the forms send them, from what stands there now. Drawing each of the pages would take most of
    /// the time.
    /// </summary>
    private static async Task AddRoundsUnseenAsync(Visitor visitor, int rounds)
    {
        const string press =
            """
            ([document, button]) => {
              const page = new DOMParser().parseFromString(document, 'text/html');
              const pressed = [...page.querySelectorAll('button')].find(one => one.textContent.trim() === button);
              return [pressed.form.getAttribute('action'), `${new URLSearchParams(new FormData(pressed.form, pressed))}`];
            }
            """;
        string[] way = [Words.Texts.Rounds.New, Words.Texts.Checklist.Reflect, Words.Texts.Rounds.Save];
        var document = await visitor.DocumentAsync();
        foreach (var button in Enumerable.Repeat(way, rounds).SelectMany(buttons => buttons))
        {
            var form = await visitor.Page.EvaluateAsync<string[]>(press, new[] { document, button });
            var answer = await visitor.Page.APIRequest.PostAsync(new Uri(new Uri(visitor.Page.Url), form[0]).AbsoluteUri, new()
            {
                DataString = form[1],
                Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = visitor.Address },
            });
            document = await answer.TextAsync();
        }
    }

    private static async Task<ReflectionPage> NewRound(RememberedPage remembered)
    {
        var checklist = await remembered.FillInANewRound();
        await checklist.Notice(Signs.DegradingHousing, Signs.FromKnownCountry);
        await checklist.DoNotNotice(Signs.NoControlOfPapers);
        await checklist.BeUnsureOf(Signs.ControlledByOthers);

        return await checklist.Reflect();
    }

    private static async Task AddRound(RememberedPage remembered) => await (await NewRound(remembered)).SaveRound();
}
