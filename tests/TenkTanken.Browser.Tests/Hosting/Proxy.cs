using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>What the network between a browser and the site does to what passes through it.</summary>
public enum Traffic
{
    Passes,

    /// <summary>403 at once, as a careful proxy does.</summary>
    RefusesWebSockets,

    /// <summary>The request to open one is never answered.</summary>
    NeverAnswersWebSockets,

    /// <summary>They are opened, and nothing that is sent through them arrives, either way.</summary>
    SwallowsFrames,

    /// <summary>An answer that goes on for ever is collected to be passed on whole, which it never is.</summary>
    HoldsEventsBack,

    /// <summary>A post reaches the site and is answered; the connection breaks before the browser gets a byte of it.</summary>
    DropsAnswersToPosts,

    /// <summary>Nothing passes, what is opened meanwhile stays without an answer, and nobody is told.</summary>
    IsSilent,

    /// <summary>Nothing passes, and what was open breaks.</summary>
    IsCut,
}

/// <summary>
/// Stands between a browser and the site, which may be killed and started again behind it. Requests pass as they are,
/// their Host too, so that the site answers as if nothing stood there. Only that each has a connection of its own is
/// the proxy's doing: so it need not know where an answer ends.
/// </summary>
public sealed class Proxy : IAsyncDisposable
{
    private readonly RunningSite _site;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, Task> _connections = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private volatile Traffic _traffic;
    private volatile int _silences;
    private int _droppedAnswers;
    private int _stoppedWebSockets;
    private int _followed;

    private Proxy(RunningSite site)
    {
        _site = site;
        _listener.Start();
        Address = $"http://{_listener.LocalEndpoint}";
        _accepting = AcceptAsync();
    }

    /// <summary>Given to the browser in place of the site's own. Without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>
    /// Counts for every request from now on; <see cref="Traffic.IsCut"/> also breaks what is open, and <see cref="Traffic.IsSilent"/>
    /// silences it for good.
    /// </summary>
    public Traffic Traffic
    {
        get => _traffic;
        set
        {
            _traffic = value;
            if (value == Traffic.IsCut)
            {
                BreakConnections();
            }
            else if (value == Traffic.IsSilent)
            {
                FallSilent();
            }
        }
    }

    /// <summary>Posts whose answer nobody got. Browsers may send such a post again by themselves, and that is counted too.</summary>
    public int DroppedAnswers => _droppedAnswers;

    /// <summary>WebSockets that were refused, left without an answer, or opened and swallowed.</summary>
    public int StoppedWebSockets => _stoppedWebSockets;

    /// <summary>Requests to follow something that went on to the site.</summary>
    public int Followed => _followed;

    /// <summary>
    /// Of what is open nothing arrives any more, either way, and nobody is told. What is opened from now on passes, and so does a post that is
    /// on its way: it is over in a moment, and whether it has come through is nothing a test can choose.
    /// </summary>
    public void FallSilent() => _silences++;

