using Xunit;

namespace TenkTanken.Data.Tests;

public sealed class PackedSessionTests
{
    [Fact]
    public void What_is_packed_is_unpacked_the_same()
    {
        Session session = new([TestData.FullestRound("2026-1"), TestData.Round("fear-or-stress", "controlled"), TestData.Round()]);

        var unpacked = PackedSession.Unpack(PackedSession.Pack(session));

        Assert.NotNull(unpacked);
        Assert.Equal(session.Rounds.Count, unpacked.Rounds.Count);
        Assert.All(session.Rounds.Zip(unpacked.Rounds), pair => TestData.AssertSame(pair.First, pair.Second));
    }

    [Fact]
    public void Every_session_is_packed_to_the_same_length()
    {
        Session[] sessions = [new([]), new([TestData.Round()]), new([TestData.FullestRound("2026-1"), TestData.FullestRound("2026-2")])];

        var lengths = sessions.Select(session => PackedSession.Pack(session)?.Length);

        Assert.All(lengths, length => Assert.Equal(4096, length));
    }

    [Fact]
    public void Twelve_fullest_rounds_fit_even_when_three_editions_share_no_id()
    {
        Round[] rounds = [.. Enumerable.Range(0, 12).Select(i => TestData.FullestRound($"edition-{i % 3}", $"edition-{i % 3}-"))];

        var packed = PackedSession.Pack(new(rounds));

        Assert.NotNull(packed);
        Assert.All(rounds.Zip(PackedSession.Unpack(packed)!.Rounds), pair => TestData.AssertSame(pair.First, pair.Second));
    }

    [Fact]
    public void What_does_not_fit_is_not_packed()
    {
        Round[] fourEditions = [.. Enumerable.Range(0, 12).Select(i => TestData.FullestRound($"edition-{i % 4}", $"edition-{i % 4}-"))];
        Round[] thirteen = [.. Enumerable.Range(0, 13).Select(_ => TestData.Round())];
        var manyShortIds = TestData.Round([.. Enumerable.Range(0, 300).Select(i => $"s{i}")]);
        var longId = TestData.Round(new string('s', 41));

        Assert.Null(PackedSession.Pack(new(fourEditions)));
        Assert.Null(PackedSession.Pack(new(thirteen)));
        Assert.Null(PackedSession.Pack(new([manyShortIds])));
        Assert.Null(PackedSession.Pack(new([longId])));
    }

    [Fact]
    public void The_order_of_ticking_is_not_packed()
    {
        var round = TestData.Round("a", "b", "c");
        var otherOrder = round with { Signs = round.Signs.Reverse().ToDictionary() };

        Assert.NotEqual(round.Signs.Keys, otherOrder.Signs.Keys);
        Assert.Equal(PackedSession.Pack(new([round])), PackedSession.Pack(new([otherOrder])));
    }

    [Theory]
    [InlineData("Kari Nordmann")]
    [InlineData("kari.nordmann")]
    [InlineData("Fear-or-stress")]
    [InlineData("frykt-på-besøk")]
    [InlineData("")]
    public void Only_ids_are_let_through(string notAnId)
    {
        var round = TestData.Round("fear-or-stress");

        Assert.Throws<ArgumentException>(() => PackedSession.Check(round with { Edition = notAnId }));
        Assert.Throws<ArgumentException>(() => PackedSession.Check(TestData.Round(notAnId)));
        Assert.Throws<ArgumentException>(() => PackedSession.Check(
            round with { Plans = new Dictionary<string, PlanState> { [notAnId] = PlanState.Done } }));
        PackedSession.Check(round);
    }

    [Fact]
    public void Only_known_answers_are_let_through()
    {
        var round = TestData.Round("fear-or-stress");
        var notConsidered = new Dictionary<string, SignAnswer> { ["fear-or-stress"] = 0 };
        var unknownState = new Dictionary<string, PlanState> { ["talk-alone"] = (PlanState)4 };

        Assert.Throws<ArgumentException>(() => PackedSession.Check(round with { Signs = notConsidered }));
        Assert.Throws<ArgumentException>(() => PackedSession.Check(round with { Plans = unknownState }));
    }

    [Fact]
    public void Ten_thousand_random_texts_and_ten_thousand_damaged_sessions_are_read_without_a_crash()
    {
        var random = new Random(20261123);
        var whole = PackedSession.Pack(new([TestData.FullestRound("2026-1"), TestData.Round("fear-or-stress")]))!;
        var accepted = 0;

        for (var i = 0; i < 10_000; i++)
        {
            // Most random texts would fall at the first byte, so they get a true beginning of random length.
            var garbage = new byte[i % 100 == 0 ? random.Next(5000) : PackedSession.Length];
            random.NextBytes(garbage);
            whole.AsSpan(0, random.Next(Math.Min(200, garbage.Length))).CopyTo(garbage);
            byte[] damaged = [.. whole];
            damaged[random.Next(1500)] = (byte)random.Next(256);

            Assert.True(PackedSession.Unpack(garbage) is not { } read || read.Rounds.Count <= Session.MaxRounds);
            accepted += PackedSession.Unpack(damaged) is null ? 0 : 1;
        }

        // Some damage is only another answer or id; most is noticed. Both must have happened, or nothing was tried.
        Assert.InRange(accepted, 1, 9_999);
    }

    [Fact]
    public void Whatever_is_cut_off_added_or_of_another_version_is_not_read()
    {
        var whole = PackedSession.Pack(new([TestData.Round("fear-or-stress")]))!;
        byte[] nextVersion = [2, .. whole[1..]];
        byte[] somethingAfter = [.. whole[..^1], 1];
        byte[] namesPastTheEnd = [1, 255, .. Enumerable.Range(0, 4094).Select(i => (byte)(i % 41 == 0 ? 40 : 'a'))];

        Assert.NotNull(PackedSession.Unpack(whole));
        Assert.Null(PackedSession.Unpack(nextVersion));
        Assert.Null(PackedSession.Unpack(somethingAfter));
        Assert.Null(PackedSession.Unpack(namesPastTheEnd));
        Assert.Null(PackedSession.Unpack(whole.AsSpan(..^1)));
        Assert.Null(PackedSession.Unpack([.. whole, 0]));
        Assert.Null(PackedSession.Unpack([]));
    }
}
