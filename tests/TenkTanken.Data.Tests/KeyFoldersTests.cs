using System.Security.Cryptography;
using Xunit;

namespace TenkTanken.Data.Tests;

/// <summary>Where keys lie when nobody has named a folder for them, and when there have been some before.</summary>
public sealed class KeyFoldersTests : IDisposable
{
    private static readonly DateOnly December = new(2026, 12, 31);

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    private string Wanted => Path.Combine(_folder.Path, "data-keys");

    private string InData => Path.Combine(_folder.Path, "data", "keys");

    /// <summary>Where all sites of one application folder had theirs, unless it was named.</summary>
    private string InApplication => Path.Combine(_folder.Path, "application", "data", "keys");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("data", "data-keys")]
    [InlineData("data/", "data-keys")]
    [InlineData("data/../data", "data-keys")]
    [InlineData("a folder/æøå", "a folder/æøå-keys")]
    public void They_lie_beside_the_data(string data, string expected)
    {
        var folders = KeyFolders.Beside(Path.Combine(_folder.Path, data), InApplication);

        Assert.Equal(Path.Combine(_folder.Path, expected), folders.Folder);
        Assert.Equal(folders.Folder, folders.Wanted);
    }

    [Fact]
    public async Task The_first_start_makes_their_folder_for_its_owner_alone_and_says_nothing()
    {
        await using var storage = await StartAsync();

        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        TestData.AssertOwnersOnly(Wanted);
        Assert.Equal(["2026-12.key"], Keys(Wanted));
        Assert.False(Directory.Exists(InData));
        Assert.Empty(storage.Log.Lines);
    }

    [Theory]
    [InlineData("keys in the data", "2026-12.key")]
    [InlineData("keys in the data", "2026-11.key")]
    [InlineData("keys in the data", "tokens/key-1.xml")]
    [InlineData("keys in the application", "2026-12.key")]
    [InlineData("keys in the application", "tokens/key-1.xml")]
    public async Task Where_some_lie_in_a_place_of_before_that_goes_on_being_used_and_every_start_says_what_to_move(string place, string file)
    {
        var before = place == "keys in the data" ? InData : InApplication;
        await HaveBeenThereAsync();
        Put(before, file);

        await using var storage = await StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        Assert.Equal(["2026-12.key"], Keys(before).Intersect(["2026-12.key"]));
        Assert.False(Directory.Exists(Wanted));
        var line = Assert.Single(storage.Log.Lines);
        Assert.StartsWith($"Warning: Keys lie in {before}, ", line, StringComparison.Ordinal);
        Assert.Contains($" to {Wanted} ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_beside_the_application_are_another_sites_when_this_one_is_new()
    {
        Put(InApplication, "2026-12.key");

        await using var storage = await StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        Assert.Equal(["2026-12.key"], Keys(Wanted));
        Assert.Empty(storage.Log.Lines);
    }

    [Theory]
    [InlineData("last-day")]
    [InlineData("tokens/readme.txt")]
    [InlineData("december.key")]
    [InlineData("2026-13.key")]
    public void A_folder_without_keys_in_it_is_no_place_of_before(string file)
    {
        Put(InData, file);

        var folders = KeyFolders.Beside(Data, InApplication);

        Assert.Equal(Wanted, folders.Folder);
        Assert.Empty(folders.ToBeMoved);
    }

    [Fact]
    public async Task A_month_whose_key_lies_in_any_of_the_places_does_not_get_another()
    {
        await HaveBeenThereAsync();
        Put(Wanted, "2027-01.key");
        Put(InData, "2026-12.key");
        Put(InApplication, "2027-02.key");

        await using var storage = await StartAsync();
        foreach (var day in new[] { December, new DateOnly(2027, 1, 31), new DateOnly(2027, 2, 28), new DateOnly(2027, 3, 31) })
        {
            storage.Keys.For(day);
        }

        Assert.Equal(["2027-01.key", "2027-03.key"], Keys(Wanted));
        Assert.Equal(["2026-12.key"], Keys(InData));
        Assert.Equal(["2027-02.key"], Keys(InApplication));
        Assert.Contains($"{InData} and {InApplication}", Assert.Single(storage.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_while_the_site_runs_they_are_found_where_they_are_now()
    {
        await HaveADatabaseAsync();
        Put(InData, "2026-12.key");
        await using var storage = await StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());

        Directory.CreateDirectory(Wanted);
        File.Move(Path.Combine(InData, "2026-12.key"), Path.Combine(Wanted, "2026-12.key"));
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        Assert.NotNull(await storage.Sessions.OpenAsync(code));
        Assert.Empty(Keys(InData));
        Assert.Equal(["2026-12.key"], Keys(Wanted));
    }

    [Fact]
    public async Task Moved_as_the_line_says_they_are_all_in_the_new_place_and_the_line_is_gone()
    {
        var code = ReturnCode.Draw();
        await HaveADatabaseAsync();
        Put(InData, "2026-12.key");
        var before = await StartAsync();
        await before.Sessions.SaveAsync(code, TestData.Round());
        await before.StopAsync();

        Directory.Move(InData, Wanted);
        await using var storage = await StartAsync();

        Assert.NotNull(await storage.Sessions.OpenAsync(code));
        Assert.Empty(storage.Log.Lines);
    }

    [Fact]
    public async Task Where_two_places_have_each_a_key_of_one_month_what_either_has_sealed_is_opened_grown_and_forgotten()
    {
        var (old, @new) = (ReturnCode.Draw(), ReturnCode.Draw());
        await HaveADatabaseAsync();
        Put(InData, "2026-12.key");
        var before = await StartAsync();
        await before.Sessions.SaveAsync(old, TestData.Round());
        await before.StopAsync();

        Put(Wanted, "2026-12.key");
        await using var storage = await StartAsync();
        await storage.Sessions.SaveAsync(@new, TestData.Round());
        await storage.Sessions.SaveAsync(old, TestData.Round());

        Assert.Equal(2, (await storage.Sessions.OpenAsync(old))!.Session.Rounds.Count);
        Assert.NotNull(await storage.Sessions.OpenAsync(@new));
        await storage.Sessions.ForgetAsync(old);
        Assert.Null(await storage.Sessions.OpenAsync(old));
        Assert.NotNull(await storage.Sessions.OpenAsync(@new));
    }

    [Fact]
    public void A_key_that_lies_in_two_places_is_one_key()
    {
        var key = Put(InData, "2026-12.key");
        Directory.CreateDirectory(Wanted);
        File.Copy(key, Path.Combine(Wanted, "2026-12.key"));

        Assert.Single(new MonthKeys(KeyFolders.Beside(Data, InApplication)).Living(December));
    }

    [Fact]
    public void A_month_that_is_over_is_destroyed_in_every_place()
    {
        Put(Wanted, "2026-12.key");
        Put(InData, "2026-12.key");
        Put(InData, "2027-01.key");

        new MonthKeys(KeyFolders.Beside(Data, InApplication)).DestroyBefore(new(2027, 1, 1));

        Assert.Empty(Keys(Wanted));
        Assert.Equal(["2027-01.key"], Keys(InData));
    }

    [Fact]
    public void A_link_left_where_they_were_is_no_second_place()
    {
        Put(Wanted, "2026-12.key");
        Directory.CreateDirectory(Data);
        Directory.CreateSymbolicLink(InData, Wanted);

        var folders = KeyFolders.Beside(Data, InApplication);

        Assert.Equal(Wanted, folders.Folder);
        Assert.Empty(folders.ToBeMoved);
    }

    [Fact]
    public void A_folder_that_is_named_is_obeyed_whatever_lies_elsewhere()
    {
        Put(InData, "2026-12.key");
        Put(Wanted, "2026-12.key");

        var folders = KeyFolders.Named(Path.Combine(_folder.Path, "named"));

        Assert.Equal([Path.Combine(_folder.Path, "named")], folders.All);
        Assert.Empty(folders.ToBeMoved);
    }

    [Theory]
    [InlineData("data/keys")]
    [InlineData("data/somewhere/deep")]
    [InlineData("data/data-keys")]
    public async Task Named_inside_the_data_it_is_used_and_every_start_says_what_that_costs(string named)
    {
        await using var storage = await StartAsync(KeyFolders.Named(Path.Combine(_folder.Path, named)));

        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        Assert.Equal(["2026-12.key"], Keys(Path.Combine(_folder.Path, named)));
        var line = Assert.Single(storage.Log.Lines);
        Assert.StartsWith($"Warning: The keys lie in {Path.Combine(_folder.Path, named)}, ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_key_in_a_place_of_before_is_named()
    {
        Put(Wanted, "2026-12.key");
        await File.WriteAllBytesAsync(Put(InData, "2026-12.key"), new byte[31]);
        await using var storage = TestStorage.On(_folder, keys: KeyFolders.Beside(Data, InApplication));

        Assert.Contains(Path.Combine(InData, "2026-12.key"), Assert.Single(await storage.PrepareAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_folder_can_be_made_beside_the_data_the_setting_that_helps_is_named()
    {
        await File.WriteAllTextAsync(Wanted, "left as it is");
        await using var storage = TestStorage.On(_folder, keys: KeyFolders.Beside(Data, InApplication));

        var fault = Assert.Single(await storage.PrepareAsync());

        Assert.Contains(Wanted, fault, StringComparison.Ordinal);
        Assert.Contains("Data:Keys", fault, StringComparison.Ordinal);
        Assert.Equal("left as it is", await File.ReadAllTextAsync(Wanted));
    }

    private async Task<TestStorage> StartAsync(KeyFolders? keys = null)
    {
        var storage = TestStorage.On(_folder, keys: keys ?? KeyFolders.Beside(Data, InApplication));
        Assert.Empty(await storage.PrepareAsync());
        await storage.Writer.StartAsync(CancellationToken.None);
        return storage;
    }

    /// <summary>Where there are keys, there was a database.</summary>
    private async Task HaveADatabaseAsync()
    {
        var storage = TestStorage.On(_folder, keys: KeyFolders.Named(Path.Combine(_folder.Path, "nobody's-keys")));
        Assert.Empty(await storage.PrepareAsync());
        await storage.StopAsync();
    }

    /// <summary>The site has run with this data folder before.</summary>
    private async Task HaveBeenThereAsync()
    {
        var storage = TestStorage.On(_folder, keys: KeyFolders.Named(InApplication));
        Assert.Empty(await storage.PrepareAsync());
        await storage.StopAsync();
    }

    private static string Put(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        foreach (var missing in new[] { Path.GetDirectoryName(folder)!, folder, Path.GetDirectoryName(path)! })
        {
            CreateClosed(missing);
        }

        File.WriteAllBytes(path, RandomNumberGenerator.GetBytes(MonthKey.SecretLength));
        return path;
    }

    private static void CreateClosed(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static IEnumerable<string> Keys(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.key").Select(path => Path.GetFileName(path)).Order() : [];
}
