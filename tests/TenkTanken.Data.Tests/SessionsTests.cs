using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace TenkTanken.Data.Tests;

public sealed class SessionsTests
{
    private static readonly DateOnly EndOfDecember = new(2026, 12, 31);
    private static readonly DateOnly EndOfJanuary = new(2027, 1, 31);

    [Fact]
    public async Task What_is_saved_is_opened_with_the_code()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        var round = TestData.FullestRound("2026-1");

        var saved = await storage.Sessions.SaveAsync(code, round);
        var opened = await storage.Sessions.OpenAsync(code);

        Assert.Equal(new Saved(EndOfDecember), saved);
        Assert.Equal(EndOfDecember, opened?.ForgottenAfter);
        TestData.AssertSame(round, Assert.Single(opened!.Session.Rounds));
    }

    [Fact]
    public async Task Another_code_opens_nothing()
    {
        await using var storage = await TestStorage.StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());

        Assert.Null(await storage.Sessions.OpenAsync(ReturnCode.Draw()));
    }

    [Fact]
    public async Task Looking_for_a_code_where_nothing_was_saved_makes_no_key()
    {
        await using var storage = await TestStorage.StartAsync();

        Assert.Null(await storage.Sessions.OpenAsync(ReturnCode.Draw()));
        Assert.Equal(ForgetResult.Gone, await storage.Sessions.ForgetAsync(ReturnCode.Draw()));

        Assert.Empty(Directory.GetFiles(storage.KeyFolder));
    }

    [Fact]
    public async Task Rounds_are_kept_in_the_order_they_were_saved()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        Round[] rounds = [TestData.Round("fear-or-stress"), TestData.Round("controlled"), TestData.Round()];

        foreach (var round in rounds)
        {
            await storage.Sessions.SaveAsync(code, round);
        }

        var opened = await storage.Sessions.OpenAsync(code);
        Assert.Equal(rounds.Select(round => round.Id), opened!.Session.Rounds.Select(round => round.Id));
        Assert.Single(await storage.RowsAsync());
    }

    [Fact]
    public async Task A_round_sent_again_adds_nothing_and_changes_nothing()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        var round = TestData.Round("fear-or-stress");
        await storage.Sessions.SaveAsync(code, round);
        var before = Assert.Single(await storage.RowsAsync());

        SaveResult[] again = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => storage.Sessions.SaveAsync(code, round)));

        Assert.All(again, result => Assert.Equal(new Saved(EndOfDecember), result));
        var after = Assert.Single(await storage.RowsAsync());
        Assert.Equal(before.Blob, after.Blob);
    }

    [Fact]
    public async Task The_same_round_sent_many_times_at_once_is_saved_once()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        var round = TestData.Round("fear-or-stress");

        SaveResult[] results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => storage.Sessions.SaveAsync(code, round)));

        Assert.All(results, result => Assert.IsType<Saved>(result));
        Assert.Single((await storage.Sessions.OpenAsync(code))!.Session.Rounds);
    }

    [Fact]
    public async Task Three_hundred_saves_at_once_are_all_stored_once()
    {
        await using var storage = await TestStorage.StartAsync();
        var saves = Enumerable.Range(0, 300).Select(_ => (Code: ReturnCode.Draw(), Round: TestData.Round("fear-or-stress"))).ToList();

        SaveResult[] results = await Task.WhenAll(saves.Select(save => Task.Run(() => storage.Sessions.SaveAsync(save.Code, save.Round))));

        Assert.All(results, result => Assert.Equal(new Saved(EndOfDecember), result));
        Assert.Equal(300, (await storage.RowsAsync()).Count);
        foreach (var (code, round) in saves)
        {
            TestData.AssertSame(round, Assert.Single((await storage.Sessions.OpenAsync(code))!.Session.Rounds));
        }
    }

    [Fact]
    public async Task Different_rounds_of_one_code_saved_at_once_are_all_kept()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();

        await Task.WhenAll(Enumerable.Range(0, Session.MaxRounds).Select(_ => storage.Sessions.SaveAsync(code, TestData.Round())));

        Assert.Equal(Session.MaxRounds, (await storage.Sessions.OpenAsync(code))!.Session.Rounds.Count);
    }

    [Fact]
    public async Task A_thirteenth_round_is_refused_and_the_twelve_are_kept()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        Round[] twelve = [.. Enumerable.Range(0, 12).Select(i => TestData.FullestRound($"edition-{i % 3}"))];
        foreach (var round in twelve)
        {
            Assert.IsType<Saved>(await storage.Sessions.SaveAsync(code, round));
        }

        var thirteenth = await storage.Sessions.SaveAsync(code, TestData.Round());
        var lastAgain = await storage.Sessions.SaveAsync(code, twelve[^1]);

        Assert.Equal(new NotSaved(NotSavedReason.TooManyRounds), thirteenth);
        Assert.IsType<Saved>(lastAgain);
        var kept = await storage.Sessions.OpenAsync(code);
        Assert.All(twelve.Zip(kept!.Session.Rounds), pair => TestData.AssertSame(pair.First, pair.Second));
    }

    [Fact]
    public async Task A_round_that_does_not_fit_is_refused_and_what_was_saved_is_kept()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());

        var tooMany = await storage.Sessions.SaveAsync(code, TestData.Round([.. Enumerable.Range(0, 300).Select(i => $"sign-{i}")]));
        var tooLong = await storage.Sessions.SaveAsync(code, TestData.Round(new string('s', 41)));

        Assert.Equal(new NotSaved(NotSavedReason.TooLarge), tooMany);
        Assert.Equal(new NotSaved(NotSavedReason.TooLarge), tooLong);
        Assert.Single((await storage.Sessions.OpenAsync(code))!.Session.Rounds);
    }

    [Fact]
    public async Task What_is_not_an_id_reaches_no_disk()
    {
        await using var storage = await TestStorage.StartAsync();
        var round = TestData.Round("Kari Nordmann");

        await Assert.ThrowsAsync<ArgumentException>(() => storage.Sessions.SaveAsync(ReturnCode.Draw(), round));

        Assert.Empty(await storage.RowsAsync());
    }

    [Fact]
    public async Task Saving_again_next_month_moves_the_day_of_forgetting_and_opening_does_not()
    {
        await using var storage = await TestStorage.StartAsync(TestStorage.At(2026, 11, 30));
        var code = ReturnCode.Draw();
        var first = TestData.Round("fear-or-stress");
        var second = TestData.Round("controlled");
        await storage.Sessions.SaveAsync(code, first);

        storage.Time.SetUtcNow(TestStorage.At(2026, 12, 1));
        var beforeSaving = await storage.Sessions.OpenAsync(code);
        var sentAgain = await storage.Sessions.SaveAsync(code, first);
        var saved = await storage.Sessions.SaveAsync(code, second);

        Assert.Equal(EndOfDecember, beforeSaving?.ForgottenAfter);
        Assert.Equal(new Saved(EndOfDecember), sentAgain);
        Assert.Equal(new Saved(EndOfJanuary), saved);
        var opened = await storage.Sessions.OpenAsync(code);
        Assert.Equal([first.Id, second.Id], opened!.Session.Rounds.Select(round => round.Id));
        Assert.Equal(EndOfJanuary, Assert.Single(await storage.RowsAsync()).ForgottenAfter);
    }

    [Theory]
    [InlineData("2026-11-01", "2026-12-31")]
    [InlineData("2026-11-30", "2026-12-31")]
    [InlineData("2026-12-01", "2027-01-31")]
    [InlineData("2026-12-31", "2027-01-31")]
    [InlineData("2027-01-31", "2027-02-28")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2028-02-29", "2028-03-31")]
    [InlineData("2038-01-19", "2038-02-28")]
    public async Task A_session_is_kept_to_the_last_day_of_the_month_after_saving(string savedOn, string forgottenAfter)
    {
        var lastDay = DateOnly.Parse(forgottenAfter);
        var lastSecond = new DateTimeOffset(lastDay, new(23, 59, 59), TimeSpan.Zero);
        await using var storage = await TestStorage.StartAsync(new(DateOnly.Parse(savedOn), new(0, 0), TimeSpan.Zero));
        var code = ReturnCode.Draw();

        var saved = await storage.Sessions.SaveAsync(code, TestData.Round());
        storage.Time.SetUtcNow(lastSecond);
        var onTheLastDay = await storage.Sessions.OpenAsync(code);
        storage.Time.SetUtcNow(lastSecond.AddSeconds(1));
        var theDayAfter = await storage.Sessions.OpenAsync(code);

        Assert.Equal(new Saved(lastDay), saved);
        Assert.NotNull(onTheLastDay);
        Assert.Null(theDayAfter); // although it is not deleted yet:
        Assert.Single(await storage.RowsAsync());
    }

    [Fact]
    public async Task A_forgotten_session_cannot_be_opened_and_the_others_can()
    {
        await using var storage = await TestStorage.StartAsync();
        var (forgotten, kept) = (ReturnCode.Draw(), ReturnCode.Draw());
        await storage.Sessions.SaveAsync(forgotten, TestData.Round());
        await storage.Sessions.SaveAsync(kept, TestData.Round());

        var result = await storage.Sessions.ForgetAsync(forgotten);
        var again = await storage.Sessions.ForgetAsync(forgotten);

        Assert.Equal(ForgetResult.Gone, result);
        Assert.Equal(ForgetResult.Gone, again);
        Assert.Null(await storage.Sessions.OpenAsync(forgotten));
        Assert.NotNull(await storage.Sessions.OpenAsync(kept));
        Assert.Single(await storage.RowsAsync());
    }

    [Fact]
    public async Task What_is_due_and_not_yet_deleted_can_still_be_forgotten_by_its_owner()
    {
        await using var storage = await TestStorage.StartAsync(TestStorage.At(2026, 11, 30));
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());
        storage.Time.SetUtcNow(TestStorage.At(2027, 1, 1));

        var result = await storage.Sessions.ForgetAsync(code);

        Assert.Equal(ForgetResult.Gone, result);
        Assert.Empty(await storage.RowsAsync());
    }

    [Fact]
    public async Task An_unknown_code_is_looked_for_as_thoroughly_as_a_known_one()
    {
        var counter = new CommandCounter();
        await using var storage = await TestStorage.StartAsync(
            TestStorage.At(2026, 11, 30),
            services => services.ConfigureDbContext<StorageContext>(options => options.AddInterceptors(counter)));
        var (november, december) = (ReturnCode.Draw(), ReturnCode.Draw());
        await storage.Sessions.SaveAsync(november, TestData.Round());
        storage.Time.SetUtcNow(TestStorage.At(2026, 12, 1));
        await storage.Sessions.SaveAsync(december, TestData.Round());

        var counts = new List<int>();
        foreach (var code in new[] { november, december, ReturnCode.Draw() })
        {
            var before = counter.Count;
            await storage.Sessions.OpenAsync(code);
            counts.Add(counter.Count - before);
        }

        Assert.Equal([2, 2, 2], counts);
    }

    [Theory]
    [InlineData(0)] // nonce
    [InlineData(12)] // tag
    [InlineData(28)] // first byte of the session
    [InlineData(4123)] // last byte of the padding
    public async Task A_damaged_blob_opens_nothing_and_its_code_can_be_saved_anew(int place)
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());
        await using (var context = storage.Context())
        {
            var row = await context.SealedSessions.SingleAsync();
            row.Blob = [.. row.Blob[..place], (byte)(row.Blob[place] ^ 1), .. row.Blob[(place + 1)..]];
            await context.SaveChangesAsync();
        }

        var opened = await storage.Sessions.OpenAsync(code);
        var (cannotTell, canOfOthers) = (await storage.Sessions.CannotTellAsync(code), !await storage.Sessions.CannotTellAsync(ReturnCode.Draw()));
        var saved = await storage.Sessions.SaveAsync(code, TestData.Round());

        Assert.Null(opened);
        Assert.True(cannotTell);
        Assert.True(canOfOthers);
        Assert.IsType<Saved>(saved);
        Assert.Single((await storage.Sessions.OpenAsync(code))!.Session.Rounds);
    }

    [Fact]
    public async Task Blobs_that_trade_places_open_nothing()
    {
        await using var storage = await TestStorage.StartAsync();
        ReturnCode[] codes = [ReturnCode.Draw(), ReturnCode.Draw()];
        await storage.Sessions.SaveAsync(codes[0], TestData.Round());
        await storage.Sessions.SaveAsync(codes[1], TestData.Round());
        await using (var context = storage.Context())
        {
            var rows = await context.SealedSessions.ToListAsync();
            (rows[0].Blob, rows[1].Blob) = (rows[1].Blob, rows[0].Blob);
            await context.SaveChangesAsync();
        }

        Assert.Null(await storage.Sessions.OpenAsync(codes[0]));
        Assert.Null(await storage.Sessions.OpenAsync(codes[1]));
    }

    [Fact]
    public async Task A_row_whose_day_was_put_off_opens_nothing()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());

        await using (var context = storage.Context())
        {
            await context.Database.ExecuteSqlRawAsync("UPDATE SealedSession SET ForgottenAfter = '2030-12-31'");
        }

        Assert.Null(await storage.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task With_a_damaged_key_nothing_is_claimed()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());
        var keyFile = Assert.Single(Directory.GetFiles(storage.KeyFolder, "*.key"));
        var key = await File.ReadAllBytesAsync(keyFile);
        await File.WriteAllBytesAsync(keyFile, key[..31]);

        var opened = await storage.Sessions.OpenAsync(code);
        var cannotTell = await storage.Sessions.CannotTellAsync();
        var saved = await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        var forgotten = await storage.Sessions.ForgetAsync(code);
        await File.WriteAllBytesAsync(keyFile, key);

        Assert.Null(opened);
        Assert.True(cannotTell);
        Assert.Equal(new NotSaved(NotSavedReason.Failed), saved);
        Assert.Equal(ForgetResult.NotForgotten, forgotten);
        Assert.Contains(storage.Log.Lines, line => line.Contains(keyFile));
        Assert.NotNull(await storage.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task A_damaged_key_keeps_nobody_from_what_other_months_hold()
    {
        await using var storage = await TestStorage.StartAsync(TestStorage.At(2026, 11, 30));
        storage.HasRunToday();
        var (november, december) = (ReturnCode.Draw(), ReturnCode.Draw());
        await storage.Sessions.SaveAsync(november, TestData.Round());
        storage.Time.SetUtcNow(TestStorage.At(2026, 12, 1));
        await storage.Sessions.SaveAsync(december, TestData.Round());
        var keyFile = Path.Combine(storage.KeyFolder, "2027-01.key");
        await File.WriteAllBytesAsync(keyFile, [1, 2, 3]);

        Assert.NotNull(await storage.Sessions.OpenAsync(november));
        Assert.Null(await storage.Sessions.OpenAsync(december));
        Assert.True(await storage.Sessions.CannotTellAsync());

        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        Assert.Contains(storage.Log.Lines, line => line.StartsWith("Error: A key cannot be used", StringComparison.Ordinal) && line.Contains(keyFile));
    }

    [Fact]
    public async Task With_a_database_that_cannot_be_read_nothing_is_claimed()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());
        var whole = await File.ReadAllBytesAsync(storage.Database);
        await using (var file = File.OpenWrite(storage.Database))
        {
            await file.WriteAsync(new byte[whole.Length]);
        }

        storage.ForgetConnections();

        Assert.Null(await storage.Sessions.OpenAsync(code));
        Assert.True(await storage.Sessions.CannotTellAsync());
        Assert.Contains(storage.Log.Lines, line => line.StartsWith("Error: The database could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_of_a_newer_version_is_left_as_it_is()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());
        await using (var context = storage.Context())
        {
            var row = await context.SealedSessions.SingleAsync();
            var key = storage.Keys.For(row.ForgottenAfter);
            var packed = key.Open(code, row.Blob)!;
            packed[0]++;
            row.Blob = key.Seal(code, packed);
            await context.SaveChangesAsync();
        }

        var before = Assert.Single(await storage.RowsAsync()).Blob;
        var saved = await storage.Sessions.SaveAsync(code, TestData.Round());

        Assert.Equal(new NotSaved(NotSavedReason.Failed), saved);
        Assert.Equal(before, Assert.Single(await storage.RowsAsync()).Blob);
        Assert.Null(await storage.Sessions.OpenAsync(code));
    }

    [Fact]
    public async Task Saving_opening_and_forgetting_leave_no_line_in_any_log()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        var before = storage.Log.Lines;

        await storage.Sessions.SaveAsync(code, TestData.Round());
        await storage.Sessions.OpenAsync(code);
        await storage.Sessions.OpenAsync(ReturnCode.Draw());
        await storage.Sessions.ForgetAsync(code);

        Assert.Equal(before, storage.Log.Lines);
        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        Assert.NotEqual(before, storage.Log.Lines); // something would have been seen
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        public int Count { get; private set; }

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result)
        {
            Count++;
            return result;
        }
    }
}
