using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>The site as those who run it run it, with a data folder of its own. It can be killed, and started again.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    /// <summary>Between being drawn and being listened on, a port is free for whoever looks.</summary>
    private static readonly ConcurrentDictionary<int, bool> Drawn = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenktanken-");
    private readonly List<SiteProcess> _processes = [];

    private readonly string _content;
    private readonly bool _editing;

    private RunningSite(string address, string content, bool editing) =>
        (ToldAddress, Address, _content, _editing) = (address, address, content, editing);

    /// <summary>Where it is told to listen. Without a slash at the end.</summary>
    public string ToldAddress { get; }

    /// <summary>Where it says that it listens. Without a slash at the end.</summary>
    public string Address { get; private set; }

    public int Port => new Uri(Address).Port;

    /// <summary>Every line the site has said, also before it was killed.</summary>
    public IReadOnlyList<string> Lines => [.. _processes.SelectMany(process => process.Lines)];

    /// <summary>On a port that the system chooses.</summary>
    public static Task<RunningSite> StartAsync() => StartAsync("http://127.0.0.1:0");

    /// <summary>On a port that nobody else gets while it is killed.</summary>
    public static Task<RunningSite> StartKillableAsync() => StartAsync($"http://127.0.0.1:{PortOfOurOwn()}");

    /// <param name="address">Where it is to listen.</param>
    /// <param name="content">The folder with its words; null: the tests' own.</param>
    /// <param name="editing">Whether whoever sits at the machine sees drafts.</param>
    public static async Task<RunningSite> StartAsync(string address, string? content = null, bool editing = false)
    {
        var site = new RunningSite(address, content ?? Folders.Content, editing);
        try
        {
            await site.StartAgainAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to stop, as a system does before it is shut down. Gives its exit code.</summary>
    public Task<int> StopAsync() => _processes[^1].StopAsync();

    /// <param name="signal">As kill(1) names it: STOP to stand still, CONT to go on.</param>
    public Task SignalAsync(string signal) => _processes[^1].SignalAsync(signal);

    public Task KillAsync() => _processes[^1].KillAsync();

    /// <summary>At the same address, with what is in its data folder.</summary>
    public async Task StartAgainAsync()
    {
        var variables = new Dictionary<string, string>
        {
            ["Data__Folder"] = Path.Combine(_folder.FullName, "data"),
            ["Content__Folder"] = _content,
            ["Editing__Enabled"] = _editing ? "true" : "false",
            ["ASPNETCORE_URLS"] = Address,
        };

        _processes.Add(SiteProcess.Start(variables));
        Address = await _processes[^1].AddressAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>
    /// Below the ports that systems lend to outgoing connections, of which the browser makes many: one of those could
    /// otherwise take the port between killing and starting again.
    /// </summary>
    internal static int PortOfOurOwn()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 30_000);
            if (!Drawn.TryAdd(port, true))
            {
                continue;
            }

            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody's. There are ten thousand.
            }
        }
    }
}
