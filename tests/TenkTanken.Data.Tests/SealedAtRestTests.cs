using Microsoft.Data.Sqlite;
using Xunit;

namespace TenkTanken.Data.Tests;

public sealed class SealedAtRestTests
{
    private const int Sessions = 200;

    [Fact]
    public async Task No_answer_and_no_code_is_on_the_disk_in_any_encoding()
    {
        await using var storage = await TestStorage.StartAsync();
        var codes = Enumerable.Range(0, Sessions).Select(_ => ReturnCode.Draw()).ToList();
        var words = (string[])
        [
            "2026-autumn", "fear-or-stress", "talk-alone",
            .. codes.SelectMany(code => new[] { code.Show(), code.Show().Replace("-", ""), code.Show().ToLowerInvariant() })
        ];

        // As long as somebody reads what was there before, the log cannot be emptied: so it is searched too.
        using var reader = storage.Foreigner();
        using var reading = reader.BeginTransaction(deferred: true);
        Run(reader, "SELECT count(*) FROM SealedSession");
        await Task.WhenAll(codes.Select(code => storage.Sessions.SaveAsync(code, TestData.Round("fear-or-stress"))));
        var raw = storage.RawBytes();

        Assert.True(new FileInfo(storage.Database + "-wal").Length > Sessions * MonthKey.SealedLength);
        Assert.Equal(Sessions, (await storage.RowsAsync()).Count(row => raw.Has(row.Lookup)));
        Assert.DoesNotContain(words, word => TestData.Encodings(word).Any(raw.Has));
    }

    [Fact]
    public async Task The_search_would_find_every_word()
    {
        await using var storage = await TestStorage.StartAsync();
        var words = (string[])["2026-autumn", "fear-or-stress", "talk-alone", ReturnCode.Draw().Show()];
        using var careless = storage.Foreigner();
        Run(careless, "CREATE TABLE Careless(Words BLOB)");
        foreach (var encoded in words.SelectMany(TestData.Encodings))
        {
            using var insert = careless.CreateCommand();
            insert.CommandText = "INSERT INTO Careless VALUES ($words)";
            insert.Parameters.AddWithValue("$words", encoded);
            insert.ExecuteNonQuery();
        }

        var raw = storage.RawBytes();

        Assert.All(words, word => Assert.All(TestData.Encodings(word), encoded => Assert.True(raw.Has(encoded))));
    }

    [Fact]
    public async Task With_the_database_and_the_keys_and_no_code_nothing_opens()
    {
        await using var storage = await TestStorage.StartAsync();
        var codes = Enumerable.Range(0, Sessions).Select(_ => ReturnCode.Draw()).ToList();
        await Task.WhenAll(codes.Select(code => storage.Sessions.SaveAsync(code, TestData.Round("fear-or-stress"))));
        var blobs = (await storage.RowsAsync()).ToDictionary(row => Convert.ToHexString(row.Lookup), row => row.Blob);
        var key = Assert.Single(storage.Keys.All());
        string LookupOf(ReturnCode code) => Convert.ToHexString(key.LookupOf(code));

        var guesses = Enumerable.Range(0, 20).Select(_ => ReturnCode.Draw()).ToList();

        Assert.DoesNotContain(guesses, guess => blobs.ContainsKey(LookupOf(guess)));
        Assert.DoesNotContain(guesses, guess => blobs.Values.Any(blob => key.Open(guess, blob) is not null));
        Assert.All(codes, code => Assert.NotNull(key.Open(code, blobs[LookupOf(code)])));
    }

    [Fact]
    public async Task A_code_and_the_database_without_the_key_of_the_month_open_nothing()
    {
        await using var storage = await TestStorage.StartAsync();
        var code = ReturnCode.Draw();
        await storage.Sessions.SaveAsync(code, TestData.Round());
        var january = storage.Keys.For(new(2027, 1, 31));
        var december = storage.Keys.For(new(2026, 12, 31));

        var row = Assert.Single(await storage.RowsAsync());

        Assert.Null(january.Open(code, row.Blob));
        Assert.NotEqual(row.Lookup, january.LookupOf(code));
        Assert.NotNull(december.Open(code, row.Blob));
    }

    [Fact]
    public async Task The_same_round_sealed_twice_is_not_the_same_bytes()
    {
        await using var storage = await TestStorage.StartAsync();
        var (code, packed) = (ReturnCode.Draw(), PackedSession.Pack(new([TestData.Round()]))!);
        var key = storage.Keys.For(new(2026, 12, 31));

        var first = key.Seal(code, packed);
        var second = key.Seal(code, packed);

        Assert.NotEqual(first, second);
        Assert.NotEqual(first[..12], second[..12]);
        Assert.Equal(key.Open(code, first), key.Open(code, second));
    }

