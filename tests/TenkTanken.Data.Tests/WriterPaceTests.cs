using Microsoft.Data.Sqlite;
using Xunit;

namespace TenkTanken.Data.Tests;

public sealed class WriterPaceTests
{
    [Fact]
    public async Task A_writer_that_empties_the_log_first_tells_nobody_before()
    {
        await using var notes = await TestNotes.StartAsync(emptiesLogFirst: true);

        var writing = WriteAsync(notes, "kept", stopsBeforeEmptying: true);
        notes.Emptying.WaitUntilReached();
        var (told, onDisk) = (writing.IsCompleted, notes.Texts());
        notes.Emptying.Open();

        Assert.False(told);
        Assert.Equal(["kept"], onDisk);
        Assert.Equal(WriteEnd.Written, (await writing.WaitAsync(TestStorage.HangsAfter)).End);
        Assert.Empty(notes.LogBytes());
    }

    [Fact]
    public async Task A_writer_that_tells_first_tells_what_is_on_disk_and_empties_the_log_then()
    {
        await using var notes = await TestNotes.StartAsync();

        var outcome = await WriteAsync(notes, "kept", stopsBeforeEmptying: true).WaitAsync(TestStorage.HangsAfter);
        notes.Emptying.WaitUntilReached();
        var (log, onDisk) = (notes.LogBytes(), notes.Texts());
        notes.Emptying.Open();
        await UntilAsync(() => notes.LogLength == 0);

        Assert.Equal(WriteEnd.Written, outcome.End);
        Assert.Equal(["kept"], onDisk);
        Assert.True(log.Has("kept"u8.ToArray()));
    }

    [Fact]
    public async Task Then_the_log_is_emptied_at_most_once_a_second()
    {
        await using var notes = await TestNotes.StartAsync();
        await notes.WriteAsync("first");
        await UntilAsync(() => notes.LogLength == 0);

        await notes.WriteAsync("second");
        var afterSecond = notes.LogLength;
        notes.Time.Advance(TimeSpan.FromMilliseconds(999));
        await notes.WriteAsync("third"); // so the writer is done with the second, and with emptying after it
        var afterThird = notes.LogLength;
        await UntilAsync(() =>
        {
            // The writer may look at the clock just before, and begin to wait just after.
            notes.Time.Advance(TimeSpan.FromMilliseconds(1));
            return notes.LogLength == 0;
        });

        Assert.InRange(afterSecond, 1, afterThird - 1); // it has grown
        Assert.Equal(["first", "second", "third"], notes.Texts());
    }

    [Fact]
    public async Task While_writes_never_stop_coming_the_log_is_emptied_between_them()
    {
        await using var notes = await TestNotes.StartAsync();
        var second = Task.FromResult(new WriteOutcome<long>(WriteEnd.Failed));

        // The second is in the queue before the first is done, so the writer does not wait in between.
        var first = await notes.Writer.WriteAsync(
            context =>
            {
                second = notes.Writer.WriteAsync(_ => notes.LogLength, CancellationToken.None);
                return TestNotes.Add(context, "first");
            },
            CancellationToken.None).WaitAsync(TestStorage.HangsAfter);

        Assert.Equal(WriteEnd.Written, first.End);
        Assert.Equal(new(WriteEnd.Written, 0L), await second.WaitAsync(TestStorage.HangsAfter));
    }

    [Fact]
    public async Task While_somebody_reads_it_goes_on_telling_and_empties_the_log_soon_after()
    {
        await using var notes = await TestNotes.StartAsync();
        using var reader = notes.Foreigner();
        var reading = reader.BeginTransaction(deferred: true);
        Execute(reader, "SELECT count(*) FROM Note");

        foreach (var number in Enumerable.Range(1, 9))
        {
            await notes.WriteAsync($"note {number}");
            notes.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var whileReading = notes.LogBytes();
        reading.Dispose();
        await UntilAsync(() =>
        {
            notes.Time.Advance(TimeSpan.FromSeconds(1));
            return notes.LogLength == 0;
        });

        Assert.True(whileReading.Has("note 1"u8.ToArray()));
        Assert.Equal(9, notes.Texts().Count);
        Assert.Empty(notes.Log.Lines);
    }

    [Fact]
    public async Task What_is_deleted_and_tidied_is_gone_from_the_log_when_it_is_told_whatever_the_second()
    {
        await using var notes = await TestNotes.StartAsync();
        await notes.WriteAsync("first");
        await UntilAsync(() => notes.LogLength == 0);
        await notes.WriteAsync("second");
        var before = notes.LogBytes();

        var end = await notes.Kept.DeleteDueAsync(notes.Time.GetUtcNow(), CancellationToken.None).WaitAsync(TestStorage.HangsAfter);

        Assert.True(before.Has("second"u8.ToArray()));
        Assert.Equal(WriteEnd.Written, end);
        Assert.Empty(notes.LogBytes());
        Assert.False(notes.RawBytes().Has("second"u8.ToArray()));
    }

    [Fact]
    public async Task What_is_in_the_log_when_the_site_stops_is_emptied_out_of_it()
    {
        await using var notes = await TestNotes.StartAsync();
        await notes.WriteAsync("first");
        await UntilAsync(() => notes.LogLength == 0);
        await notes.WriteAsync("second");
        var before = notes.LogBytes();

        await notes.Writer.StopAsync(CancellationToken.None);

        Assert.True(before.Has("second"u8.ToArray()));
        Assert.Empty(notes.LogBytes());
        Assert.Equal(["first", "second"], notes.Texts());
    }

    [Fact]
    public async Task The_queue_has_as_many_places_as_the_pace_says()
    {
        await using var notes = await TestNotes.StartAsync();

        await WriteAsync(notes, "first", stopsBeforeEmptying: true).WaitAsync(TestStorage.HangsAfter);
        notes.Emptying.WaitUntilReached();
        var waiting = Enumerable.Range(0, TestNotes.LongestQueue).Select(i => WriteAsync(notes, $"note {i}")).ToList();
        var tooMany = WriteAsync(notes, "too many");
        var toldAtOnce = tooMany.IsCompleted;
        notes.Emptying.Open();

        Assert.True(toldAtOnce);
        Assert.Equal(WriteEnd.Busy, (await tooMany).End);
        Assert.All(await Task.WhenAll(waiting), outcome => Assert.Equal(WriteEnd.Written, outcome.End));
    }

    [Fact]
    public async Task A_database_that_is_locked_keeps_no_other_from_writing()
    {
        await using var notes = await TestNotes.StartAsync();
        await using var storage = await TestStorage.StartAsync();
        using var foreigner = storage.Foreigner();
        var writing = foreigner.BeginTransaction();

        var save = storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        await notes.WriteAsync("meanwhile");
        var savedMeanwhile = save.IsCompleted;
        writing.Dispose();

        Assert.False(savedMeanwhile);
        Assert.IsType<Saved>(await save.WaitAsync(TestStorage.HangsAfter));
    }

    private static Task<WriteOutcome<int>> WriteAsync(TestNotes notes, string text, bool stopsBeforeEmptying = false) => notes.Writer.WriteAsync(
        context =>
        {
            if (stopsBeforeEmptying)
            {
                notes.Emptying.StopNext();
            }

            return TestNotes.Add(context, text);
        },
        CancellationToken.None);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Task UntilAsync(Func<bool> condition) => Task.Run(() => Assert.True(SpinWait.SpinUntil(condition, TestStorage.HangsAfter)));
}
