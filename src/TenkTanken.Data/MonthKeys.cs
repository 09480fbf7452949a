using System.Globalization;
using System.Security.Cryptography;

namespace TenkTanken.Data;

/// <summary>The key folder: one file of 32 random bytes per month of forgetting, <c>yyyy-MM.key</c>.</summary>
/// <remarks>
/// Read anew each time: several processes may share the folder, and a key that is destroyed is then destroyed for all. All
/// folders are looked into each time too: somebody may move keys from one to another, and a month must not get a second key then.
/// </remarks>
internal sealed class MonthKeys(KeyFolders folders)
{
    private const string Extension = ".key";

    /// <summary>The key for sessions forgotten after that day. Created when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged. It is left as it is.</exception>
    public MonthKey For(DateOnly forgottenAfter)
    {
        while (true)
        {
            if (Read(forgottenAfter) is [var key, ..])
            {
                return key;
            }

            // Whoever comes first has made the key of everybody, so what was drawn here is not used but read back.
            PrivateFiles.CreateOnce(PathOf(folders.Folder, forgottenAfter), RandomNumberGenerator.GetBytes(MonthKey.SecretLength));
        }
    }

    /// <summary>The keys whose sessions are not yet due, latest first. Creates nothing. A month has two where two folders have one each.</summary>
    /// <exception cref="InvalidDataException">A file is damaged. It is left as it is.</exception>
    public IReadOnlyList<MonthKey> Living(DateOnly today) => [.. Months().Where(month => month >= today).SelectMany(Read)];

    /// <summary>Every key there still is, latest first.</summary>
    /// <exception cref="InvalidDataException">A file is damaged. It is left as it is.</exception>
    public IReadOnlyList<MonthKey> All() => Living(DateOnly.MinValue);

    /// <summary>The keys of the month, first of all the one in the folder where new ones are made; empty when there is none. Creates nothing.</summary>
    /// <exception cref="InvalidDataException">A file is damaged. It is left as it is.</exception>
    public IReadOnlyList<MonthKey> Of(DateOnly forgottenAfter) => Read(forgottenAfter);

    /// <summary>Overwrites and deletes the keys of months that are over.</summary>
    public void DestroyBefore(DateOnly today)
    {
        foreach (var (folder, month) in Places().Where(place => place.Month < today))
        {
            PrivateFiles.Destroy(PathOf(folder, month));
        }
    }

    /// <summary>What is wrong with the files, in words for the one who runs the site.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (folder, month) in Places())
        {
            var path = PathOf(folder, month);
            var fault = PrivateFiles.Protect(path);
            try
            {
                SecretIn(path);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                fault = exception.Message;
            }

            if (fault is not null)
            {
                yield return fault;
            }
        }
    }

    /// <summary>The months that have a key in the folder. None where there is no such folder.</summary>
    internal static IEnumerable<DateOnly> In(string folder) =>
        KeyFolders.FilesIn(folder, "*" + Extension).Select(path => MonthOf(Path.GetFileNameWithoutExtension(path))).OfType<DateOnly>();

    /// <summary>The key of the month, first of all the one in the folder where new ones are made; empty when there is none.</summary>
    private IReadOnlyList<MonthKey> Read(DateOnly month) =>
        [.. folders.All.Select(folder => SecretIn(PathOf(folder, month))).OfType<byte[]>()
            .DistinctBy(Convert.ToHexString)
            .Select(secret => new MonthKey(month, secret))];

    private byte[]? SecretIn(string path)
    {
        try
        {
            var secret = File.ReadAllBytes(path);
            return secret.Length == MonthKey.SecretLength
                ? secret
                : throw new InvalidDataException(
                    $"The key file {path} is damaged: it has {secret.Length} bytes and should have {MonthKey.SecretLength}. "
                    + "Put the right file back; without it the sessions of its month cannot be opened.");
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException) when (Path.GetDirectoryName(path) != folders.Folder)
        {
            return null;
        }
    }

    private IEnumerable<DateOnly> Months() => Places().Select(place => place.Month).Distinct().OrderDescending();

    /// <exception cref="DirectoryNotFoundException">The folder of the keys is gone: that is not the same as having none.</exception>
    private IEnumerable<(string Folder, DateOnly Month)> Places()
    {
        if (!Directory.Exists(folders.Folder))
        {
            throw new DirectoryNotFoundException($"The folder {folders.Folder} with the keys is gone.");
        }

        return folders.All.SelectMany(folder => In(folder).Select(month => (folder, month)));
    }

    private static string PathOf(string folder, DateOnly month) =>
        Path.Combine(folder, month.ToString("yyyy-MM", CultureInfo.InvariantCulture) + Extension);

    private static DateOnly? MonthOf(string name) =>
        DateOnly.TryParseExact(name, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var firstDay)
            ? Calendar.LastDayOfMonth(firstDay)
            : null;
}
