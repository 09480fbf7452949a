using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace TenkTanken.Data.Tests;

public sealed class ForgettingTests
{
    private const int TracesPerSession = 3;

    /// <summary>As a second feature might have it: in a table of its own, each row until its own moment.</summary>
    private static KeptForATime Notes(IServiceProvider services) => new("Notes", async (now, cancellationToken) =>
    {
        var outcome = await services.GetRequiredService<StorageWriter<StorageContext>>().WriteAndTidyAsync(
            context => context.Database.ExecuteSql($"DELETE FROM Note WHERE Until <= {now.ToUnixTimeSeconds()}"),
            cancellationToken);
        return outcome.End;
    });

    [Fact]
    public async Task What_its_owner_forgets_is_gone_from_the_disk_at_once()
    {
        await using var storage = await StartAsync();
        var codes = await SaveAsync(storage, 100);
        var traces = await TracesAsync(storage, codes);
        var before = storage.RawBytes();

        foreach (var code in codes[..50])
        {
            Assert.Equal(ForgetResult.Gone, await storage.Sessions.ForgetAsync(code));
        }

        var after = storage.RawBytes();
        Assert.All(traces, trace => Assert.True(before.Has(trace)));
        Assert.DoesNotContain(traces[..(50 * TracesPerSession)], after.Has);
        Assert.All(traces[(50 * TracesPerSession)..], trace => Assert.True(after.Has(trace)));
    }

    [Fact]
    public async Task What_is_due_is_gone_from_the_disk_with_the_key_of_its_month()
    {
        await using var storage = await StartAsync(TestStorage.At(2026, 11, 30));
        var due = await SaveAsync(storage, 50);
        storage.RunUntil(TestStorage.At(2026, 12, 31));
        var living = await SaveAsync(storage, 50);
        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        var (dueTraces, livingTraces) = (await TracesAsync(storage, due), await TracesAsync(storage, living));
        var before = storage.RawBytes();

        storage.RunUntil(TestStorage.At(2027, 1, 1, hour: 0));
        Assert.True(await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));

