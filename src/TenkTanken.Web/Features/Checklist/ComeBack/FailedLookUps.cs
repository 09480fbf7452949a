using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>
/// Slows down the guessing of codes, for everybody together: a hospital is one address, so addresses are not even
/// looked at. A code that is right is never held back, whoever is guessing meanwhile.
/// </summary>
public sealed class FailedLookUps(TimeProvider time)
{
    // Far above what people mistype, far below what finds one of 2^75 codes.
    private readonly TokenBucket _bucket = new(atOnce: 100, perSecond: 20, time);

    /// <summary>False when there have been too many.</summary>
    public bool Allow() => _bucket.TryTake();
}
