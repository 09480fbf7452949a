using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>Counts codes that open nothing, for everybody together. A right one is always looked at, so that nobody keeps a hall out.</summary>
public sealed class TriedCodes(TimeProvider time)
{
    // A hall that mistypes gets an answer each.
    private readonly TokenBucket _bucket = new(atOnce: 200, perSecond: 20, time);

    /// <summary>False when there have been too many wrong ones.</summary>
    public bool Allow() => _bucket.TryTake();
}
