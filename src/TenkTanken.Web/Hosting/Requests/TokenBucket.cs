namespace TenkTanken.Web.Hosting.Requests;

/// <summary>
/// Lets so much through at once, and so much a second. As System.Threading.RateLimiting does, which reads the machine's clock
/// and no other, so that nobody could try what becomes of it in time.
/// </summary>
public sealed class TokenBucket(int atOnce, int perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _tokens = atOnce;
    private long _filled = time.GetTimestamp();

    /// <summary>Whether there has been too much.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                Fill();

                return _tokens < 1;
            }
        }
    }

    /// <summary>False when there has been too much.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            Fill();
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;

            return true;
        }
    }

    private void Fill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(atOnce, _tokens + (perSecond * time.GetElapsedTime(_filled, now).TotalSeconds));
        _filled = now;
    }
}
