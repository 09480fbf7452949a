using TenkTanken.Content.Tests;
using Xunit;

namespace TenkTanken.Cli.Tests.RealContent;

public sealed class CheckTests
{
    /// <summary>Advice is the editors' to take: a long sentence, a word nobody knows or a fact nobody has checked in time turns nothing red.</summary>
    [Fact]
    public void Nothing_blocks_in_the_words_readers_get()
    {
        // On the day it is: an editor has checked a fact today.
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

        var (exit, said) = Desk.Run(["check", "--content", Repository.RealContent], today);

        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(exit == 0, said);
    }
}
