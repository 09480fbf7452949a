using System.Globalization;
using System.Text;

namespace TenkTanken.Data;

/// <summary>Keeps a server whose clock is wrong from destroying every session there is.</summary>
/// <remarks>
/// <para>
/// The file <c>last-day</c> in the key folder has the last day the site ran. A clock more than a week later is doubted, and so is any where there are
/// keys and no such day. It is trusted after all when the site has run for a day with it: the site may simply have been off. That day is counted in the
/// site's own running time, summed over its starts, and not by the clock that is doubted: two wrong ones may be far apart. Sessions that are due
/// by a doubted clock cannot be opened; they are only not deleted yet.
/// </para>
/// <para>
/// A clock from before the last day is never trusted: time does not go back. Until it has caught up it is that day here, so that nothing is saved for a
/// month that will be over at once when the clock is right.
/// </para>
/// </remarks>
internal sealed class TrustedClock(KeyFolders folders, TimeProvider time)
{
    private const string Day = "yyyy-MM-dd";
    private const string NoDay = "no day";
    private const int LongestPause = 7;
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromDays(1);

    private readonly string _path = Path.Combine(folders.Folder, "last-day");
    private long? _lastAsked;

    /// <summary>As a number of days, to be read while it is written. Not before the first day: it is not read yet.</summary>
    private int _lastDay = -1;

    /// <summary>The day sessions are saved and opened on.</summary>
    public DateOnly Today()
    {
        if (_lastDay < 0)
        {
            _lastDay = (DayIn(Read()) ?? DateOnly.MinValue).DayNumber;
        }

        var today = Calendar.Today(time);

        return today.DayNumber < _lastDay ? DateOnly.FromDayNumber(_lastDay) : today;
    }

    /// <summary>To be asked at start and every hour: what passes in between is what the site has run.</summary>
    public ClockDoubt Doubt()
    {
        var today = Calendar.Today(time);
        var since = _lastAsked is { } last ? time.GetElapsedTime(last) : TimeSpan.Zero;
        _lastAsked = time.GetTimestamp();
        var lines = Read();
        var lastDay = DayIn(lines);
        _lastDay = (lastDay ?? DateOnly.MinValue).DayNumber;

        // Set right by some minutes at midnight, it may say yesterday.
        if (lastDay is not null && today < lastDay.Value.AddDays(-1))
        {
            return ClockDoubt.Earlier;
        }

        var isDoubted = lastDay is null ? folders.All.Any(folder => MonthKeys.In(folder).Any()) : today > lastDay.Value.AddDays(LongestPause);
        var doubted = isDoubted ? MinutesIn(lines.ElementAtOrDefault(1)) + since : TimeSpan.Zero;
        if (isDoubted && doubted < LongestDoubt)
        {
            Write(lines, [lastDay is null ? NoDay : lines[0], string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(doubted.TotalMinutes)}")]);

            return ClockDoubt.Later;
        }

        if (lastDay is null || today > lastDay)
        {
            Write(lines, [today.ToString(Day, CultureInfo.InvariantCulture)]);
            _lastDay = today.DayNumber;
        }

        return ClockDoubt.None;
    }

    private string[] Read() => File.Exists(_path) ? File.ReadAllLines(_path) : [];

    private static DateOnly? DayIn(string[] lines) =>
        DateOnly.TryParseExact(lines.ElementAtOrDefault(0), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

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

internal enum ClockDoubt
{
    None,

    /// <summary>Later than it can be by what is known, or nothing is known. Over when the site has run for a day.</summary>
    Later,

    /// <summary>Earlier than it has been. Over when the clock is set right, or the file with the last day is taken away.</summary>
    Earlier,
}