    [Fact]
    public async Task Rows_cannot_be_told_apart_by_length_or_day()
    {
        await using var storage = await TestStorage.StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        storage.Time.SetUtcNow(TestStorage.At(2026, 11, 30));
        var full = ReturnCode.Draw();
        for (var i = 0; i < Session.MaxRounds; i++)
        {
            await storage.Sessions.SaveAsync(full, TestData.FullestRound($"edition-{i % 3}"));
        }

        var rows = await storage.RowsAsync();

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((32, 4124), (row.Lookup.Length, row.Blob.Length)));
        Assert.Single(rows.Select(row => row.ForgottenAfter).Distinct());
    }

    [Theory]
    [InlineData("length(Lookup) = 32", "zeroblob(33), zeroblob(4124), '2026-12-31'")]
    [InlineData("length(Blob) = 4124", "zeroblob(32), zeroblob(4123), '2026-12-31'")]
    [InlineData("the day is the last of a month", "zeroblob(32), zeroblob(4124), '2026-12-30'")]
    [InlineData("the day is a day", "zeroblob(32), zeroblob(4124), '2026-12-31 13:45'")]
    public async Task The_database_itself_refuses_what_would_tell_rows_apart(string rule, string values)
    {
        await using var storage = await TestStorage.StartAsync();
        using var foreigner = storage.Foreigner();
        Run(foreigner, "INSERT INTO SealedSession VALUES (zeroblob(32), zeroblob(4124), '2026-12-31'); DELETE FROM SealedSession");

        var refusal = Assert.Throws<SqliteException>(() => Run(foreigner, $"INSERT INTO SealedSession VALUES ({values})"));

        Assert.True(refusal.Message.Contains("CHECK"), rule);
    }

    [Fact]
    [Trait(Property.Name, "P7")]
    public async Task The_place_in_the_file_says_next_to_nothing_of_the_order_of_saving_and_after_an_hour_nothing()
    {
        const int count = 2_000;
        await using var storage = await TestStorage.StartAsync();
        storage.HasRunToday();
        var key = storage.Keys.For(new(2026, 12, 31));
        var codes = Enumerable.Range(0, count).Select(_ => ReturnCode.Draw()).ToList();
        foreach (var some in codes.Chunk(500))
        {
            await Task.WhenAll(some.Select(code => storage.Sessions.SaveAsync(code, TestData.Round())));
        }

        var rows = (await storage.RowsAsync()).ToDictionary(row => Convert.ToHexString(row.Lookup));
        var inOrderOfSaving = codes.Select(code => rows[Convert.ToHexString(key.LookupOf(code))]).ToList();

        var saved = RankCorrelation(PlacesIn(storage.Database, inOrderOfSaving));
        await storage.Forgetting.ForgetWhatIsDueAsync(CancellationToken.None);
        var afterTidying = PlacesIn(storage.Database, inOrderOfSaving);
        var theOtherWayRound = Saved(storage, [.. Enumerable.Reverse(inOrderOfSaving)], 65_536);
        Tidy(theOtherWayRound);

        // Chance alone gives 0.022 to as many; the pages give 0.03.
        Assert.InRange(Math.Abs(saved), 0, 0.15);
        Assert.Equal(afterTidying, PlacesIn(theOtherWayRound, inOrderOfSaving));
        Assert.InRange(RankCorrelation(PlacesIn(Saved(storage, inOrderOfSaving, 4_096), inOrderOfSaving)), 0.99, 1);
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_gets_pages_in_which_a_session_has_room()
    {
        await using var storage = await TestStorage.StartAsync();
        await storage.Sessions.SaveAsync(ReturnCode.Draw(), TestData.Round());
        var row = Assert.Single(await storage.RowsAsync());
        await storage.StopAsync();
        File.Move(Saved(storage, [row], 4_096), storage.Database, overwrite: true);
        Assert.Equal(4_096, PageSize(storage));

        await using var restarted = await storage.RestartAsync(storage.Time.GetUtcNow());

        Assert.Equal(65_536, PageSize(restarted));
        Assert.Equal(row.Blob, Assert.Single(await restarted.RowsAsync()).Blob);
    }

    /// <summary>Another database with these rows, saved in this order in pages of so many bytes.</summary>
    private static string Saved(TestStorage storage, IReadOnlyList<SealedSession> rows, int pageSize)
    {
        var path = Path.Combine(storage.Folder.Path, $"{pageSize}.db");
        using (var foreigner = storage.Foreigner())
        {
            Run(foreigner, $"VACUUM INTO '{path}'");
        }

        using var connection = Foreigner(path);
        Run(connection, $"DELETE FROM SealedSession; PRAGMA page_size = {pageSize}; VACUUM");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO SealedSession VALUES ($lookup, $blob, '2026-12-31')";
        foreach (var row in rows)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$lookup", row.Lookup);
            insert.Parameters.AddWithValue("$blob", row.Blob);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();

        return path;
    }

    private static void Tidy(string path)
    {
        using var connection = Foreigner(path);
        Run(connection, "VACUUM");
    }

    private static SqliteConnection Foreigner(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();

        // As ours: the same bytes do not stay behind in a page they were moved from.
        Run(connection, "PRAGMA secure_delete = ON");

        return connection;
    }

    private static long PageSize(TestStorage storage)
    {
        using var foreigner = storage.Foreigner();
        using var command = foreigner.CreateCommand();
        command.CommandText = "PRAGMA page_size";

        return (long)command.ExecuteScalar()!;
    }

    private static List<int> PlacesIn(string database, IEnumerable<SealedSession> rows)
    {
        var file = File.ReadAllBytes(database);
        var places = rows.Select(row => file.AsSpan().IndexOf(row.Blob.AsSpan(^32..))).ToList();
        Assert.DoesNotContain(-1, places);

        return places;
    }

    /// <summary>Spearman's, between where they stand in the list and how large they are: 1 where they grow.</summary>
    private static double RankCorrelation(List<int> places)
    {
        var ranks = places.Order().Select((place, rank) => (place, rank)).ToDictionary(each => each.place, each => (double)each.rank);
        var squares = places.Select((place, order) => Math.Pow(ranks[place] - order, 2)).Sum();

        return 1 - (6 * squares / (Math.Pow(places.Count, 3) - places.Count));
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
