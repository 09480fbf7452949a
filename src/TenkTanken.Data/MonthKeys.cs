using System.Globalization;
using System.Security.Cryptography;

namespace TenkTanken.Data;

/// <summary>The key folder: one file of 32 random bytes per month of forgetting, <c>yyyy-MM.key</c>.</summary>
/// <remarks>
/// Read anew each time: several processes may share the folder, and a key that is destroyed is then destroyed for all.
/// </remarks>
internal sealed class MonthKeys(string folder)
{
    private const string Extension = ".key";

    /// <summary>The key for sessions forgotten after that day. Created when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged. It is left as it is.</exception>
    public MonthKey For(DateOnly forgottenAfter)
    {
        while (true)
        {
            if (Read(forgottenAfter) is { } key)
            {
                return key;
            }

            // Whoever comes first has made the key of everybody, so what was drawn here is not used but read back.
            PrivateFiles.CreateOnce(PathOf(forgottenAfter), RandomNumberGenerator.GetBytes(MonthKey.SecretLength));
        }
    }

    /// <summary>The keys whose sessions are not yet due, latest first. Creates nothing.</summary>
    /// <exception cref="InvalidDataException">A file is damaged. It is left as it is.</exception>
    public IReadOnlyList<MonthKey> Living(DateOnly today) => [.. Months().Where(month => month >= today).Select(Read).OfType<MonthKey>()];

    /// <summary>Every key there still is, latest first.</summary>
    /// <exception cref="InvalidDataException">A file is damaged. It is left as it is.</exception>
    public IReadOnlyList<MonthKey> All() => Living(DateOnly.MinValue);

    public bool Has(DateOnly forgottenAfter) => File.Exists(PathOf(forgottenAfter));

    /// <summary>Overwrites and deletes the keys of months that are over.</summary>
    public void DestroyBefore(DateOnly today)
    {
        foreach (var month in Months().Where(month => month < today))
        {
            PrivateFiles.Destroy(PathOf(month));
        }
    }

    /// <summary>What is wrong with the files, in words for the one who runs the site.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var month in Months())
        {
            var fault = PrivateFiles.Protect(PathOf(month));
            try
            {
                Read(month);
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

    private MonthKey? Read(DateOnly month)
    {
        var path = PathOf(month);
        try
        {
            var secret = File.ReadAllBytes(path);
            return secret.Length == MonthKey.SecretLength
                ? new(month, secret)
                : throw new InvalidDataException(
                    $"The key file {path} is damaged: it has {secret.Length} bytes and should have {MonthKey.SecretLength}. "
                    + "Put the right file back; without it the sessions of its month cannot be opened.");
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private IEnumerable<DateOnly> Months() =>
        Directory.EnumerateFiles(folder, "*" + Extension)
            .Select(path => MonthOf(Path.GetFileNameWithoutExtension(path)))
            .OfType<DateOnly>()
            .OrderDescending();

    private string PathOf(DateOnly month) => Path.Combine(folder, month.ToString("yyyy-MM", CultureInfo.InvariantCulture) + Extension);

    private static DateOnly? MonthOf(string name) =>
        DateOnly.TryParseExact(name, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var firstDay)
            ? Calendar.LastDayOfMonth(firstDay)
            : null;
}
