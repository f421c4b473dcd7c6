using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>Keeps what the product logs as an error. Threading: any thread may log.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Errors { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) { Errors.Enqueue($"{formatter(state, exception)} {exception}"); }
    }

    public void Dispose() { }
}
