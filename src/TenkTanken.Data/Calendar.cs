namespace TenkTanken.Data;

/// <summary>The days that matter here, in UTC: the same for every server, and no hour of them comes twice.</summary>
internal static class Calendar
{
    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    /// <summary>What is saved today is kept until the end of next month, so the day tells the month of saving and no more.</summary>
    public static DateOnly ForgottenAfter(DateOnly today) => LastDayOfMonth(today.AddMonths(1));

    public static DateOnly LastDayOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
