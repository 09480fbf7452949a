using System.Globalization;
using System.Text;

namespace TenkTanken.Data;

/// <summary>Keeps a server whose clock is wrong from destroying every session there is.</summary>
/// <remarks>
/// The file <c>last-day</c> in the key folder has the last day the site ran. A clock more than a week later is doubted, and
/// trusted after all when it has said so for a day: the site may simply have been off. Sessions that are due by a doubted
/// clock cannot be opened; they are only not deleted yet.
/// </remarks>
internal sealed class TrustedClock(string keyFolder, TimeProvider time)
{
    private const string Day = "yyyy-MM-dd";
    private const string Minute = "yyyy-MM-ddTHH:mm";
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromDays(1);

    private readonly string _path = Path.Combine(keyFolder, "last-day");

    public bool IsTrusted()
    {
        var now = time.GetUtcNow().UtcDateTime;
        string[] lines = File.Exists(_path) ? File.ReadAllLines(_path) : [];
        var doubtedSince = Read(lines.ElementAtOrDefault(1));
        if (Read(lines.ElementAtOrDefault(0)) is not { } lastDay || now - lastDay <= LongestPause || now - doubtedSince >= LongestDoubt)
        {
            Write(lines, [now.ToString(Day, CultureInfo.InvariantCulture)]);
            return true;
        }

        if (doubtedSince is null || doubtedSince > now)
        {
            Write(lines, [lines[0], now.ToString(Minute, CultureInfo.InvariantCulture)]);
        }

        return false;
    }

    private static DateTime? Read(string? line) =>
        DateTime.TryParseExact(line, [Day, Minute], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    private void Write(string[] before, string[] lines)
    {
        if (before.SequenceEqual(lines))
        {
            return;
        }

        try
        {
            PrivateFiles.Replace(_path, Encoding.ASCII.GetBytes(string.Join('\n', lines)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk must not keep the site from forgetting, which makes room.
        }
    }
}
