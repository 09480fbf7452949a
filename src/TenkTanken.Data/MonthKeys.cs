using System.Globalization;
using System.Security.Cryptography;

namespace TenkTanken.Data;

/// <summary>
/// The key folder: one file of 32 random bytes per month of forgetting, <c>yyyy-MM.key</c>. A key that was made by a wrong clock and brought back to a
/// month lies beside it, <c>yyyy-MM.from-yyyy-MM.key</c>; see <see cref="MonthsAhead"/>.
/// </summary>
/// <remarks>
/// Read anew each time: several processes may share the folder, and a key that is destroyed is then destroyed for all. All
/// folders are looked into each time too: somebody may move keys from one to another, and a month must not get a second key then.
/// </remarks>
internal sealed class MonthKeys(KeyFolders folders)
{
    private const string Extension = ".key";
    private const string MonthFormat = "yyyy-MM";
    private const string BroughtBack = ".from-";

    /// <summary>The key for sessions forgotten after that day. Created when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged. It is left as it is.</exception>
    public MonthKey For(DateOnly forgottenAfter)
    {
        while (true)
        {
            if (Of(forgottenAfter) is [var key, ..])
            {
                return key;
            }

            // Whoever comes first has made the key of everybody, so what was drawn here is not used but read back.
            PrivateFiles.CreateOnce(PathOf(NameOf(forgottenAfter)), RandomNumberGenerator.GetBytes(MonthKey.SecretLength));
        }
    }

    /// <summary>The keys whose sessions are not yet due, latest first. Creates nothing. A month has several where there are several files of it.</summary>
    /// <exception cref="InvalidDataException">A file is damaged. It is left as it is.</exception>
    public IReadOnlyList<MonthKey> Living(DateOnly today) => Keys(month => month >= today, SecretIn);

    /// <summary>The same, without those that cannot be read just now. Empty where the folder is gone.</summary>
    public IReadOnlyList<MonthKey> Readable(DateOnly today)
    {
        try
        {
            return Keys(month => month >= today, path => FaultOf(path) is null ? SecretIn(path) : null);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            return [];
        }
    }

    /// <summary>Every key there still is, latest first.</summary>
    /// <exception cref="InvalidDataException">A file is damaged. It is left as it is.</exception>
    public IReadOnlyList<MonthKey> All() => Living(DateOnly.MinValue);

    /// <summary>The keys of the month, first of all the one in the folder where new ones are made; empty when there is none. Creates nothing.</summary>
    /// <exception cref="InvalidDataException">A file is damaged. It is left as it is.</exception>
    public IReadOnlyList<MonthKey> Of(DateOnly forgottenAfter) => Keys(month => month == forgottenAfter, SecretIn);

    /// <summary>Lets the keys of a month open what is brought back to another.</summary>
    public void BringBack(DateOnly from, DateOnly to)
    {
        foreach (var key in Of(from))
        {
            PrivateFiles.CreateOnce(PathOf($"{NameOf(to)}{BroughtBack}{NameOf(from)}"), key.Secret);
        }
    }

    /// <summary>Overwrites and deletes the keys of months that are over.</summary>
    public void DestroyBefore(DateOnly today) => Destroy(month => month < today);

    /// <summary>Overwrites and deletes the keys of the month.</summary>
    public void Destroy(DateOnly forgottenAfter) => Destroy(month => month == forgottenAfter);

    /// <summary>What is wrong with the files, in words for the one who runs the site.</summary>
    public IEnumerable<string> Faults() => Files().Select(file => FaultOf(file.Path) ?? PrivateFiles.Protect(file.Path)).OfType<string>();

    /// <summary>The key files in the folder, each with its month. None where there is no such folder.</summary>
    internal static IEnumerable<(string Path, DateOnly Month)> In(string folder) =>
        KeyFolders.FilesIn(folder, "*" + Extension)
            .Select(path => (path, Month: MonthOf(Path.GetFileNameWithoutExtension(path))))
            .Where(file => file.Month is not null)
            .Select(file => (file.path, file.Month!.Value));

    private MonthKey[] Keys(Func<DateOnly, bool> isWanted, Func<string, byte[]?> secretIn) =>
        [.. Files()
            .Where(file => isWanted(file.Month))
            .OrderByDescending(file => file.Month)
            .Select(file => (file.Month, Secret: secretIn(file.Path)))
            .Where(key => key.Secret is not null)
            .Select(key => new MonthKey(key.Month, key.Secret!))
            .DistinctBy(key => (key.ForgottenAfter, Convert.ToHexString(key.Secret)))];

    private void Destroy(Func<DateOnly, bool> isOver)
    {
        foreach (var (path, _) in Files().Where(file => isOver(file.Month)).ToList())
        {
            PrivateFiles.Destroy(path);
        }
    }

    private static bool IsFault(Exception exception) => exception is IOException or InvalidDataException or UnauthorizedAccessException;

    private static string? FaultOf(string path)
    {
        try
        {
            SecretIn(path);
            return null;
        }
        catch (Exception exception) when (IsFault(exception))
        {
            return exception.Message;
        }
    }

    /// <summary>Null when it was destroyed a moment ago.</summary>
    private static byte[]? SecretIn(string path)
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
    }

    /// <summary>First those in the folder where new ones are made; in a folder, first those that were made for their month.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder of the keys is gone: that is not the same as having none.</exception>
    private IEnumerable<(string Path, DateOnly Month)> Files()
    {
        if (!Directory.Exists(folders.Folder))
        {
            throw new DirectoryNotFoundException($"The folder {folders.Folder} with the keys is gone.");
        }

        return folders.All.SelectMany(folder => In(folder).OrderBy(file => file.Path.Length));
    }

    private string PathOf(string name) => Path.Combine(folders.Folder, name + Extension);

    private static string NameOf(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    private static DateOnly? MonthOf(string name) =>
        DateOnly.TryParseExact(name.Split(BroughtBack)[0], MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var firstDay)
            ? Calendar.LastDayOfMonth(firstDay)
            : null;
}
