using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TenkTanken.Endurance.Running;

/// <summary>A process that saves with the storage alone, and all it has acknowledged.</summary>
internal sealed class WriterProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _told = new();
    private readonly List<Acknowledged> _acknowledged = [];
    private readonly Lock _lock = new();
    private readonly Task _reading;
    private int _count;

    public WriterProcess(Folders folders, int? count = null, int callers = 64, (string Library, string Log)? recorder = null)
    {
        List<string> arguments = ["writer", folders.Data, folders.Keys, "--callers", callers.ToString(CultureInfo.InvariantCulture)];
        if (count is { } many)
        {
            arguments.AddRange(["--count", many.ToString(CultureInfo.InvariantCulture)]);
        }

        if (recorder is { } named)
        {
            arguments.AddRange(["--recorded", named.Log]);
        }

        var start = Child.Start(arguments);
        start.RedirectStandardError = true;
        if (recorder is var (library, log))
        {
            start.Environment["LD_PRELOAD"] = library;
            start.Environment["RECORDED_LOG"] = log;
            start.Environment["RECORDED_FOLDER"] = folders.Root;
        }

        Process = Process.Start(start)!;
        Process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                _told.Enqueue(line.Data);
            }
        };
        Process.BeginErrorReadLine();
        _reading = Task.Run(ReadAsync);
    }

    public Process Process { get; }

    public int Count => Volatile.Read(ref _count);

    public IReadOnlyCollection<string> Log => _told;

    /// <summary>In the order they were told.</summary>
    public IReadOnlyList<Acknowledged> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _acknowledged];
            }
        }
    }

    public IEnumerable<string> Codes => All.Where(one => one.IsSaved).Select(one => one.Code);

    public async Task WaitForAsync(int acknowledged)
    {
        while (Count < acknowledged && !_reading.IsCompleted)
        {
            await Task.Delay(2);
        }
    }

    /// <summary>SIGKILL; what it had told before is read to its end.</summary>
    public async Task KillAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        await Process.WaitForExitAsync();
        await _reading;
    }

    public async Task EndAsync()
    {
        await Process.WaitForExitAsync();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await Process.StandardOutput.ReadLineAsync() is { } line)
        {
            // Of a line that was cut off by a kill nobody has been told.
            if (line.Split('\t') is [var code, var took, var length] && long.TryParse(length, CultureInfo.InvariantCulture, out var recorded))
            {
                lock (_lock)
                {
                    _acknowledged.Add(new(code, double.Parse(took, CultureInfo.InvariantCulture), recorded));
                }

                Interlocked.Increment(ref _count);
            }
        }
    }

    /// <param name="Code">Or why it was not saved.</param>
    /// <param name="Took">Milliseconds.</param>
    /// <param name="Recorded">How long the recording of the disk was by then.</param>
    internal sealed record Acknowledged(string Code, double Took, long Recorded)
    {
        private const int CodeLength = 19;

        public bool IsSaved => Code.Length == CodeLength && !Code.Contains(' ', StringComparison.Ordinal);
    }
}
