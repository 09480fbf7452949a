using System.Collections.Concurrent;
using System.Diagnostics;

namespace TenkTanken.Endurance.Running;

/// <summary>The site as it is built for readers, as a process of its own that can be killed, stopped and held still.</summary>
internal sealed class Site : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(120);

    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _said = new();
    private readonly long _begun = Stopwatch.GetTimestamp();

    private Site(Folders folders, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Repository.Program("TenkTanken.Web", "TenkTanken.Web")])
        {
            WorkingDirectory = Repository.Web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Data__Folder"] = folders.Data;
        start.Environment["Data__Keys"] = folders.Keys;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        Process = Process.Start(start)!;
        Process.OutputDataReceived += (_, said) => Hear(said.Data, isEnd: said.Data is null);
        Process.ErrorDataReceived += (_, said) => Hear(said.Data, isEnd: false);
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public Uri Address { get; private set; } = null!;

    /// <summary>From the start of the process to the first page.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>What the processor worked until then: on a machine that does other things meanwhile this tells more than the clock.</summary>
    public TimeSpan WorkedUntilReady { get; private set; }

    public IReadOnlyCollection<string> Log => _said;

    /// <summary>Started, and nothing waited for.</summary>
    public static Site Begin(Folders folders, IReadOnlyDictionary<string, string>? environment = null) =>
        new(folders, environment ?? new Dictionary<string, string>());

    /// <summary>Started, and a page was read.</summary>
    public static async Task<Site> StartAsync(Folders folders, IReadOnlyDictionary<string, string>? environment = null)
    {
        var site = Begin(folders, environment);
        try
        {
            await site.ReadyAsync();
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }

        return site;
    }

    public async Task ReadyAsync()
    {
        Address = await _listening.Task.WaitAsync(LongestStart);
        using var helper = new Helper(this);
        var page = await helper.GetAsync(Helper.Reading);
        ReadyAfter = Stopwatch.GetElapsedTime(_begun);
        Process.Refresh();
        WorkedUntilReady = Process.TotalProcessorTime;
        if (page.Status != 200)
        {
            throw new InvalidOperationException($"The first page is {page.Status}.");
        }
    }

    /// <summary>Until its log says so.</summary>
    public async Task SaysAsync(string words, TimeSpan longest)
    {
        for (var begun = Stopwatch.GetTimestamp(); !_said.Any(line => line.Contains(words, StringComparison.Ordinal)); await Task.Delay(20))
        {
            if (Stopwatch.GetElapsedTime(begun) > longest)
            {
                throw new TimeoutException($"The site did not say «{words}».");
            }
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        await Process.WaitForExitAsync();
    }

    /// <summary>SIGTERM.</summary>
    /// <returns>How long it took to end.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        await Process.SignalAsync("TERM");
        using var enough = new CancellationTokenSource(LongestStart);
        await Process.WaitForExitAsync(enough.Token);

        return Stopwatch.GetElapsedTime(begun);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Process.Dispose();
    }

    private void Hear(string? line, bool isEnd)
    {
        if (isEnd)
        {
            _listening.TrySetException(new InvalidOperationException($"The site did not start: {string.Join(' ', _said)}"));
        }
        else if (line is not null)
        {
            _said.Enqueue(line);
            if (line.Split("Listening on ") is [_, var address])
            {
                _listening.TrySetResult(new Uri(address));
            }
        }
    }
}
