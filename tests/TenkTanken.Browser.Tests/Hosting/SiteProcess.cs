using System.Collections.Concurrent;
using System.Diagnostics;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>The built site as a process of its own, with everything it says.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    // What the developer's own shell has set must not reach the site under test.
    private static readonly string[] OwnVariables =
    [
        "ASPNETCORE_", "CONTENT__", "DATA__", "DOTNET_ENVIRONMENT", "EDITING__", "KESTREL__", "SITE__", "URLS", "HTTP_PORTS", "HTTPS_PORTS", "PATHBASE",
    ];

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<string> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private SiteProcess(Process process) => _process = process;

    /// <summary>Every line so far, standard output and standard error together.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <param name="program">Null: the one that is built beside these tests, with the words of the tests.</param>
    /// <param name="from">The working directory; null: the folder of the project, as under <c>dotnet run</c>.</param>
    /// <param name="handles">How many files and connections it may have open; null: as many as we may.</param>
    public static SiteProcess Start(IReadOnlyDictionary<string, string> variables, string? program = null, string? from = null, int? handles = null)
    {
        string[] command = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", program ?? Folders.SiteProgram];
        string[] all = handles is null ? command : ["sh", "-c", $"ulimit -n {handles} && exec \"$0\" \"$@\"", .. command];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            WorkingDirectory = from ?? Folders.Site,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOwn).ToList())
        {
            start.Environment.Remove(name);
        }

        if (program is null)
        {
            start.Environment["Content__Folder"] = Folders.Content;
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        // It lives for minutes at most: to count calls, and to compile anew what is called often, takes longer than it gives back.
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        var site = new SiteProcess(new Process { StartInfo = start });
        site._process.OutputDataReceived += (_, line) => site.Record(line.Data);
        site._process.ErrorDataReceived += (_, line) => site.Record(line.Data);
        site._process.Start();
        site._process.BeginOutputReadLine();
        site._process.BeginErrorReadLine();

        return site;
    }

    /// <summary>Waits for the one line a site says when it serves, and gives the address in it.</summary>
    public async Task<string> AddressAsync()
    {
        var first = await Task.WhenAny(_listening.Task, _process.WaitForExitAsync()).WaitAsync(LongestStart);

        return first == _listening.Task
            ? await _listening.Task
            : throw new InvalidOperationException($"The site did not start:\n{string.Join('\n', Lines)}");
    }

    /// <summary>Waits for a site that ends by itself, and gives its exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(LongestStart);
        await _process.WaitForExitAsync(patience.Token);

        return _process.ExitCode;
    }

    /// <summary>SIGKILL: the site is given no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: the site is asked to stop. Gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");

        return await ExitCodeAsync();
    }

    public async Task SignalAsync(string signal)
    {
        using var asked = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await asked.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static bool IsOwn(string name) => OwnVariables.Any(own => name.StartsWith(own, StringComparison.OrdinalIgnoreCase));

    private void Record(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (line.Split("Listening on ") is [_, var address])
        {
            _listening.TrySetResult(address);
        }
    }
}
