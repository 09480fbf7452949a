using Microsoft.Extensions.DependencyInjection;
using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist;
using TenkTanken.Web.Features.Checklist.ComeBack;
using TenkTanken.Web.Forms;
using TenkTanken.Web.Tests.Forms;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist;

/// <summary>What a post leads to, asked of the handlers themselves: how a page says it is asked over HTTP.</summary>
public sealed class ChecklistHandlerTests(TestSite site)
{
    private static readonly (string, string)[] Answers = [("sign-fear-or-stress", "noticed"), ("plans", "plan-record")];

    [Fact]
    public async Task From_the_questions_one_comes_to_a_reflection_and_from_there_to_a_code_or_back()
    {
        var reflection = Assert.IsType<ReflectionScreen>(await FillInAsync([.. Answers, ("do", "reflect")]));
        var changing = Assert.IsType<QuestionsScreen>(await FillInAsync([.. Answers, ("token", reflection.Carried.Token!), ("do", "change")]));
        var saved = Assert.IsType<SavedScreen>(await FillInAsync([.. Answers, ("token", reflection.Carried.Token!), ("do", "save")]));

        Assert.Equal(SignAnswer.Noticed, reflection.Answers.To("fear-or-stress"));
        Assert.Equal(["plan-record"], changing.Answers.Plans);
        Assert.True(ReturnCode.TryParse(saved.Code, out _));
        Assert.True(reflection.IsTickedOn && changing.IsTickedOn);
        Assert.False(saved.IsTickedOn);
    }

    [Fact]
    public async Task What_is_not_understood_is_asked_again_with_all_that_could_be_read()
    {
        var questions = Assert.IsType<QuestionsScreen>(await FillInAsync([.. Answers, ("name", "Kari Nordmann"), ("do", "save")]));

        Assert.True(questions.NotUnderstood);
        Assert.Equal(400, questions.Status);
        Assert.Equal(SignAnswer.Noticed, questions.Answers.To("fear-or-stress"));
        Assert.Equal(["plan-record"], questions.Answers.Plans);
    }

    [Fact]
    public async Task A_code_opens_what_was_saved_and_a_new_round_is_added_to_it()
    {
        var code = Assert.IsType<SavedScreen>(await FillInAsync([.. Answers, ("do", "save")])).Code;

        var opened = Assert.IsType<SavedSessionScreen>(await ComeBackAsync(("code", code)));
        var marking = Assert.IsType<PlanMarksScreen>(await ComeBackAsync(("token", opened.Token), ("do", "show-plans")));
        var questions = Assert.IsType<QuestionsScreen>(await ComeBackAsync(("token", marking.Token), ("mark-plan-record", "done"), ("do", "new-round")));
        var added = Assert.IsType<SavedSessionScreen>(
            await ComeBackAsync(("token", questions.Carried.Token!), ("mark-plan-record", "done"), ("sign-fear-or-stress", "unsure"), ("do", "save")));

        Assert.True(questions.AddsRound);
        Assert.Equal(PlanState.Done, questions.Carried.Marks["plan-record"]);
        Assert.Equal(Outcome.RoundSaved, added.Outcome);
        Assert.Equal(2, added.Opened.Session.Rounds.Count);
        Assert.Equal(PlanState.Done, added.Opened.Session.Plans["plan-record"]);
    }

    private async Task<Screen> FillInAsync(params (string, string)[] fields)
    {
        await using var scope = site.Services.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<ChecklistHandler>().AnswerAsync(Fields.Of(fields), site.Library.Site.DefaultLanguage);
    }

    private async Task<Screen> ComeBackAsync(params (string, string)[] fields)
    {
        await using var scope = site.Services.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<ComeBackHandler>().AnswerAsync(Fields.Of(fields), site.Library.Site.DefaultLanguage);
    }
}
