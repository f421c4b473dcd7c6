using System.Data.Common;
using BetterTogether.Learning.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>
/// Breaks the database under one request, before or after its n-th step: a command, the beginning of a transaction or its commit.
/// The request says so in a header; what the product does by itself meanwhile is spared. Threading: one faulty request at a time.
/// </summary>
internal sealed class FaultInjection : IStartupFilter, IDbCommandInterceptor, IDbTransactionInterceptor
{
    public const string Header = "Break-Database";

    private const int Code = 10; // SQLITE_IOERR
    private readonly AsyncLocal<Fault?> current = new();

    /// <summary>Whether the last faulty request came as far as its fault.</summary>
    public bool Fired { get; private set; }

    /// <summary>What the fault hit, for the message of a failed test.</summary>
    public string Hit { get; private set; } = "";

    public void Install(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this).ConfigureDbContext<LearningDb>(options => options.AddInterceptors(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            if (context.Request.Headers[Header].ToString().Split(' ') is [var at, var when])
            {
                current.Value = new Fault(int.Parse(at, System.Globalization.CultureInfo.InvariantCulture), when == "after");
            }
            await following(context);
        });
        next(app);
    };

    /// <summary>Breaks under what is called until this is disposed, in the same flow.</summary>
    public IDisposable Break(int step, bool after)
    {
        Arm();
        current.Value = new Fault(step, after);
        return new Mended(current);
    }

    public static bool IsOurs(Exception e) => e is SqliteException { SqliteErrorCode: Code } || (e.InnerException is { } inner && IsOurs(inner));

    public void Arm() => (Fired, Hit) = (false, "");

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Before(command.CommandText, result);

    public ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        After(command.CommandText, result);

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Before(command.CommandText, result);

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        After(command.CommandText, result);

    public ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        Before(command.CommandText, result);

    public ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) =>
        After(command.CommandText, result);

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        Before("BEGIN", result);

    public ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        After("BEGIN", result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        Before("COMMIT", result);

    // The worst of all: it is committed, and nobody hears of it.
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Strike("COMMIT", after: true);
        return Task.CompletedTask;
    }

    private ValueTask<T> Before<T>(string what, T result)
    {
        if (current.Value is { } fault) { fault.Steps++; }
        Strike(what, after: false);
        return ValueTask.FromResult(result);
    }

    private ValueTask<T> After<T>(string what, T result)
    {
        Strike(what, after: true);
        return ValueTask.FromResult(result);
    }

    private void Strike(string what, bool after)
    {
        if (current.Value is not { } fault || fault.After != after || fault.Steps != fault.At || fault.Struck) { return; }
        (fault.Struck, Fired, Hit) = (true, true, what);
        throw new SqliteException("disk I/O error (the test's doing)", Code);
    }

    private sealed class Mended(AsyncLocal<Fault?> current) : IDisposable
    {
        public void Dispose() => current.Value = null;
    }

    private sealed class Fault(int at, bool after)
    {
        public int At => at;
        public bool After => after;
        public int Steps { get; set; }
        public bool Struck { get; set; }
    }
}
