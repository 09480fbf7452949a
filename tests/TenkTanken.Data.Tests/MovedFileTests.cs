using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>Nothing is told to be saved that the next start would not find: somebody deletes, moves or replaces the database under the running site.</summary>
public sealed class MovedFileTests
{
    private static readonly NotSaved Failed = new(NotSavedReason.Failed);

    [Fact]
    public async Task In_a_database_that_was_deleted_nothing_is_told_to_be_saved_and_the_log_says_so_once()
    {
        await using var storage = await TestStorage.StartAsync();
        await SaveAsync(storage);
        DeleteIn(storage);

        var results = new List<SaveResult>();
        for (var times = 0; times < 20; times++)
        {
            results.Add(await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
        }

        Assert.All(results, result => Assert.Equal(Failed, result));
        Assert.Equal(ForgetResult.NotForgotten, await storage.Sessions.ForgetAsync(ReturnCode.Draw()));
        Assert.Contains("was deleted, moved or replaced", Assert.Single(storage.Log.Lines), StringComparison.Ordinal);
        Assert.False(File.Exists(storage.Database));
    }

    [Fact]
    public async Task Put_back_it_is_used_again_and_the_next_start_finds_what_was_told_to_be_saved()
    {
        var storage = await TestStorage.StartAsync();
        var before = await SaveAsync(storage);
        var away = storage.Database + ".away";
        File.Move(storage.Database, away);
        Assert.Equal(Failed, await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
        File.Move(away, storage.Database);

        Assert.Equal(Failed, await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
        storage.Time.Advance(TimeSpan.FromSeconds(5));
        var after = await SaveAsync(storage);

        await using var restarted = await storage.RestartAsync(storage.Time.GetUtcNow());
        Assert.NotNull(await restarted.Sessions.OpenAsync(before));
        Assert.NotNull(await restarted.Sessions.OpenAsync(after));
        Assert.Equal(2, (await restarted.RowsAsync()).Count);
        Assert.Contains("can be used again", storage.Log.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_older_copy_in_its_place_it_is_the_copy_that_is_written_in_and_read()
    {
        var storage = await TestStorage.StartAsync();
        var inCopy = await SaveAsync(storage);
        var copy = storage.Database + ".copy";
        File.Copy(storage.Database, copy);
        var onlyBefore = await SaveAsync(storage);
        File.Move(copy, storage.Database, overwrite: true);

        Assert.Equal(Failed, await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
        storage.Time.Advance(TimeSpan.FromSeconds(5));
        var after = await SaveAsync(storage);

        Assert.Null(await storage.Sessions.OpenAsync(onlyBefore));
        await using var restarted = await storage.RestartAsync(storage.Time.GetUtcNow());
        Assert.NotNull(await restarted.Sessions.OpenAsync(inCopy));
        Assert.NotNull(await restarted.Sessions.OpenAsync(after));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public async Task What_is_no_database_in_its_place_is_left_as_it_is(int bytes)
    {
        await using var storage = await TestStorage.StartAsync();
        await SaveAsync(storage);
        DeleteIn(storage);
        var strange = Enumerable.Repeat((byte)7, bytes).ToArray();
        await File.WriteAllBytesAsync(storage.Database, strange);

        for (var times = 0; times < 3; times++)
        {
            Assert.Equal(Failed, await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round()));
            storage.Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(strange, await File.ReadAllBytesAsync(storage.Database));
    }

    private static async Task<ReturnCode> SaveAsync(TestStorage storage)
    {
        var code = ReturnCode.Draw();
        Assert.IsType<Saved>(await storage.Sessions.SaveAsync(code, TestData.Round()));

        return code;
    }

    private static void DeleteIn(TestStorage storage)
    {
        foreach (var file in Directory.GetFiles(storage.DataFolder))
        {
            File.Delete(file);
        }
    }
}
