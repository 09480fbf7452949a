using System.Globalization;

namespace TenkTanken.Web.Features.Presentation;

internal static class LessonTime
{
    /// <summary>Minutes as one says them: a half is «½» in every language.</summary>
    public static string Say(decimal minutes)
    {
        var whole = decimal.Truncate(minutes);
        var half = minutes == whole ? "" : "½";

        return whole == 0 && half.Length > 0 ? half : string.Create(CultureInfo.InvariantCulture, $"{whole:0}{half}");
    }
}
