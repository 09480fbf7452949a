using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TenkTanken.Data;

namespace TenkTanken.Endurance.Running;

/// <summary>
/// The storage as the site runs it, writer and forgetting and all, in a process without the site: some hundred thousand saves take minutes so.
/// A line on standard output for each save: what is acknowledged, after how many milliseconds, and how long the recording of the disk is by then.
/// </summary>
internal static class WritingProgram
{
    public static async Task<int> RunAsync(string data, string keys, int count, int callers, string? recorded)
    {
        using var told = new ToldLog();
        await using var services = Stored.Services(data, keys, logging => logging.AddProvider(told));
        var faults = await services.PrepareStorageAsync();
        if (faults.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join(' ', faults));
            return 1;
        }

        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        var (sessions, left) = (services.GetRequiredService<Sessions>(), count);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var code = ReturnCode.Draw();
                var begun = Stopwatch.GetTimestamp();
                var saved = await sessions.SaveAsync(code, SomeRound());
                var length = recorded is null ? 0 : new FileInfo(recorded).Length;
                var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                var what = saved is Saved ? code.Show() : saved.ToString();
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}\t{took:0.0}\t{length}"));
            }
        })));
        foreach (var service in services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        return 0;
    }

    private static Round SomeRound() => new(
        new RoundId((ulong)Random.Shared.NextInt64()),
        "2026-6",
        new Dictionary<string, SignAnswer> { ["fear-or-stress"] = SignAnswer.Noticed, ["distrust-of-staff"] = SignAnswer.Unsure },
        new Dictionary<string, PlanState> { ["plan-talk-alone"] = PlanState.Planned });

    /// <summary>On standard error.</summary>
    private sealed class ToldLog : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Console.Error.WriteLine($"{logLevel}: {formatter(state, exception)} {exception?.Message}");

        public void Dispose()
        {
        }
    }
}
