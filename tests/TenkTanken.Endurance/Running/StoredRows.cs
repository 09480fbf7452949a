using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace TenkTanken.Endurance.Running;

/// <summary>Where the rows of codes lie in a database.</summary>
internal static class StoredRows
{
    private const int PageSize = 65_536;
    private const byte Leaf = 0x0a;
    private const byte Interior = 0x02;

    /// <summary>A column of 32 bytes, as SQLite's file format numbers it: 12 + 2 × 32.</summary>
    private const int LookupType = 76;

    /// <summary>What a session is stored under: see <c>MonthKey.LookupOf</c>.</summary>
    public static byte[] LookupOf(byte[] secret, string code) =>
        HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes("lookup:" + code.Replace("-", "", StringComparison.Ordinal)));

    public static byte[] SecretIn(Folders folders) => File.ReadAllBytes(Directory.GetFiles(folders.Keys, "*.key").Single());

    /// <summary>Of how many codes what is stored is another or gone.</summary>
    public static int DamagedOf(Folders whole, Folders damaged, IEnumerable<string> codes)
    {
        var secret = SecretIn(whole);
        using var before = whole.Copy();

        return codes.Count(code => !Blob(before, LookupOf(secret, code)).AsSpan().SequenceEqual(Blob(damaged, LookupOf(secret, code))));
    }

    /// <summary>For each code, in their order, the place in the file where its row begins (bytes); 0 for what is not there.</summary>
    /// <remarks>
    /// https://www.sqlite.org/fileformat2.html: a row without a row id lies in an index page, which has room for it.
    /// </remarks>
    public static long[] PlacesOf(Folders folders, IReadOnlyList<string> codes)
    {
        var secret = SecretIn(folders);
        var at = new Dictionary<ulong, int>(codes.Count);
        for (var i = 0; i < codes.Count; i++)
        {
            at[BinaryPrimitives.ReadUInt64BigEndian(LookupOf(secret, codes[i]))] = i;
        }

        var places = new long[codes.Count];
        using var file = new FileStream(folders.Database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 20);
        var page = new byte[PageSize];
        for (long start = 0; file.ReadAtLeast(page, PageSize, throwOnEndOfStream: false) == PageSize; start += PageSize)
        {
            var begin = start == 0 ? 100 : 0;
            if (page[begin] is not (Leaf or Interior))
            {
                continue;
            }

            var (cells, head) = (BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(begin + 3)), begin + (page[begin] == Leaf ? 8 : 12));
            for (var i = 0; i < cells && head + (2 * i) + 1 < PageSize; i++)
            {
                var cell = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(head + (2 * i))) + (page[begin] == Leaf ? 0 : 4);
                if (Lookup(page, cell) is { } lookup && at.TryGetValue(lookup, out var row))
                {
                    places[row] = start + cell;
                }
            }
        }

        return places;
    }

    /// <summary>Spearman's: near 0, and the place tells nothing of the order.</summary>
    public static double RankCorrelation(long[] places)
    {
        var order = Enumerable.Range(0, places.Length).ToArray();
        Array.Sort(places.ToArray(), order);
        var rank = new double[places.Length];
        for (var i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        var n = (double)places.Length;
        var differences = 0.0;
        for (var i = 0; i < rank.Length; i++)
        {
            differences += (rank[i] - i) * (rank[i] - i);
        }

        return 1 - (6 * differences / (n * ((n * n) - 1)));
    }

    /// <summary>The first bytes of what a row is found by; null for what is no session.</summary>
    private static ulong? Lookup(byte[] page, int cell)
    {
        if (cell + 8 > PageSize)
        {
            return null;
        }

        var (size, at) = Number(page, cell);
        var (header, types) = Number(page, at);

        return page[types] != LookupType || at + size > PageSize ? null : BinaryPrimitives.ReadUInt64BigEndian(page.AsSpan(at + (int)header));
    }

    private static (long Value, int Next) Number(byte[] page, int at)
    {
        long value = 0;
        while (at < PageSize - 1)
        {
            var one = page[at++];
            value = (value << 7) | (one & 0x7fL);
            if (one < 0x80)
            {
                break;
            }
        }

        return (value, at);
    }

    private static byte[] Blob(Folders folders, byte[] lookup)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folders.Database, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT Blob FROM SealedSession WHERE Lookup = $lookup";
            command.Parameters.AddWithValue("$lookup", lookup);

            return command.ExecuteScalar() as byte[] ?? [];
        }
        catch (SqliteException)
        {
            return [];
        }
    }
}