    public static Proxy Before(RunningSite site, Traffic traffic = Traffic.Passes) => new(site) { Traffic = traffic };

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stopping.Dispose();
        BreakConnections();
        await Task.WhenAll(_connections.Values);
    }

    private void BreakConnections()
    {
        foreach (var browser in _connections.Keys)
        {
            browser.Close();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptSocketAsync(_stopping.Token);
                // Written down before it is served, so that none is left open when all are broken.
                var start = new TaskCompletionSource();
                _connections[browser] = ServeAsync(browser, start.Task);
                start.SetResult();
            }
        }
        catch (OperationCanceledException)
        {
            // No more of them.
        }
    }

    private async Task ServeAsync(Socket browser, Task start)
    {
        await start;
        try
        {
            await using var toBrowser = new NetworkStream(browser);
            if (Traffic != Traffic.IsCut && await Request.ReadAsync(toBrowser) is { } request)
            {
                await AnswerAsync(toBrowser, request);
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
        {
            // One of the two went away, or the line was cut. The other sees a broken connection, as it should.
        }
        finally
        {
            browser.Dispose();
            _connections.TryRemove(browser, out _);
        }
    }

    private async Task AnswerAsync(NetworkStream browser, Request request)
    {
        var traffic = Traffic;
        if (traffic is Traffic.IsSilent)
        {
            await browser.CopyToAsync(Stream.Null);
        }
        else if (request.IsWebSocket && traffic is Traffic.RefusesWebSockets)
        {
            Interlocked.Increment(ref _stoppedWebSockets);
            await browser.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        }
        else if (request.IsWebSocket && traffic is Traffic.NeverAnswersWebSockets)
        {
            Interlocked.Increment(ref _stoppedWebSockets);
            await browser.CopyToAsync(Stream.Null);
        }
        else
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, _site.Port);
            Interlocked.Add(ref _followed, request.IsForEvents ? 1 : 0);
            await using var site = new NetworkStream(socket);
            await site.WriteAsync(request.Bytes);
            await RelayAsync(browser, site, request, traffic);
        }
    }

    private async Task RelayAsync(NetworkStream browser, NetworkStream site, Request request, Traffic traffic)
    {
        if (request.IsWebSocket && traffic is Traffic.SwallowsFrames)
        {
            Interlocked.Increment(ref _stoppedWebSockets);
            await browser.WriteAsync(await Request.ReadHeadAsync(site));
            await Task.WhenAny(browser.CopyToAsync(Stream.Null), site.CopyToAsync(Stream.Null));
        }
        else if (request.IsForEvents && traffic is Traffic.HoldsEventsBack)
        {
            await Task.WhenAny(browser.CopyToAsync(Stream.Null), site.CopyToAsync(Stream.Null));
        }
        else if (request.IsPost && traffic is Traffic.DropsAnswersToPosts)
        {
            _ = browser.CopyToAsync(site);
            await site.CopyToAsync(Stream.Null);
            Interlocked.Increment(ref _droppedAnswers);
        }
        else
        {
            // A browser that leaves ends it. When the site is done, the browser is told so, and closes: a connection that is
            // closed on it while it might still send would look broken.
            var silences = _silences;
            var passes = () => request.IsPost || _silences == silences;
            var sending = PassAsync(browser, site, passes);
            var answering = PassAsync(site, browser, passes);
            if (await Task.WhenAny(sending, answering) == answering)
            {
                // Nobody is told of the end either of what has fallen silent.
                if (passes())
                {
                    browser.Socket.Shutdown(SocketShutdown.Send);
                }

                await sending;
            }
        }
    }

    /// <param name="passes">Asked for each piece. What does not pass is gone.</param>
    private static async Task PassAsync(Stream from, Stream to, Func<bool> passes)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            if (passes())
            {
                await to.WriteAsync(buffer.AsMemory(0, read));
            }
        }
    }

    /// <param name="Bytes">As they go on to the site: the head, and what came of the body along with it.</param>
    private sealed record Request(byte[] Bytes, bool IsPost, bool IsWebSocket, bool IsForEvents)
    {
        private const int LongestHead = 32 * 1024;

        /// <summary>Null: the browser opened a connection to have one at hand, and has closed it unused.</summary>
        public static async Task<Request?> ReadAsync(Stream browser)
        {
            var bytes = await ReadHeadAsync(browser);
            if (bytes.Length == 0)
            {
                return null;
            }

            var end = EndOfHead(bytes);
            var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            var isPost = lines[0].StartsWith("POST ", StringComparison.Ordinal);
            var isForEvents = lines.Contains("Accept: text/event-stream", StringComparer.OrdinalIgnoreCase);
            if (lines.Contains("Upgrade: websocket", StringComparer.OrdinalIgnoreCase))
            {
                return new Request(bytes, isPost, IsWebSocket: true, isForEvents);
            }

            var head = lines.Where(line => !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase)).Append("Connection: close");

            return new Request(
                [.. Encoding.Latin1.GetBytes(string.Join("\r\n", head) + "\r\n\r\n"), .. bytes[end..]], isPost, IsWebSocket: false, isForEvents);
        }

        /// <summary>Reads to the empty line at least. Nothing when the other side closed first.</summary>
        public static async Task<byte[]> ReadHeadAsync(Stream stream)
        {
            var buffer = new byte[LongestHead];
            for (var length = 0; length < buffer.Length;)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length));
                if (read == 0)
                {
                    return [];
                }

                length += read;
                if (EndOfHead(buffer.AsSpan(0, length)) > 0)
                {
                    return buffer[..length];
                }
            }

            throw new IOException($"A head of more than {LongestHead} bytes.");
        }

        private static int EndOfHead(ReadOnlySpan<byte> bytes)
        {
            var end = bytes.IndexOf("\r\n\r\n"u8);

            return end < 0 ? 0 : end + 4;
        }
    }
}
