using TenkTanken.Content;
using TenkTanken.Web.Features.Practice;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Practice;

public sealed class PracticeStateTests
{
    private const string Fear = "fear-or-stress";
    private const string Control = "controlled-by-others";

    private static readonly EditionWords Words = TestContent.Words;
    private static readonly Case First = Words.Cases[0];
    private static readonly Case Last = Words.Cases[^1];

    [Theory]
    [InlineData("||")]
    [InlineData("case-car-wash||")]
    [InlineData("case-car-wash|fear-or-stress,controlled-by-others,fear-or-stress|case-backpack,case-street-corner")]
    [InlineData("||case-backpack")]
    [InlineData("*||case-backpack")]
    public void What_is_written_is_read_again(string text) => Assert.Equal(text, Read(text).Write());

    [Theory]
    [InlineData(null, "||")]
    [InlineData("", "||")]
    [InlineData("||||||", "||")]
    [InlineData("case-car-wash", "case-car-wash||")]
    [InlineData("case-unknown|fear-or-stress|case-backpack", "||case-backpack")]
    [InlineData("case-car-wash|no-such-sign,fear-or-stress,,<b>|case-unknown,case-backpack,case-backpack", "case-car-wash|fear-or-stress|case-backpack")]
    [InlineData("|fear-or-stress|", "||")]
    [InlineData("*|fear-or-stress|", "*||")]
    [InlineData("\0\n,|,|\uD800", "||")]
    public void Of_anything_else_what_is_not_known_is_left_out(string? text, string expected) => Assert.Equal(expected, Read(text).Write());

    [Fact]
    public void A_sign_is_ticked_when_it_was_touched_an_odd_number_of_times()
    {
        var state = Read($"case-car-wash|{Fear},{Control},{Fear}|");

        Assert.False(state.IsTicked(Fear));
        Assert.True(state.IsTicked(Control));
    }

    [Fact]
    public void Undoing_takes_back_a_tick_or_the_taking_away_of_one()
    {
        var state = Read($"case-car-wash|{Fear},{Control},{Fear}|").Undo();

        Assert.True(state.IsTicked(Fear));
        Assert.Equal($"case-car-wash|{Fear}|", state.Undo().Write());
        Assert.Equal("case-car-wash||", state.Undo().Undo().Undo().Write());
    }

    [Fact]
    public void However_long_somebody_ticks_what_is_ticked_is_kept()
    {
        var toggles = Enumerable.Repeat(Fear, PracticeState.MostToggles).Append(Control).Append(Fear);

        var state = Read($"case-car-wash|{string.Join(',', toggles)}|");

        Assert.Equal([Control, Fear], state.Toggles);
    }

    [Fact]
    public void Posted_checkboxes_add_what_is_new_and_take_away_what_is_gone()
    {
        var state = Read($"case-car-wash|{Fear}|").WithTicks([Control, "no-such-sign"], Words);

        Assert.Equal($"case-car-wash|{Fear},{Fear},{Control}|", state.Write());
    }

    [Fact]
    public void The_next_situation_is_one_that_was_not_tried_and_after_the_last_comes_the_end()
    {
        var state = Words.Cases.Aggregate(Read("").Choose(Last), (state, _) => state.Next(Words));

        Assert.Equal($"{First.Id}||{Last.Id}", Read("").Choose(Last).Next(Words).Write());
        Assert.True(state.HasEnded);
        Assert.Equal([Last.Id, .. Words.Cases.SkipLast(1).Select(situation => situation.Id)], state.Done);
    }

    [Fact]
    public void Going_on_starts_without_ticks_and_trying_again_forgets_nothing_that_was_done()
    {
        var finished = Read($"case-car-wash|{Fear}|case-backpack").Finish();

        Assert.Equal("*||case-backpack,case-car-wash", finished.Write());
        Assert.Equal("||case-backpack,case-car-wash", finished.ChooseAnother().Write());
        Assert.Equal("case-car-wash||case-backpack,case-car-wash", finished.ChooseAnother().Choose(Words.Case("case-car-wash")!).Write());
    }

    private static PracticeState Read(string? text) => PracticeState.Read(text, Words);
}
