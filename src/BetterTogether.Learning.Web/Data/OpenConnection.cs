using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace BetterTogether.Learning.Web.Data;

#pragma warning disable EF1001 // the provider has no setting for it
/// <summary>A pooled context's way to SQLite: stays open between two uses, with all that <see cref="StatementCache"/> has put by. Without a transaction it holds no lock; one that has a transaction left is closed.</summary>
public sealed class OpenConnection(RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> log)
    : SqliteRelationalConnection(dependencies, commands, log)
{
    // 1007 is SQLITE_DBCONFIG_ENABLE_QPSG: without it SQLite parses anew whenever a value comes that might suit a partial index better.
    private const int SamePlan = 1007;

    // Of 4 KiB. Checkpoints writes the log back beside the writers; at this length, in a rush without a pause, a writer writes back what is left, and the log begins anew.
    private const int PagesOfLog = 16_000;

    protected override void OpenDbConnection(bool errorsExpected)
    {
        base.OpenDbConnection(errorsExpected);
        Settle();
    }

    protected override async Task OpenDbConnectionAsync(bool errorsExpected, CancellationToken cancellationToken)
    {
        await base.OpenDbConnectionAsync(errorsExpected, cancellationToken);
        Settle();
    }

    protected override void CloseDbConnection()
    {
        if (HasLeftOver) { base.CloseDbConnection(); }
    }

    protected override Task CloseDbConnectionAsync() => HasLeftOver ? base.CloseDbConnectionAsync() : Task.CompletedTask;

    // A transaction that nobody ended, where something went wrong in between: it would be in the way of every later one.
    private bool HasLeftOver => DbConnection is SqliteConnection { Handle: { } handle } && raw.sqlite3_get_autocommit(handle) == 0;

    private void Settle()
    {
        var handle = ((SqliteConnection)DbConnection).Handle;
        raw.sqlite3_db_config(handle, SamePlan, 1, out _);
        raw.sqlite3_wal_autocheckpoint(handle, PagesOfLog);
    }
}
#pragma warning restore EF1001
