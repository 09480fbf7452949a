using TenkTanken.Data.Rooms;
using Xunit;

namespace TenkTanken.Data.Tests.Rooms;

public sealed class JoinCodeTests
{
    [Fact]
    public void It_is_six_letters_of_which_none_looks_like_another_and_none_makes_a_word()
    {
        var codes = Enumerable.Range(0, 10_000).Select(_ => JoinCode.Draw()).ToList();

        Assert.All(codes, code => Assert.Matches("^[B-DF-HJKMNPR-TWX]{6}$", code));
        Assert.Equal(16, codes.SelectMany(code => code).Distinct().Count());
        Assert.True(codes.Distinct().Count() > 9_980, "Of ten thousand out of sixteen million about three come twice.");
        Assert.All(codes, code => Assert.Equal(code, JoinCode.Read(JoinCode.Show(code))));
    }

    [Theory]
    [InlineData("BCD FGH")]
    [InlineData("bcdfgh")]
    [InlineData("  Bcd-Fgh. ")]
    [InlineData("8CD F6H")]
    [InlineData("b c d\nf g h")]
    [InlineData("https://tenktanken.example/nb/bli-med#BCDFGH")]
    [InlineData("HTTP://TENKTANKEN.EXAMPLE/NB/BLI-MED#BCDFGH")]
    public void However_it_is_typed_or_pasted_it_is_read(string typed) => Assert.Equal("BCDFGH", JoinCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BCDFG")]
    [InlineData("BCDFGHJ")]
    [InlineData("BCDFGA")]
    [InlineData("BCDFG1")]
    [InlineData("БCDFGH")]
    public void What_can_be_none_is_none(string? typed) => Assert.Null(JoinCode.Read(typed));

    [Fact]
    public void A_long_text_is_not_read()
    {
        Assert.Equal("BCDFGH", JoinCode.Read("BCDFGH" + new string(' ', JoinCode.LongestText - 6)));
        Assert.Null(JoinCode.Read("BCDFGH" + new string(' ', JoinCode.LongestText - 5)));
    }
}
