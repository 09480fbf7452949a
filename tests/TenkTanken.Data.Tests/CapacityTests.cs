using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>Somebody saves as fast as can be: it ends before the disk does, it is told in time, and what is saved stays in reach.</summary>
public sealed class CapacityTests
{
    private const int Megabyte = 1_000_000;

    [Fact]
    [Trait(Property.Name, "P31")]
    public async Task Where_the_sessions_take_what_they_may_nothing_new_is_saved_and_all_else_goes_on()
    {
        await using var storage = await TestStorage.StartAsync(mostBytes: Megabyte);
        storage.HasRunToday();
        var (codes, refused) = await FloodAsync(storage);

        Assert.Equal(new NotSaved(NotSavedReason.Full), refused);
        Assert.All(await Task.WhenAll(codes.Select(code => storage.Sessions.OpenAsync(code))), Assert.NotNull);
        Assert.IsType<Saved>(await storage.Sessions.ContinueAsync(codes[0], new Dictionary<string, PlanState>(), TestData.Round("fear-or-stress")));
        Assert.False(await storage.Health.CanSaveAsync());
        Assert.InRange(new FileInfo(storage.Database).Length, Megabyte / 2, 2 * Megabyte);

        foreach (var code in codes)
        {
            Assert.Equal(ForgetResult.Gone, await storage.Sessions.ForgetAsync(code));
        }

        storage.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await storage.Health.CanSaveAsync());
        Assert.IsType<Saved>(await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
    }

    [Fact]
    public async Task It_is_told_when_half_is_taken_and_when_all_is_and_each_once()
    {
        await using var storage = await TestStorage.StartAsync(mostBytes: Megabyte);

        var (codes, _) = await FloodAsync(storage);
        await FloodAsync(storage);

        Assert.Collection(
            storage.Log.Lines,
            line => Assert.StartsWith("Warning: There is room for less than before", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Error: There is no room for more sessions", line, StringComparison.Ordinal));
        Assert.DoesNotContain(storage.Log.Lines, line => line.Contains($"{codes.Count}"));
    }

    private static async Task<(List<ReturnCode> Saved, SaveResult Refused)> FloodAsync(TestStorage storage)
    {
        var codes = new List<ReturnCode>();
        while (true)
        {
            var code = ReturnCode.Draw();
            if (await storage.Sessions.SaveAsync(code, TestData.Round()) is not Saved and var refused)
            {
                return (codes, refused);
            }

            codes.Add(code);
        }
    }
}
