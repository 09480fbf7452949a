using System.Threading.RateLimiting;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>
/// Slows down the guessing of codes, for everybody together: a hospital is one address, so addresses are not even
/// looked at. A code that is right is never held back, whoever is guessing meanwhile.
/// </summary>
public sealed class FailedLookUps : IDisposable
{
    // 20 a second sustained, 100 at once: far above what people mistype, far below what finds one of 2^75 codes.
    private readonly TokenBucketRateLimiter _limiter = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = 100,
        TokensPerPeriod = 20,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    /// <summary>False when there have been too many.</summary>
    public bool Allow() => _limiter.AttemptAcquire().IsAcquired;

    public void Dispose() => _limiter.Dispose();
}