        var after = storage.RawBytes();
        Assert.All(dueTraces.Concat(livingTraces), trace => Assert.True(before.Has(trace)));
        Assert.DoesNotContain(dueTraces, after.Has);
        Assert.All(livingTraces, trace => Assert.True(after.Has(trace)));
        Assert.Equal(["2027-01.key"], Directory.GetFiles(storage.KeyFolder, "*.key").Select(Path.GetFileName));
        Assert.NotNull(await storage.Sessions.OpenAsync(living[0]));
    }

    [Fact]
    public async Task A_copy_made_before_is_closed_for_ever_when_the_month_is_over()
    {
        await using var storage = await StartAsync(TestStorage.At(2026, 11, 30));
        var code = Assert.Single(await SaveAsync(storage, 1));
        var copy = Assert.Single(await storage.RowsAsync());
        Assert.Single(storage.Keys.All(), key => key.Open(code, copy.Blob) is not null);

        storage.RunUntil(TestStorage.At(2026, 12, 31));
        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        storage.RunUntil(TestStorage.At(2027, 1, 1));
        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        await SaveAsync(storage, 1);

        Assert.DoesNotContain(storage.Keys.All(), key => key.Open(code, copy.Blob) is not null);
    }

    [Theory]
    [InlineData("2026-11-30", "2026-12-31")]
    [InlineData("2026-12-01", "2027-01-31")]
    [InlineData("2026-12-31", "2027-01-31")]
    [InlineData("2027-01-01", "2027-02-28")]
    [InlineData("2028-01-15", "2028-02-29")]
    public async Task Nothing_is_deleted_before_its_day_is_over_and_everything_the_hour_after(string savedOn, string lastDay)
    {
        await using var storage = await StartAsync(new(DateOnly.Parse(savedOn), new(12, 0), TimeSpan.Zero));
        await SaveAsync(storage, 1);
        var end = new DateTimeOffset(DateOnly.Parse(lastDay), new(0, 0), TimeSpan.Zero).AddDays(1);

        while (storage.Time.GetUtcNow().AddDays(5) < end)
        {
            storage.Time.Advance(TimeSpan.FromDays(5));
            Assert.True(await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        }

        storage.RunUntil(end.AddSeconds(-1));
        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        Assert.Single(await storage.RowsAsync());
        Assert.Single(storage.Keys.All());
        storage.RunUntil(end);
        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        Assert.Empty(await storage.RowsAsync());
        Assert.Empty(storage.Keys.All());
    }

    [Fact]
    public async Task It_forgets_at_start_and_then_every_hour_by_itself()
    {
        await using var storage = await StartAsync(TestStorage.At(2026, 11, 30));
        await SaveAsync(storage, 1);
        storage.RunUntil(TestStorage.At(2026, 12, 31, hour: 23));

        await storage.Forgetting.StartAsync(CancellationToken.None);
        await UntilAsync(() => storage.Log.Lines.Count > 0);
        var onTheLastDay = await storage.RowsAsync();
        storage.Time.Advance(TimeSpan.FromHours(1));
        await UntilAsync(() => storage.Log.Lines.Count > 1);

        Assert.Single(onTheLastDay);
        Assert.Empty(await storage.RowsAsync());
        Assert.All(storage.Log.Lines, line => Assert.Equal("Information: What was due is forgotten.", line));
    }

    [Fact]
    public async Task An_hour_that_fails_is_logged_and_the_next_one_does_it()
    {
        await using var storage = await StartAsync(TestStorage.At(2026, 11, 30));
        await SaveAsync(storage, 1);
        storage.RunUntil(TestStorage.At(2027, 1, 1));
        Rename(storage, "SealedSession", "Away");

        await storage.Forgetting.StartAsync(CancellationToken.None);
        await UntilAsync(() => storage.Log.Lines.Any(line => line.Contains("could not be deleted")));
        var keys = storage.Keys.All();
        Rename(storage, "Away", "SealedSession");
        storage.Time.Advance(TimeSpan.FromHours(1));
        await UntilAsync(() => storage.Log.Lines.Any(line => line.Contains("What was due is forgotten")));

        Assert.Empty(keys); // although the rows could not be deleted, nobody can open them
        Assert.Empty(await storage.RowsAsync());
    }

    [Fact]
    public async Task What_another_feature_keeps_for_a_time_is_forgotten_at_its_own_hour()
    {
        await using var storage = await StartAsync(TestStorage.At(2026, 11, 30), services => services.AddSingleton<KeptForATime>(Notes));
        await SaveAsync(storage, 1);
        Create(storage, untils: [TestStorage.At(2026, 11, 30, hour: 13), TestStorage.At(2026, 11, 30, hour: 14)]);
        var before = CountOfNotes(storage);

        storage.RunUntil(TestStorage.At(2026, 11, 30, hour: 13));
        var isDone = await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);

        Assert.Equal((2L, true, 1L), (before, isDone, CountOfNotes(storage)));
        Assert.Single(await storage.RowsAsync());
    }

    [Theory]
    [InlineData("SealedSession", "Sessions")]
    [InlineData("Note", "Notes")]
    public async Task One_thing_that_cannot_be_forgotten_keeps_no_other_from_it(string broken, string named)
    {
        await using var storage = await StartAsync(TestStorage.At(2026, 11, 30), services => services.AddSingleton<KeptForATime>(Notes));
        await SaveAsync(storage, 1);
        Create(storage, untils: [TestStorage.At(2026, 12, 1)]);
        storage.RunUntil(TestStorage.At(2027, 1, 1));
        Rename(storage, broken, "Away");

        var isDone = await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        Rename(storage, "Away", broken);

        Assert.False(isDone);
        Assert.Contains(storage.Log.Lines, line => line.StartsWith($"Error: {named} that are due could not be deleted (Failed).", StringComparison.Ordinal));
        Assert.Equal(broken == "Note" ? (0, 1L) : (1, 0L), ((await storage.RowsAsync()).Count, CountOfNotes(storage)));
        Assert.Empty(storage.Keys.All());
    }

    [Fact]
    public async Task What_another_database_keeps_for_a_time_is_forgotten_through_its_own_writer()
    {
        await using var notes = await TestNotes.StartAsync();
        await using var storage = await StartAsync(TestStorage.At(2026, 11, 30), services => services.AddSingleton(notes.Kept));
        await SaveAsync(storage, 1);
        await notes.WriteAsync("what is due", until: TestStorage.At(2026, 11, 30, hour: 13));
        await notes.WriteAsync("living", until: TestStorage.At(2026, 11, 30, hour: 14));
        var before = notes.RawBytes();

        storage.RunUntil(TestStorage.At(2026, 11, 30, hour: 13));
        var isDone = await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);

        Assert.True(isDone);
        Assert.True(before.Has("what is due"u8.ToArray()));
        Assert.False(notes.RawBytes().Has("what is due"u8.ToArray()));
        Assert.Equal(["living"], notes.Texts());
        Assert.Single(await storage.RowsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_database_that_fails_keeps_no_other_from_forgetting(bool isOurs)
    {
        await using var notes = await TestNotes.StartAsync();
        await using var storage = await StartAsync(TestStorage.At(2026, 11, 30), services => services.AddSingleton(notes.Kept));
        await SaveAsync(storage, 1);
        await notes.WriteAsync("what is due", until: TestStorage.At(2026, 12, 1));
        storage.RunUntil(TestStorage.At(2027, 1, 1));
        using var foreigner = isOurs ? storage.Foreigner() : notes.Foreigner();
        Execute(foreigner, $"ALTER TABLE {(isOurs ? "SealedSession" : "Note")} RENAME TO Away");

        var isDone = await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        Execute(foreigner, $"ALTER TABLE Away RENAME TO {(isOurs ? "SealedSession" : "Note")}");

        Assert.False(isDone);
        Assert.Equal(isOurs ? (1, 0) : (0, 1), ((await storage.RowsAsync()).Count, notes.Texts().Count));
    }

    [Fact]
    public async Task One_that_throws_is_told_and_keeps_no_other_from_forgetting()
    {
        var broken = new KeptForATime("Letters", (_, _) => throw new InvalidDataException("a damaged letter, say"));
        await using var storage = await StartAsync(
            TestStorage.At(2026, 11, 30),
            services => services.Insert(0, ServiceDescriptor.Singleton(broken)));
        await SaveAsync(storage, 1);
        storage.RunUntil(TestStorage.At(2027, 1, 1));

        var isDone = await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);

        Assert.False(isDone);
        Assert.Empty(await storage.RowsAsync());
        Assert.Contains(storage.Log.Lines, line => line.Contains("a damaged letter, say"));
        Assert.Contains(storage.Log.Lines, line => line.StartsWith("Error: Letters that are due could not be deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_somebody_reads_the_log_is_kept_and_emptied_soon_after()
    {
        await using var storage = await StartAsync();
        var codes = await SaveAsync(storage, 10);
        var traces = await TracesAsync(storage, codes);
        using var reader = storage.Foreigner();
        var reading = reader.BeginTransaction(deferred: true);
        Execute(reader, "SELECT count(*) FROM SealedSession");
        await SaveAsync(storage, 1);
        foreach (var code in codes)
        {
            Assert.Equal(ForgetResult.Gone, await storage.Sessions.ForgetAsync(code));
        }

        var whileReading = storage.RawBytes();
        reading.Dispose();
        await UntilAsync(() =>
        {
            storage.Time.Advance(TimeSpan.FromSeconds(1));
            return new FileInfo(storage.Database + "-wal").Length == 0;
        });

        Assert.Contains(traces, whileReading.Has);
        Assert.DoesNotContain(traces, storage.RawBytes().Has);
    }

    [Fact]
    public async Task A_clock_that_has_jumped_forward_destroys_nothing_for_a_day()
    {
        await using var storage = await StartAsync();
        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        var code = Assert.Single(await SaveAsync(storage, 1));

        await using var restarted = await storage.RestartAsync(TestStorage.At(2027, 12, 28));
        var atStart = await restarted.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        restarted.Time.Advance(TimeSpan.FromHours(23));
        var thatDay = await restarted.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        var openedThen = await restarted.Sessions.OpenAsync(code);
        await using var setRight = await restarted.RestartAsync(TestStorage.At(2026, 11, 24));
        var whenSetRight = await setRight.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);

        Assert.Equal((false, false, true), (atStart, thatDay, whenSetRight));
        Assert.All(restarted.Log.Lines, line => Assert.StartsWith("Warning: The clock says", line));
        Assert.Null(openedThen); // due by the wrong clock, so not opened
        Assert.NotNull(await setRight.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task A_site_that_was_off_for_months_forgets_when_it_has_run_for_a_day()
    {
        await using var storage = await StartAsync();
        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        await SaveAsync(storage, 1);

        await using var restarted = await storage.RestartAsync(TestStorage.At(2027, 3, 1));
        var atStart = await restarted.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        restarted.Time.Advance(TimeSpan.FromDays(1));
        var aDayLater = await restarted.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);

        Assert.False(atStart);
        Assert.True(aDayLater);
        Assert.Empty(await restarted.RowsAsync());
        Assert.Empty(restarted.Keys.All());
    }

    [Fact]
    public async Task Two_wrong_clocks_far_apart_are_doubted_both()
    {
        await using var storage = await StartAsync();
        await SaveAsync(storage, 1);

        await using var once = await storage.RestartAsync(TestStorage.At(2027, 12, 28));
        var first = await once.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        await using var twice = await once.RestartAsync(TestStorage.At(2029, 3, 1));
        var second = await twice.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        twice.Time.Advance(TimeSpan.FromHours(13));
        var halfADay = await twice.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        var rows = await twice.RowsAsync();
        await using var thrice = await twice.RestartAsync(TestStorage.At(2031, 1, 1));
        await thrice.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        thrice.Time.Advance(TimeSpan.FromHours(12));
        var aDayInAll = await thrice.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);

        Assert.Equal((false, false, false, true), (first, second, halfADay, aDayInAll));
        Assert.Single(rows);
        Assert.Empty(await thrice.RowsAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task Where_nobody_knows_when_the_site_last_ran_a_wrong_clock_destroys_nothing(string? text)
    {
        await using var storage = await StartAsync();
        var code = Assert.Single(await SaveAsync(storage, 1));
        var lastDay = Path.Combine(storage.KeyFolder, "last-day");
        File.Delete(lastDay);
        if (text is not null)
        {
            await File.WriteAllTextAsync(lastDay, text);
        }

        await using var wrong = await storage.RestartAsync(TestStorage.At(2027, 12, 28));
        Assert.False(await wrong.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        await using var right = await wrong.RestartAsync(TestStorage.At(2026, 11, 24));
        Assert.False(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));

        Assert.NotNull(await right.Sessions.OpenAsync(code));
        right.Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        Assert.NotNull(await right.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task A_clock_set_back_deletes_nothing_and_what_is_saved_meanwhile_is_kept_as_long_as_ever()
    {
        await using var storage = await StartAsync();
        var before = Assert.Single(await SaveAsync(storage, 1));

        await using var setBack = await storage.RestartAsync(TestStorage.At(2025, 10, 26));
        Assert.False(await setBack.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        var meanwhile = Assert.Single(await SaveAsync(setBack, 1));
        setBack.Time.Advance(TimeSpan.FromDays(3));
        Assert.False(await setBack.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        await using var right = await setBack.RestartAsync(TestStorage.At(2026, 11, 24));
        Assert.True(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));

        Assert.Contains(setBack.Log.Lines, line => line.Contains("the site has run on a later day"));
        Assert.NotNull(await right.Sessions.OpenAsync(before));
        Assert.Equal(new(2026, 12, 31), (await right.Sessions.OpenAsync(meanwhile))!.ForgottenAfter);
    }

    [Fact]
    public async Task A_last_day_that_was_wrong_can_be_taken_away()
    {
        await using var storage = await StartAsync(TestStorage.At(2031, 1, 1));
        await SaveAsync(storage, 1);
        await using var right = await storage.RestartAsync(TestStorage.At(2026, 11, 24));
        Assert.False(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));

        File.Delete(Path.Combine(right.KeyFolder, "last-day"));
        Assert.False(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        right.Time.Advance(TimeSpan.FromDays(1));

        Assert.True(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        Assert.Equal(new(2026, 12, 31), Assert.Single(await right.RowsAsync()).ForgottenAfter);
    }

    [Theory]
    [Trait(Property.Name, "P9")]
    [InlineData(2028, 2, 29)]
    [InlineData(2038, 2, 1)]
    public async Task What_is_saved_by_a_clock_that_is_far_ahead_does_not_live_for_years(int year, int month, int day)
    {
        await using var storage = await StartAsync();
        var before = Assert.Single(await SaveAsync(storage, 1));
        await using var wrong = await storage.RestartAsync(TestStorage.At(year, month, day));
        Assert.False(await wrong.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        var meanwhile = Assert.Single(await SaveAsync(wrong, 1));
        Assert.NotNull(await wrong.Sessions.OpenAsync(meanwhile));

        await using var right = await wrong.RestartAsync(TestStorage.At(2026, 11, 24));
        Assert.True(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));

        Assert.All(await right.RowsAsync(), row => Assert.Equal(new(2026, 12, 31), row.ForgottenAfter));
        Assert.NotNull(await right.Sessions.OpenAsync(before));
        Assert.Equal(new(2026, 12, 31), (await right.Sessions.OpenAsync(meanwhile))!.ForgottenAfter);
        Assert.False(await right.Sessions.CannotTellAsync());
        Assert.IsType<Saved>(await right.Sessions.ContinueAsync(meanwhile, new Dictionary<string, PlanState>(), TestData.Round("degrading-housing")));

        right.RunUntil(TestStorage.At(2027, 1, 1));
        Assert.True(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        Assert.Empty(await right.RowsAsync());
        Assert.Empty(right.Keys.All());
    }

    [Fact]
    public async Task Where_only_such_sessions_are_more_can_be_saved_with_them()
    {
        await using var storage = await StartAsync(TestStorage.At(2028, 2, 29));
        var ahead = Assert.Single(await SaveAsync(storage, 1));
        File.Delete(Path.Combine(storage.KeyFolder, "last-day"));
        await using var right = await storage.RestartAsync(TestStorage.At(2026, 11, 24));
        await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        right.Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));

        var now = Assert.Single(await SaveAsync(right, 1));

        Assert.NotNull(await right.Sessions.OpenAsync(ahead));
        Assert.NotNull(await right.Sessions.OpenAsync(now));
        Assert.Equal(["2026-12.from-2028-03.key"], Directory.GetFiles(right.KeyFolder, "*.key").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Killed_while_they_are_brought_back_nothing_is_lost()
    {
        await using var storage = await StartAsync();
        await using var wrong = await storage.RestartAsync(TestStorage.At(2028, 2, 29));
        var code = Assert.Single(await SaveAsync(wrong, 1));
        await using var right = await wrong.RestartAsync(TestStorage.At(2026, 11, 24));

        right.Keys.BringBack(new(2028, 3, 31), new(2026, 12, 31));

        Assert.NotNull(await right.Sessions.OpenAsync(code));
        Assert.True(await right.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));
        Assert.NotNull(await right.Sessions.OpenAsync(code));
        Assert.Equal(["2026-12.from-2028-03.key"], Directory.GetFiles(right.KeyFolder, "*.key").Select(Path.GetFileName));
    }

    [Fact]
    public async Task So_many_are_due_that_they_are_deleted_in_parts_and_others_are_left()
    {
        await using var storage = await StartAsync(TestStorage.At(2026, 11, 30));
        var due = await SaveAsync(storage, 1);
        await PutAsync(storage, 2_500, new(2026, 12, 31));
        storage.RunUntil(TestStorage.At(2026, 12, 31));
        var living = await SaveAsync(storage, 1);
        await PutAsync(storage, 500, new(2027, 1, 31));

        storage.RunUntil(TestStorage.At(2027, 1, 1));
        Assert.True(await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None));

        var rows = await storage.RowsAsync();
        Assert.Equal(501, rows.Count);
        Assert.All(rows, row => Assert.Equal(new(2027, 1, 31), row.ForgottenAfter));
        Assert.NotNull(await storage.Sessions.OpenAsync(living[0]));
        Assert.Null(await storage.Sessions.OpenAsync(due[0]));
    }

    /// <summary>As a site is that runs: at its start it has asked its clock.</summary>
    private static async Task<TestStorage> StartAsync(DateTimeOffset? now = null, Action<IServiceCollection>? configure = null)
    {
        var storage = await TestStorage.StartAsync(now, configure);
        storage.HasRunToday();

        return storage;
    }

    private static async Task<List<ReturnCode>> SaveAsync(TestStorage storage, int count)
    {
        var codes = Enumerable.Range(0, count).Select(_ => ReturnCode.Draw()).ToList();
        var results = await Task.WhenAll(codes.Select(code => storage.Sessions.SaveAsync(code, TestData.Round("fear-or-stress"))));
        Assert.All(results, result => Assert.IsType<Saved>(result));
        return codes;
    }

    /// <summary>What a session leaves on the disk: its lookup, and the first and last bytes of its blob.</summary>
    private static async Task<List<byte[]>> TracesAsync(TestStorage storage, List<ReturnCode> codes)
    {
        var rows = await storage.RowsAsync();
        var keys = storage.Keys.All();
        return
        [
            .. codes
                .Select(code => rows.Single(row => keys.Any(key => key.LookupOf(code).SequenceEqual(row.Lookup))))
                .SelectMany(row => new[] { row.Lookup, row.Blob[..32], row.Blob[^32..] })
        ];
    }

    /// <summary>Rows that no code opens, all at once.</summary>
    private static async Task PutAsync(TestStorage storage, int count, DateOnly forgottenAfter)
    {
        await using var context = storage.Context();
        context.AddRange(Enumerable.Range(0, count).Select(_ => new SealedSession
        {
            Lookup = RandomNumberGenerator.GetBytes(MonthKey.LookupLength),
            Blob = new byte[MonthKey.SealedLength],
            ForgottenAfter = forgottenAfter,
        }));
        await context.SaveChangesAsync();
    }

    private static void Rename(TestStorage storage, string table, string name)
    {
        using var foreigner = storage.Foreigner();
        Execute(foreigner, $"ALTER TABLE {table} RENAME TO {name}");
    }

    private static void Create(TestStorage storage, DateTimeOffset[] untils)
    {
        using var foreigner = storage.Foreigner();
        Execute(foreigner, "CREATE TABLE Note (Until INTEGER)");
        Array.ForEach(untils, until => Execute(foreigner, $"INSERT INTO Note VALUES ({until.ToUnixTimeSeconds()})"));
    }

    private static long CountOfNotes(TestStorage storage)
    {
        using var foreigner = storage.Foreigner();
        using var command = foreigner.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Note";

        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Task UntilAsync(Func<bool> condition) => Task.Run(() => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromMinutes(1))));
}
