using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Following;

/// <summary>What pages follow: at least which version of themselves they are to show. Small, and nothing secret: anybody can read it.</summary>
public record FollowedVersion(string Version);

/// <summary>
/// A small state that pages follow. Whoever comes is told the whole of it at once, and then again each time it has changed,
/// over one answer that never ends (server-sent events). Written by hand: it takes less than the framework's own way, wakes
/// many at a time, and can tell a proxy to hold nothing back.
/// </summary>
/// <param name="pace">How soon pages notice a line that is dead; the same that they are told (<c>PageUpdates</c>).</param>
internal sealed class FollowedState(EventStreams streams, FollowedVersion first, FollowingPace? pace = null)
{
    // Many who are told at the same moment would keep everybody else waiting, so they are told in groups, one after the other.
    private const int Groups = 20;
    private const int Many = 500;
    private static readonly TimeSpan BetweenGroups = TimeSpan.FromMilliseconds(10);

    // Each who follows then asks for a page. At two milliseconds for each the site has time for all of them.
    private const int SpreadForEach = 2;
    private const int LongestSpread = 10_000;

    private readonly TaskCompletionSource[] _news = [.. Enumerable.Range(0, Groups).Select(_ => News())];
    private volatile FollowedVersion _current = first;
    private readonly TimeSpan _heartbeat = (pace ?? FollowingPace.Ordinary).Heartbeat;
    private int _followers;
    private int _came;

    /// <summary>Somebody listens right now, or seems to.</summary>
    public bool IsFollowed => _followers > 0;

    /// <summary>Tells everybody, and is done when the last group has been woken. May be called at any time, and need not be waited for.</summary>
    public async Task PublishAsync(FollowedVersion state)
    {
        _current = state;
        for (var group = 0; group < Groups; group++)
        {
            if (group > 0 && _followers > Many)
            {
                await Task.Delay(BetweenGroups, streams.Time);
            }

            Interlocked.Exchange(ref _news[group], News()).SetResult();
        }
    }

    /// <summary>Answers a GET with the stream, until the one who asked has gone or the site stops. HEAD has the same answer without it.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        context.Mark<NotLogged>();
        if (SameOrigin.Says(context.Request) == false)
        {
            // Another site could hold all streams open by whoever visits it.
            Refuse(context, StatusCodes.Status403Forbidden);
        }
        else if (!streams.TryOpen())
        {
            Refuse(context, StatusCodes.Status503ServiceUnavailable);
        }
        else
        {
            try
            {
                context.Response.ContentType = "text/event-stream";
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers["X-Accel-Buffering"] = "no";
                if (!context.Has<AskedForHead>())
                {
                    await StreamAsync(context);
                }
            }
            finally
            {
                streams.Close();
            }
        }
    }

    /// <summary>In few words: it is a script that asked.</summary>
    public static void Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
    }

    private async Task StreamAsync(HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, streams.Stopping);
        var group = Math.Abs(Interlocked.Increment(ref _came) % Groups);
        Interlocked.Increment(ref _followers);
        try
        {
            FollowedVersion? told = null;
            while (true)
            {
                // Before the state is read, so that none is missed; and by then the time of the next heartbeat counts.
                var news = Volatile.Read(ref _news[group]).Task.WaitAsync(_heartbeat, streams.Time, ended.Token);
                var state = _current;
                await context.Response.WriteAsync(state == told ? "event: heartbeat\ndata:\n\n" : EventOf(state), ended.Token);
                told = state;
                await news.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                ended.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever followed has gone, or the site stops.
        }
        finally
        {
            Interlocked.Decrement(ref _followers);
        }
    }

    /// <summary>The whole state, and over how many milliseconds those who follow are to spread what they ask for then.</summary>
    private string EventOf(FollowedVersion state)
    {
        var spread = Math.Min(LongestSpread, (_followers - 1) * SpreadForEach);

        return new StringBuilder("event: state\ndata: {\"spread\":").Append(spread)
            .Append(",\"state\":").Append(JsonSerializer.Serialize(state, state.GetType(), JsonSerializerOptions.Web)).Append("}\n\n").ToString();
    }

    private static TaskCompletionSource News() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
