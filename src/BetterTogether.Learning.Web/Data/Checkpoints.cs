using BetterTogether.Learning.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// Writes SQLite's log back into the database beside the writers. Left to SQLite, the writer at whose commit the log has grown long does it,
/// and everybody who waits for a turn waits for that too. Source: SQLite, "Write-Ahead Logging", 3.1 and 3.2.
/// </summary>
public sealed partial class Checkpoints(Connections connections, Readiness readiness, ILogger<Checkpoints> log)
    : PeriodicService(TimeSpan.FromMilliseconds(500), readiness, TimeProvider.System) // the machine's time, as its disk has
{
    private DateTime writtenBackUtc;
    private bool isBehind;

    // Asked for on SQLite alone: PostgreSQL's text is none that this could read.
    private string LogFile => new SqliteConnectionStringBuilder(connections.Text).DataSource + "-wal";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => connections.Provider == DatabaseProvider.Sqlite ? base.ExecuteAsync(stoppingToken) : Task.CompletedTask;

    protected override async Task RunAsync(CancellationToken cancel)
    {
        var lastUtc = File.GetLastWriteTimeUtc(LogFile);
        if (lastUtc == writtenBackUtc) { return; }
        if (await WriteBackAsync(cancel)) { writtenBackUtc = lastUtc; }
        isBehind = false;
    }

    // Passive: it waits for nobody, and nobody for it. What somebody still reads of the log stays for the next time.
    private async Task<bool> WriteBackAsync(CancellationToken cancel)
    {
        await using var connection = await connections.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return row.GetInt64(1) == row.GetInt64(2);
    }

    // Said once, not twice a second for as long as the disk is full.
    protected override void Failed(Exception e)
    {
        if (!isBehind) { NotWrittenBack(log, e); }
        isBehind = true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database's log was not written back. It is tried again, and nothing is lost meanwhile")]
    private static partial void NotWrittenBack(ILogger log, Exception e);
}
