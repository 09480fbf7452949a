using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace TenkTanken.Data;

/// <summary>
/// Whether the file a connection has open still is the one at its path. A file that is deleted, moved or replaced under the running site
/// stays open and takes every write, and nobody finds them again after the next start.
/// </summary>
internal static partial class MovedFile
{
    // https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    private const int HasMoved = 20;
    private const int Ok = 0;

    /// <param name="connection">Open.</param>
    /// <returns>False too where SQLite cannot tell: on Windows an open file can be neither deleted nor replaced.</returns>
    public static bool IsUnder(SqliteConnection connection) =>
        FileControl(connection.Handle!.DangerousGetHandle(), "main", HasMoved, out var moved) == Ok && moved != 0;

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileControl(nint database, string name, int operation, out int answer);
}
