using System.Diagnostics;

namespace TenkTanken.Benchmarks;

/// <summary>The site as a process of its own, on a core of its own, with the words that readers get and a data folder that is thrown away.</summary>
internal sealed class MeasuredSite : IAsyncDisposable
{
    private const string Core = "0";

    private static readonly string Root = FindRoot();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("tenktanken-measured-");
    private readonly Process _process;

    private MeasuredSite(TimeSpan flush)
    {
        var project = Path.Combine(Root, "src", "TenkTanken.Web");
        var start = new ProcessStartInfo("taskset", ["-c", Core, "dotnet", "exec", Path.Combine(project, "bin", "Release", "net10.0", "TenkTanken.Web.dll")])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
        };
        start.Environment["Data__Folder"] = Path.Combine(_data.FullName, "data");
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Workshop__MaxParticipants"] = "100000";
        if (flush > TimeSpan.Zero)
        {
            start.Environment["LD_PRELOAD"] = SlowDisk();
            start.Environment["FLUSH_MS"] = $"{flush.TotalMilliseconds:0}";
        }

        _process = Process.Start(start)!;
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>What of it is in memory, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();

            return _process.WorkingSet64;
        }
    }

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();

            return _process.TotalProcessorTime;
        }
    }

    public static async Task<MeasuredSite> StartAsync(TimeSpan flush, CancellationToken cancellationToken)
    {
        var site = new MeasuredSite(flush);
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        site._process.OutputDataReceived += (_, said) =>
        {
            if (said.Data is null)
            {
                listening.TrySetException(new InvalidOperationException("The site did not start."));
            }
            else if (said.Data.Split("Listening on ") is [_, var address])
            {
                listening.TrySetResult(address);
            }
        };
        site._process.BeginOutputReadLine();
        try
        {
            site.Address = new Uri(await listening.Task.WaitAsync(cancellationToken));
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }

        return site;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private string SlowDisk()
    {
        var library = Path.Combine(_data.FullName, "slow-disk.so");
        using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", library, Path.Combine(AppContext.BaseDirectory, "slow-disk.c"), "-ldl"]);
        compiler.WaitForExit();

        return compiler.ExitCode == 0 ? library : throw new InvalidOperationException("The slow disk was not compiled. It needs cc.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TenkTanken.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("This is not the repository.");
        }

        return folder.FullName;
    }
}
