using TenkTanken.Content;
using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist.ComeBack;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist.ComeBack;

public sealed class ComparisonTests
{
    private const string Sign = "fear-or-stress";

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, SignAnswer.Noticed, Change.New)]
    [InlineData(null, SignAnswer.Unsure, Change.FirstConsidered)]
    [InlineData(null, SignAnswer.NotNoticed, Change.FirstConsidered)]
    [InlineData(SignAnswer.Noticed, null, null)]
    [InlineData(SignAnswer.Noticed, SignAnswer.Noticed, null)]
    [InlineData(SignAnswer.Noticed, SignAnswer.Unsure, Change.NowUnsure)]
    [InlineData(SignAnswer.Noticed, SignAnswer.NotNoticed, Change.NoLonger)]
    [InlineData(SignAnswer.Unsure, null, null)]
    [InlineData(SignAnswer.Unsure, SignAnswer.Noticed, Change.NowKnown)]
    [InlineData(SignAnswer.Unsure, SignAnswer.Unsure, null)]
    [InlineData(SignAnswer.Unsure, SignAnswer.NotNoticed, Change.NowKnown)]
    [InlineData(SignAnswer.NotNoticed, null, null)]
    [InlineData(SignAnswer.NotNoticed, SignAnswer.Noticed, Change.New)]
    [InlineData(SignAnswer.NotNoticed, SignAnswer.Unsure, Change.NowUnsure)]
    [InlineData(SignAnswer.NotNoticed, SignAnswer.NotNoticed, null)]
    public void Every_pair_of_answers_has_its_name(SignAnswer? before, SignAnswer? now, Change? expected) =>
        Assert.Equal(expected, Compare(before, now).Of(Sign, 1));

    [Fact]
    public void A_question_left_out_in_between_changes_nothing()
    {
        Assert.Null(Compare(SignAnswer.Noticed, null, SignAnswer.Noticed).Of(Sign, 2));
        Assert.Equal(Change.NoLonger, Compare(SignAnswer.Noticed, null, SignAnswer.NotNoticed).Of(Sign, 2));
    }

    [Fact]
    public void The_first_round_differs_from_nothing() => Assert.Null(Compare(SignAnswer.Noticed).Of(Sign, 0));

    [Fact]
    public void Changes_stand_in_one_order_and_their_signs_in_that_of_the_checklist()
    {
        var checklist = TestContent.Words.Checklist;
        var comparison = Compare(
            Round(("degrading-housing", SignAnswer.Noticed), ("distrust-of-staff", SignAnswer.Unsure)),
            Round(("degrading-housing", SignAnswer.NotNoticed), ("distrust-of-staff", SignAnswer.NotNoticed),
                ("no-control-of-papers", SignAnswer.Noticed), (Sign, SignAnswer.Noticed)));

        var changes = comparison.OfLast(checklist).Select(changed => $"{changed.Change}: {string.Join(", ", changed.Signs.Select(sign => sign.Id))}");

        Assert.Equal([$"New: {Sign}, no-control-of-papers", "NoLonger: degrading-housing", "NowKnown: distrust-of-staff"], changes);
    }

    private static Comparison Compare(params SignAnswer?[] answers) =>
        Compare([.. answers.Select(answer => answer is { } given ? Round((Sign, given)) : Round())]);

    private static Comparison Compare(params Round[] rounds) =>
        new(rounds, new RoundQuestions(TestContent.Library, rounds, TestContent.Library.Site.DefaultLanguage));

    private static Round Round(params (string Sign, SignAnswer Answer)[] signs) =>
        new(default, TestContent.Library.Current.Id, signs.ToDictionary(sign => sign.Sign, sign => sign.Answer), new Dictionary<string, PlanState>());
}
