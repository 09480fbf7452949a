using System.Globalization;
using System.Text;

namespace TenkTanken.Data;

/// <summary>Keeps a server whose clock is wrong from destroying every session there is.</summary>
/// <remarks>
/// The file <c>last-day</c> in the key folder has the last day the site ran. A clock more than a week later is doubted, and so is any where there are
/// keys and no such day. It is trusted after all when the site has run for a day with it: the site may simply have been off. That day is counted in the
/// site's own running time, summed over its starts, and not by the clock that is doubted: two wrong ones may be far apart. Sessions that are due
/// by a doubted clock cannot be opened; they are only not deleted yet.
/// </remarks>
internal sealed class TrustedClock(KeyFolders folders, TimeProvider time)
{
    private const string Day = "yyyy-MM-dd";
    private const string NoDay = "no day";
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromDays(1);

    private readonly string _path = Path.Combine(folders.Folder, "last-day");
    private long? _lastAsked;

    /// <summary>To be asked at start and every hour: what passes in between is what the site has run.</summary>
    public bool IsTrusted()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var since = _lastAsked is { } last ? time.GetElapsedTime(last) : TimeSpan.Zero;
        _lastAsked = time.GetTimestamp();
        string[] lines = File.Exists(_path) ? File.ReadAllLines(_path) : [];
        var hasDay = DateTime.TryParseExact(lines.ElementAtOrDefault(0), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var lastDay);
        var isDoubted = hasDay ? now - lastDay > LongestPause : folders.All.Any(folder => MonthKeys.In(folder).Any());
        var doubted = isDoubted ? MinutesIn(lines.ElementAtOrDefault(1)) + since : TimeSpan.Zero;
        if (!isDoubted || doubted >= LongestDoubt)
        {
            Write(lines, [now.ToString(Day, CultureInfo.InvariantCulture)]);
            return true;
        }

        Write(lines, [hasDay ? lines[0] : NoDay, string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(doubted.TotalMinutes)}")]);
        return false;
    }

    /// <summary>How long the site has run with a doubted clock. What an earlier version wrote there, a moment, counts as nothing.</summary>
    private static TimeSpan MinutesIn(string? line) =>
        int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : TimeSpan.Zero;

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
