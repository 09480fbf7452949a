using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace TenkTanken.Endurance.Running;

/// <summary>Where the rows of codes lie in a database.</summary>
internal static class StoredRows
{
    private const int PageSize = 4096;
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

    /// <summary>For each code, in their order, the place in the file where its row begins and the place where it goes on (bytes).</summary>
    /// <remarks>
    /// https://www.sqlite.org/fileformat2.html: a row without a row id lies in an index page; what does not fit goes on in a page of its own.
    /// </remarks>
    public static (long[] Rows, long[] Blobs) PlacesOf(Folders folders, IReadOnlyList<string> codes)
    {
        var secret = SecretIn(folders);
        var at = new Dictionary<ulong, int>(codes.Count);
        for (var i = 0; i < codes.Count; i++)
        {
            at[BinaryPrimitives.ReadUInt64BigEndian(LookupOf(secret, codes[i]))] = i;
        }

        var (rows, blobs) = (new long[codes.Count], new long[codes.Count]);
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
                if (Lookup(page, cell) is not var (lookup, more) || !at.TryGetValue(lookup, out var row))
                {
                    continue;
                }

                (rows[row], blobs[row]) = (start + cell, (long)(more - 1) * PageSize);
            }
        }

        return (rows, blobs);
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

    /// <summary>The first bytes of what a row is found by, and the page where it goes on; null for what is no session.</summary>
    private static (ulong Lookup, uint More)? Lookup(byte[] page, int cell)
    {
        if (cell + 8 > PageSize)
        {
            return null;
        }

        var (size, at) = Number(page, cell);
        var (header, types) = Number(page, at);
        var local = LocalLength((int)size);
        var end = at + local;
        if (page[types] != LookupType || end + 4 > PageSize || local == size)
        {
            return null;
        }

        return (BinaryPrimitives.ReadUInt64BigEndian(page.AsSpan(at + (int)header)), BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(end)));
    }

    private static int LocalLength(int size)
    {
        const int most = ((PageSize - 12) * 64 / 255) - 23;
        const int least = ((PageSize - 12) * 32 / 255) - 23;
        var some = least + ((size - least) % (PageSize - 4));

        return size <= most ? size : some <= most ? some : least;
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
