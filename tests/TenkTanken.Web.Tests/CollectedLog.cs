using Microsoft.Extensions.Logging;

namespace TenkTanken.Web.Tests;

/// <summary>What our own code has said, as <c>Warning: what</c>.</summary>
internal sealed class CollectedLog : ILoggerFactory, ILogger
{
    private readonly Lock _writing = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Text, TaskCompletionSource Said)> _waiting = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_writing)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Done when a line with the text is said, from now on.</summary>
    public Task Says(string text)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_writing)
        {
            _waiting.Add((text, said));
        }

        return said.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("TenkTanken", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" [{exception.GetType().Name}]")}";
        lock (_writing)
        {
            _lines.Add(line);
            foreach (var (_, said) in _waiting.Where(waiting => line.Contains(waiting.Text, StringComparison.Ordinal)))
            {
                said.TrySetResult();
            }
        }
    }

    public void Dispose()
    {
    }
}
