using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist;

public sealed class ReflectionTests
{
    [Fact]
    public void Noticed_unsure_and_not_considered_are_kept_apart()
    {
        var reflection = Of(("fear-or-stress", SignAnswer.Noticed), ("distrust-of-staff", SignAnswer.Unsure), ("degrading-housing", SignAnswer.NotNoticed));

        Assert.Equal(["fear-or-stress"], reflection.Noticed.Select(sign => sign.Id));
        Assert.Equal(["distrust-of-staff"], reflection.Unsure.Select(sign => sign.Id));
        Assert.Equal(TestContent.Words.Checklist.Signs.Count - 3, reflection.NotConsidered.Count);
        Assert.DoesNotContain(reflection.NotConsidered, sign => sign.Id == "degrading-housing");
    }

    [Fact]
    public void What_was_ticked_brings_its_steps_and_notes_along_each_once_and_in_order()
    {
        var reflection = Of(("fear-or-stress", SignAnswer.Noticed), ("distrust-of-staff", SignAnswer.Unsure));

        Assert.Equal(
            ["talk-alone", "fear-for-self-and-family", "safety-and-trust-first", "qualified-interpreter", "not-now", "reasons-to-hold-back", "care-heals"],
            reflection.Matters.Select(section => section.Id));
    }

    [Fact]
    public void What_was_not_noticed_brings_nothing_along()
    {
        var reflection = Of(("fear-or-stress", SignAnswer.NotNoticed));

        Assert.True(reflection.NothingTicked);
        Assert.Equal(["talk-alone", "not-now", "care-heals"], reflection.Matters.Select(section => section.Id));
    }

    [Theory]
    [InlineData(SignAnswer.Noticed, SignAnswer.Noticed)]
    [InlineData(SignAnswer.Unsure, SignAnswer.Noticed)]
    public void A_place_and_a_country_alone_are_only_context(SignAnswer place, SignAnswer country)
    {
        Assert.True(Of(("seen-at-known-places", place), ("from-known-country", country)).OnlyContext);
        Assert.False(Of(("seen-at-known-places", place), ("fear-or-stress", country)).OnlyContext);
        Assert.False(Of().OnlyContext);
    }

    private static Reflection Of(params (string Sign, SignAnswer Answer)[] signs) =>
        new(TestContent.Words, new Answers(TestContent.Library.Current.Id, signs.ToDictionary(sign => sign.Sign, sign => sign.Answer), []));
}
