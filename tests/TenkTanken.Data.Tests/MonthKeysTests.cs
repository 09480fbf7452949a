using Xunit;

namespace TenkTanken.Data.Tests;

public sealed class MonthKeysTests : IDisposable
{
    private const int Processes = 4;
    private static readonly DateOnly December = new(2026, 12, 31);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_month_has_one_file_of_32_bytes_that_only_its_owner_reads()
    {
        new MonthKeys(KeyFolders.Named(_folder.Path)).For(December);

        var file = Assert.Single(Directory.GetFiles(_folder.Path));
        Assert.Equal("2026-12.key", Path.GetFileName(file));
        Assert.Equal(32, new FileInfo(file).Length);
        TestData.AssertOwnersOnly(file);
    }

    [Fact]
    public void Looking_up_creates_nothing()
    {
        var keys = new MonthKeys(KeyFolders.Named(_folder.Path));

        Assert.Empty(keys.Living(December));
        Assert.Empty(keys.All());
        Assert.Empty(keys.Of(December));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Several_processes_on_one_folder_agree_on_every_key()
    {
        var code = ReturnCode.Draw();
        DateOnly[] months = [.. Enumerable.Range(0, 30).Select(i => Calendar.LastDayOfMonth(December.AddMonths(i)))];

        var lookups = AtOnce(months.Length, (_, i) => Convert.ToHexString(new MonthKeys(KeyFolders.Named(_folder.Path)).For(months[i]).LookupOf(code)));

        Assert.All(lookups, found => Assert.Equal(lookups[0], found));
        Assert.Equal(months.Length, lookups[0].Distinct().Count());
        Assert.Equal(months.Length, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void Of_several_processes_that_create_one_file_at_once_the_first_wins_for_all()
    {
        // So many, since two must meet within microseconds: .NET's own move was caught 7 times in 100.
        const int times = 300;
        string PathOf(int i) => Path.Combine(_folder.Path, $"{i}.key");
        string UnfinishedOf(int process, int i) => PathOf(i) + process;
        for (var i = 0; i < times * Processes; i++)
        {
            File.WriteAllText(UnfinishedOf(i % Processes, i / Processes), $"{i % Processes}");
        }

        var seen = AtOnce(times, (process, i) =>
        {
            PrivateFiles.GiveName(UnfinishedOf(process, i), PathOf(i));
            return File.ReadAllText(PathOf(i));
        });

        Assert.All(seen, files => Assert.Equal(seen[0], files));
        Assert.Equal(times, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void A_file_that_is_there_is_never_replaced()
    {
        var path = Path.Combine(_folder.Path, "file");
        PrivateFiles.CreateOnce(path, [1, 2, 3]);

        PrivateFiles.CreateOnce(path, [4, 5, 6]);

        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_damaged_key_file_names_itself_and_is_left_as_it_is(int length)
    {
        var path = Path.Combine(_folder.Path, "2026-12.key");
        File.WriteAllBytes(path, new byte[length]);
        var keys = new MonthKeys(KeyFolders.Named(_folder.Path));

        var exceptions = new[]
        {
            Assert.Throws<InvalidDataException>(() => keys.For(December)),
            Assert.Throws<InvalidDataException>(() => keys.Living(December)),
        };

        Assert.All(exceptions, exception => Assert.Contains(path, exception.Message));
        Assert.Contains(path, Assert.Single(keys.Faults()));
        Assert.Equal(new byte[length], File.ReadAllBytes(path));
    }

    [Fact]
    public void Only_the_keys_of_months_that_are_over_are_destroyed()
    {
        var keys = new MonthKeys(KeyFolders.Named(_folder.Path));
        DateOnly[] months = [new(2026, 11, 30), December, new(2027, 1, 31)];
        Array.ForEach(months, month => keys.For(month));
        File.WriteAllText(Path.Combine(_folder.Path, "notes.key"), "not ours");

        keys.DestroyBefore(new(2026, 12, 31));

        Assert.Equal(["2026-12.key", "2027-01.key", "notes.key"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_destroyed_key_is_overwritten_where_it_stood()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody delete an open file.");
        var path = Path.Combine(_folder.Path, "2026-12.key");
        PrivateFiles.CreateOnce(path, [.. Enumerable.Repeat((byte)7, 32)]);
        using var openBefore = File.OpenRead(path); // keeps seeing the same place on the disk when the name is gone

        new MonthKeys(KeyFolders.Named(_folder.Path)).DestroyBefore(new(2027, 1, 1));

        var now = new byte[33];
        Assert.Equal(32, openBefore.Read(now));
        Assert.Equal(new byte[33], now);
        Assert.False(File.Exists(path));
    }

    /// <summary>What each of four threads, which start each time together, got each time.</summary>
    private static string[][] AtOnce(int times, Func<int, int, string> get)
    {
        var got = new string[Processes][];
        using var together = new Barrier(Processes);
        Thread[] threads =
        [
            .. Enumerable.Range(0, Processes).Select(process => new Thread(() => got[process] =
            [
                .. Enumerable.Range(0, times).Select(i =>
                {
                    together.SignalAndWait();
                    return get(process, i);
                })
            ]))
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return got;
    }
}
