using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>
/// The key of a month is gone, or another lies in its place: nothing is made over it, nothing is saved that would be lost when it is put back, and
/// nobody is told that a code opens nothing.
/// </summary>
public sealed class KeyChecksTests
{
    private static readonly NotSaved Failed = new(NotSavedReason.Failed);

    [Fact]
    public async Task What_was_saved_before_there_were_checks_opens_for_ever()
    {
        using var folder = Earlier(out var code);
        await using var storage = await StartedOnAsync(folder);

        var opened = await storage.Sessions.OpenAsync(code);
        Assert.Equal(SignAnswer.Noticed, Assert.Single(opened!.Session.Rounds).Signs["fear-or-stress"]);
        Assert.IsType<Saved>(await storage.Sessions.ContinueAsync(code, new Dictionary<string, PlanState>(), TestData.Round("degrading-housing")));
        Assert.Equal(2, (await storage.Sessions.OpenAsync(code))!.Session.Rounds.Count);
        Assert.False(await storage.Sessions.CannotTellAsync());
        Assert.Equal(32, Assert.Single(await ChecksAsync(storage)).Value.Length);
        Assert.Empty(storage.Log.Lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_saved_or_said_to_open_nothing_until_the_key_is_back(bool anotherInItsPlace)
    {
        await using var storage = await TestStorage.StartAsync();
        var code = await SaveAsync(storage);
        var path = Assert.Single(Directory.GetFiles(storage.KeyFolder, "*.key"));
        var key = await File.ReadAllBytesAsync(path);
        var another = RandomNumberGenerator.GetBytes(key.Length);
        File.Delete(path);
        if (anotherInItsPlace)
        {
            await File.WriteAllBytesAsync(path, another);
        }

        Assert.Equal(Failed, await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
        Assert.Equal(Failed, await storage.Sessions.ContinueAsync(code, new Dictionary<string, PlanState>(), TestData.Round()));
        Assert.Equal(ForgetResult.NotForgotten, await storage.Sessions.ForgetAsync(code));
        Assert.Null(await storage.Sessions.OpenAsync(code));
        Assert.True(await storage.Sessions.CannotTellAsync());
        Assert.Equal(anotherInItsPlace ? another : null, File.Exists(path) ? await File.ReadAllBytesAsync(path) : null);

        await File.WriteAllBytesAsync(path, key);
        var after = await SaveAsync(storage);
        Assert.NotNull(await storage.Sessions.OpenAsync(code));
        Assert.NotNull(await storage.Sessions.OpenAsync(after));
        Assert.False(await storage.Sessions.CannotTellAsync());
    }

    [Fact]
    public async Task That_a_key_is_gone_is_told_at_every_start_and_stops_none()
    {
        await using var storage = await TestStorage.StartAsync();
        await SaveAsync(storage);
        File.Delete(Assert.Single(Directory.GetFiles(storage.KeyFolder, "*.key")));

        Assert.Empty(await storage.PrepareAsync());
        Assert.Empty(await storage.PrepareAsync());

        Assert.Equal(2, storage.Log.Lines.Count);
        Assert.All(storage.Log.Lines, line => Assert.Contains("nothing is saved for that month", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_was_gone_before_there_were_checks_is_known_when_it_comes_back()
    {
        using var folder = Earlier(out var code);
        var path = Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "keys")));
        var key = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        var storage = await StartedOnAsync(folder);
        Assert.Equal(Failed, await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
        Assert.True(await storage.Sessions.CannotTellAsync());
        Assert.False(File.Exists(path));

        await File.WriteAllBytesAsync(path, key);
        await using var restarted = await storage.RestartAsync(storage.Time.GetUtcNow());

        Assert.NotNull(await restarted.Sessions.OpenAsync(code));
        await SaveAsync(restarted);
        Assert.False(await restarted.Sessions.CannotTellAsync());
    }

    [Fact]
    public async Task What_a_key_is_known_by_goes_with_its_month()
    {
        await using var storage = await TestStorage.StartAsync(TestStorage.At(2026, 11, 23));
        await SaveAsync(storage);
        File.Delete(Assert.Single(Directory.GetFiles(storage.KeyFolder, "*.key")));
        storage.Time.Advance(TimeSpan.FromDays(40));

        Assert.False(await storage.Sessions.CannotTellAsync());
        Assert.Equal(WriteEnd.Written, await storage.DueSessions.DeleteAsync(storage.Time.GetUtcNow(), CancellationToken.None));
        Assert.Empty(await ChecksAsync(storage));
        await SaveAsync(storage);
    }

    private static async Task<ReturnCode> SaveAsync(TestStorage storage)
    {
        var code = ReturnCode.Draw();
        Assert.IsType<Saved>(await storage.Sessions.SaveAsync(code, TestData.Round()));

        return code;
    }

    private static async Task<List<KeyCheck>> ChecksAsync(TestStorage storage)
    {
        await using var context = storage.Context();

        return await context.KeyChecks.AsNoTracking().ToListAsync();
    }

    private static async Task<TestStorage> StartedOnAsync(TemporaryFolder folder)
    {
        var storage = TestStorage.On(folder);
        Assert.Empty(await storage.PrepareAsync());
        await storage.Writer.StartAsync(CancellationToken.None);

        return storage;
    }

    /// <summary>The database and the key of a site as it was in November 2026, saved in by that site, and one of its codes.</summary>
    private static TemporaryFolder Earlier(out ReturnCode code)
    {
        var folder = new TemporaryFolder();
        var from = Path.Combine(AppContext.BaseDirectory, "Earlier", "2026-11");
        foreach (var (name, sources) in new[] { ("data", Directory.GetFiles(from, "*.db")), ("keys", Directory.GetFiles(Path.Combine(from, "keys"))) })
        {
            Assert.Null(PrivateFiles.FolderFault(Path.Combine(folder.Path, name)));
            foreach (var source in sources)
            {
                File.Copy(source, Path.Combine(folder.Path, name, Path.GetFileName(source)));
            }
        }

        Assert.True(ReturnCode.TryParse(File.ReadAllText(Path.Combine(from, "code.txt")), out code));

        return folder;
    }
}
