using Microsoft.Data.Sqlite;

namespace TenkTanken.Endurance.Running;

/// <summary>Another program than ours that has the write lock of a database, and says so.</summary>
internal static class HoldingProgram
{
    public static async Task<int> RunAsync(string database, TimeSpan time)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction(deferred: false);
        Console.WriteLine("held");
        await Task.Delay(time);
        await transaction.RollbackAsync();

        return 0;
    }
}
