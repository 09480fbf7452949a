namespace TenkTanken.Web.Features.Following;

/// <summary>All streams that are open on the site, whatever they tell.</summary>
internal sealed class EventStreams(TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>
    /// Far more than any room holds, and far fewer than break a server: without handles for more connections it answers nobody.
    /// Ten thousand were open at once in measurements, at some 15 KiB each.
    /// </summary>
    public const int Most = 3_000;

    private int _open;

    public TimeProvider Time => time;

    /// <summary>One that is open would keep the site from stopping for half a minute.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>False when there are as many as there can be. Each that was let in is to be closed.</summary>
    public bool TryOpen()
    {
        if (Interlocked.Increment(ref _open) <= Most)
        {
            return true;
        }

        Close();

        return false;
    }

    public void Close() => Interlocked.Decrement(ref _open);
}
