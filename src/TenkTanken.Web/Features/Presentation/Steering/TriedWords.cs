using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>
/// Slows down the trying of words, for everybody together. Four words are quickly typed, and so there are not many of them: while too
/// many are tried, none is looked at, also not one that is right. At this pace half an hour is enough for one in ten thousand.
/// </summary>
public sealed class TriedWords(TimeProvider time)
{
    // A hall that types the old words all at once is let through; a program is not.
    private readonly TokenBucket _bucket = new(atOnce: 200, perSecond: 10, time);

    /// <summary>False when there have been too many.</summary>
    public bool Allow() => _bucket.TryTake();
}
