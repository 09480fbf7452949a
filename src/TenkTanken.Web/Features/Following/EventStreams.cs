using TenkTanken.Web.Hosting.Starting;

namespace TenkTanken.Web.Features.Following;

/// <summary>All streams that are open on the site, whatever they tell.</summary>
internal sealed class EventStreams(TimeProvider time, IHostApplicationLifetime lifetime, ConnectionLimits connections)
{
    private int _open;

    public TimeProvider Time => time;

    /// <summary>One that is open would keep the site from stopping for half a minute.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>False when there are as many as there can be. Each that was let in is to be closed.</summary>
    public bool TryOpen()
    {
        if (Interlocked.Increment(ref _open) <= connections.Streams)
        {
            return true;
        }

        Close();

        return false;
    }

    public void Close() => Interlocked.Decrement(ref _open);
}
