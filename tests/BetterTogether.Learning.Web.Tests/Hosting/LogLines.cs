using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>Keeps what the product logs, from a level on, with the exceptions. Threading: any thread may log.</summary>
internal sealed class LogLines(LogLevel from = LogLevel.Trace) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IEnumerable<string> All => lines;

    public void Clear() => lines.Clear();

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= from;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) { lines.Enqueue($"{formatter(state, exception)} {exception}"); }
    }

    public void Dispose() { }
}
