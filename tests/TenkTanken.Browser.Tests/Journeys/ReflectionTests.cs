using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace TenkTanken.Browser.Tests.Journeys;

public sealed class ReflectionTests(TestBench bench) : Journey(bench)
{
    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task Each_answer_has_its_place_and_its_explanations_and_changing_the_answers_loses_none_of_them(Scripts scripts)
    {
        var checklist = await ChecklistPage.Open(await VisitorAsync(scripts));
        await checklist.Notice(Signs.ControlledByOthers, Signs.FromKnownCountry);
        await checklist.BeUnsureOf(Signs.DistrustOfStaff);
        await checklist.DoNotNotice(Signs.DegradingHousing);

        var reflection = await checklist.Reflect();

        // What was noticed stands beside its ordinary explanations, whatever else is folded away.
        foreach (var sign in new[] { Signs.ControlledByOthers, Signs.FromKnownCountry })
        {
            await ShowsWhatItMoreOftenIs(ReflectionPage.Card(reflection.WhatINoticed, sign), sign);
        }

        await Expect(reflection.WhatINoticed.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        await Expect(reflection.Main.GetByText(Signs.DegradingHousing.Title)).ToHaveCountAsync(0);
        await Expect(reflection.Caveat).ToContainTextAsync(Words.Checklist.Caveat.Body.Text());

        await ShowsWhatItMoreOftenIs(ReflectionPage.Card(reflection.WhatIAmUnsureOf, Signs.DistrustOfStaff), Signs.DistrustOfStaff);
        await SitePage.Unfold(reflection.NextSteps);
        foreach (var sign in new[] { Signs.ControlledByOthers, Signs.FromKnownCountry, Signs.DistrustOfStaff })
        {
            await Expect(reflection.NextSteps.GetByRole(AriaRole.Heading, new() { Name = sign.Title, Exact = true })).ToBeVisibleAsync();
            await Expect(reflection.NextSteps).ToContainTextAsync(sign.Next.Text());
        }

        await SitePage.Unfold(reflection.WhatIDoNotKnow);
        await Expect(reflection.WhatIDoNotKnow).ToContainTextAsync(Words.Texts.Reflection.NotConsidered);
        Sign[] known = [Signs.ControlledByOthers, Signs.FromKnownCountry];
        foreach (var sign in Signs.All.Except([.. known, Signs.DistrustOfStaff, Signs.DegradingHousing]))
        {
            await Expect(reflection.WhatIDoNotKnow.GetByText(sign.Title, new() { Exact = true })).ToBeVisibleAsync();
        }

        foreach (var sign in known)
        {
            await Expect(reflection.WhatIDoNotKnow.GetByText(sign.Title)).ToHaveCountAsync(0);
        }

        await reflection.PlanTo(Plans.TalkAlone, Plans.Record);
        checklist = await reflection.ChangeTheAnswers();
        await Expect(checklist.Noticed(Signs.ControlledByOthers)).ToBeCheckedAsync();
        await Expect(checklist.Unsure(Signs.DistrustOfStaff)).ToBeCheckedAsync();
        await Expect(checklist.NotNoticed(Signs.DegradingHousing)).ToBeCheckedAsync();
        await Expect(checklist.NotConsidered(Signs.FearOrStress)).ToBeCheckedAsync();
        await Expect(checklist.GuidanceInSight).ToHaveCountAsync(3);
        reflection = await checklist.Reflect();
        await Expect(reflection.Plan(Plans.TalkAlone)).ToBeCheckedAsync();
        await Expect(reflection.Plan(Plans.Record)).ToBeCheckedAsync();
        await Expect(reflection.Plan(Plans.Interpreter)).Not.ToBeCheckedAsync();
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task The_steps_of_the_talk_that_matter_here_can_be_read_in_place(Scripts scripts)
    {
        var interpreting = Words.Step("companion-who-interprets");
        var checklist = await ChecklistPage.Open(await VisitorAsync(scripts));
        await checklist.Notice(Signs.ControlledByOthers);
        var reflection = await checklist.Reflect();

        await reflection.ReadStep(interpreting);

        var step = reflection.Step(interpreting);
        await Expect(step.GetByText(interpreting.Body.Text())).ToBeVisibleAsync();
        await Expect(step).ToContainTextAsync(interpreting.Parts.The(PartKind.Say).Text());
        // Always there, whatever was noticed; and not what belongs to other signs.
        await Expect(reflection.Step(Words.Step("not-now"))).ToBeVisibleAsync();
        await Expect(reflection.Step(Words.Step("own-understanding"))).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task A_place_or_a_country_alone_leads_to_no_next_step(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var checklist = await ChecklistPage.Open(visitor);
        await checklist.Notice(Signs.SeenAtKnownPlaces);
        await checklist.BeUnsureOf(Signs.FromKnownCountry);

        var reflection = await checklist.Reflect();

        await Expect(reflection.NoticeOf(Words.Checklist.OnlyContext)).ToContainTextAsync(Words.Checklist.OnlyContext.Body.Text());
        await Expect(ReflectionPage.Card(reflection.WhatINoticed, Signs.SeenAtKnownPlaces)).ToContainTextAsync(Signs.SeenAtKnownPlaces.Ordinary.Text());
        await Expect(ReflectionPage.Card(reflection.WhatIAmUnsureOf, Signs.FromKnownCountry)).ToContainTextAsync(Signs.FromKnownCountry.Ordinary.Text());
        await Expect(reflection.NextSteps).ToHaveCountAsync(0);
        await Expect(reflection.Main).Not.ToContainTextAsync(Signs.SeenAtKnownPlaces.Next.Text());
        await Expect(reflection.Steps).Not.ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task When_nothing_was_noticed_nobody_says_that_all_is_well_and_there_is_somebody_to_ring(Scripts scripts)
    {
        var visitor = await VisitorAsync(scripts);
        var checklist = await ChecklistPage.Open(visitor);

        var reflection = await checklist.Reflect();

        await Expect(reflection.NoticeOf(Words.Checklist.NothingNoticed)).ToHaveTextAsync(
            $"{Words.Checklist.NothingNoticed.Title} {Words.Checklist.NothingNoticed.Body.Text()}");
        var texts = Words.Texts.Reflection;
        await Expect(reflection.Main.GetByRole(AriaRole.Heading)).ToHaveTextAsync(
        [
            texts.Title,
            Words.Checklist.Caveat.Title,
            Words.Checklist.NothingNoticed.Title,
            Words.Checklist.PlansTitle,
            texts.WaysOut,
            texts.Matters,
            texts.Unknown,
            texts.Contacts,
            .. Words.Edition.ReflectionContacts.Select(contacts => contacts.Title),
        ]);
        var numbers = reflection.PeopleToRing.GetByRole(AriaRole.Link);
        await Expect(numbers.And(reflection.PeopleToRing.Locator("[href='tel:112']"))).ToBeVisibleAsync();
        await Expect(numbers.And(reflection.PeopleToRing.Locator("[href='tel:+4722331160']"))).ToBeVisibleAsync();
    }

    private static async Task ShowsWhatItMoreOftenIs(ILocator card, Sign sign)
    {
        await Expect(card.GetByRole(AriaRole.Heading, new() { Name = Words.Texts.Parts.Ordinary })).ToBeVisibleAsync();
        await Expect(card).ToContainTextAsync(sign.Ordinary.Text());
        await Expect(card.GetByRole(AriaRole.Listitem).Last).ToBeVisibleAsync();
    }
}
