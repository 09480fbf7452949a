using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

/// <summary>
/// Slows down the guessing of codes, for everybody together: a hospital is one address, so addresses are not even
/// looked at. A code that is right is never held back, whoever is guessing meanwhile.
/// </summary>
public sealed class FailedLookUps(TimeProvider time) : IDisposable
{
    // Far above what people mistype, far below what finds one of 2^75 codes.
    private readonly TokenBucket _bucket = new(atOnce: 100, perSecond: 20, time);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>False when there have been too many.</summary>
    public bool Allow() => _bucket.TryTake();

    /// <summary>Looks a code up. When too many have just failed, one after the other: the database is there for those who save, too.</summary>
    public async Task<T> LookUpAsync<T>(Func<Task<T>> lookUp)
    {
        if (!_bucket.IsEmpty)
        {
            return await lookUp();
        }

        await _turn.WaitAsync();
        try
        {
            return await lookUp();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
