using TenkTanken.Content;
using TenkTanken.Content.Comparing;
using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist.ComeBack;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist.ComeBack;

/// <summary>Three editions that follow each other, and rounds of some of them.</summary>
public sealed class RoundQuestionsTests(RoundQuestionsTests.ThreeEditions editions) : IClassFixture<RoundQuestionsTests.ThreeEditions>
{
    private static readonly string First = LaterEditions.First;

    [Fact]
    public void A_change_is_said_to_be_of_the_edition_that_made_it_also_where_no_round_is_of_that_one()
    {
        var rounds = Rounds((First, []), (LaterEditions.Third, []));
        var questions = Questions(rounds);

        Assert.Equal(LaterEditions.Second, questions.Missing(LaterEditions.Added, rounds[0])!.Edition);
        Assert.Equal(LaterEditions.Second, questions.Missing(LaterEditions.TakenAway, rounds[1])!.Edition);
        var reworded = Assert.Single(questions.Rewordings(LaterEditions.Reworded));
        Assert.Equal((LaterEditions.Third, "Virker urolig"), (reworded.Edition, reworded.Title.What));
        Assert.StartsWith("Virker redd", reworded.Before!.Value.What);
        Assert.Equal(LaterEditions.Second, Assert.Single(questions.Rewordings(LaterEditions.ExplainedAnew)).Edition);
        Assert.Null(Assert.Single(questions.Rewordings(LaterEditions.ExplainedAnew)).Before);
    }

    [Fact]
    public void Every_rewording_between_the_rounds_is_told_the_oldest_first()
    {
        var questions = Questions(Rounds((LaterEditions.Third, []), (First, []), (LaterEditions.Second, [])));

        Assert.Equal([LaterEditions.Second, LaterEditions.Third], questions.Rewordings(LaterEditions.Reworded).Select(change => change.Edition));
        Assert.Empty(questions.Rewordings("degrading-housing"));
    }

    [Fact]
    public void What_a_question_is_compared_with_is_the_last_time_it_was_answered()
    {
        // The round in between is of the same edition, and left it out.
        var leftOut = Questions(Rounds((First, [LaterEditions.Reworded]), (LaterEditions.Second, []), (LaterEditions.Second, [LaterEditions.Reworded])));
        var answered = Questions(Rounds((First, [LaterEditions.Reworded]), (LaterEditions.Second, [LaterEditions.Reworded]),
            (LaterEditions.Second, [LaterEditions.Reworded])));

        Assert.Equal([LaterEditions.Reworded], leftOut.OfLast().Select(change => change.Sign));
        Assert.Empty(answered.OfLast());
    }

    [Fact]
    public void A_last_round_of_the_older_edition_is_told_the_same_way_round()
    {
        var changes = Questions(Rounds((LaterEditions.Second, []), (First, []))).OfLast().ToDictionary(change => change.Sign);

        Assert.Equal(EditionChange.Reworded, changes[LaterEditions.Reworded].Kind);
        Assert.Equal(LaterEditions.RewordedTitle, changes[LaterEditions.Reworded].Title.What);
        Assert.Equal(EditionChange.TakenAway, changes[LaterEditions.TakenAway].Kind);
        Assert.Equal(EditionChange.Added, changes[LaterEditions.Added].Kind);
    }

    [Fact]
    public void Only_what_no_checklist_had_before_is_asked_for_the_first_time()
    {
        var first = Rounds((First, []), (LaterEditions.Second, [LaterEditions.Added]));
        var unanswered = Rounds((LaterEditions.Second, []), (First, []), (LaterEditions.Second, [LaterEditions.Added]));
        var nobodyKnows = Rounds(("2030-1", []), (LaterEditions.Second, [LaterEditions.Added]));

        Assert.Equal(Change.FirstAsked, new Comparison(first, Questions(first)).Of(LaterEditions.Added, 1));
        Assert.Equal(Change.New, new Comparison(unanswered, Questions(unanswered)).Of(LaterEditions.Added, 2));
        Assert.Equal(Change.New, new Comparison(nobodyKnows, Questions(nobodyKnows)).Of(LaterEditions.Added, 1));
        Assert.Null(Questions(nobodyKnows).Missing(LaterEditions.Added, nobodyKnows[0]));
        Assert.Empty(Questions(nobodyKnows).OfLast());
    }

    private RoundQuestions Questions(IReadOnlyList<Round> rounds) => new(editions.Library, rounds, editions.Library.Site.DefaultLanguage);

    private static IReadOnlyList<Round> Rounds(params (string Edition, string[] Noticed)[] rounds) =>
        [.. rounds.Select(round => new Round(default, round.Edition, round.Noticed.ToDictionary(sign => sign, _ => SignAnswer.Noticed),
            new Dictionary<string, PlanState>()))];

    public sealed class ThreeEditions
    {
        public ThreeEditions()
        {
            using var content = new TemporaryContent();
            content.PublishSecond();
            content.PublishThird();
            Library = content.Load();
        }

        internal ContentLibrary Library { get; }
    }
}
