using System.Net;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests;

/// <summary>Everything a reader can meet, by a name: each page as it opens, and what answers bring forth.</summary>
public static class PagesAndStates
{
    private static readonly string[] Slugs =
    [
        "", "hva-er-det", "tegn", "samtale", "vaer-klar-over", "eksempel", "situasjoner", "kontakter", "om", "personvern",
        "sjekkliste", "kom-tilbake", "ov", "plikter", "endringer", "utgaver/2016/tegn",
    ];

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
        ["reflection on much"] = async visitor => await (await ReflectOnMuch(visitor)).ReadEveryStep(),
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
        ["remembered"] = async visitor => await (await Remember(visitor)).ThinkOfForgetting(),
        ["remembered too long ago"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.UnprocessableEntity);
            var remembered = await Remember(visitor);
            await visitor.Page.Locator("input[name=token]").EvaluateAsync("token => token.value = 'of another day'");
            await remembered.ThinkOfForgetting();
            await remembered.PressForget();
            await Expect(new SitePage(visitor.Page).Message).ToContainTextAsync(Words.Texts.ComeBack.TooLateTitle);
        },
        ["plans to mark"] = async visitor => await (await Remember(visitor)).MarkThePlans(),
        ["two rounds"] = async visitor => await AddRound(await Remember(visitor)),
        ["a round that came too late"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.UnprocessableEntity);
            var reflection = await NewRound(await Remember(visitor));
            await visitor.Page.Locator("input[name=token]").EvaluateAsync("token => token.value = 'of another day'");
            await reflection.SaveRoundButton.ClickAsync();
            await Expect(new SitePage(visitor.Page).Message).ToContainTextAsync(Words.Texts.Rounds.TooLate);
        },
        ["forgotten"] = async visitor => await (await Remember(visitor)).ForgetEverything(),
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
        ["facts with their sources"] = async visitor =>
        {
            await visitor.GoAsync("/nb/hva-er-det");
            await new SitePage(visitor.Page).Facts.Locator("summary").ClickAsync();
        },
        ["changes with all they say"] = async visitor =>
        {
            await visitor.GoAsync("/nb/endringer");
            foreach (var summary in await visitor.Page.GetByRole(AriaRole.Main).Locator("summary").AllAsync())
            {
                await summary.ClickAsync();
            }
        },
        ["unknown address"] = async visitor =>
        {
            visitor.Expects(HttpStatusCode.NotFound);
            await visitor.GoAsync("/nb/finnes-ikke");
        },
    };

    /// <summary>The addresses of all pages.</summary>
    public static TheoryData<string> Pages => [.. Slugs.Select(slug => $"/nb/{slug}")];

    /// <summary>Pages and states.</summary>
    public static TheoryData<string> All => [.. Pages, .. States.Keys];

    /// <summary>Brings the visitor there, as a reader would get there.</summary>
    public static async Task ReachAsync(Visitor visitor, string pageOrState)
    {
        if (States.TryGetValue(pageOrState, out var reach))
        {
            await reach(visitor);
        }
        else
        {
            await visitor.GoAsync(pageOrState);
        }
    }

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

    private static async Task<RememberedPage> Remember(Visitor visitor)
    {
        var code = await (await Save(visitor)).WriteDownTheCode();

        return await (await ComeBackPage.Open(visitor)).ComeBackWith(code);
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
