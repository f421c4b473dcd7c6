using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// Writes SQLite's log back into the database beside the writers. Left to SQLite, the writer at whose commit the log has grown long does it,
/// and everybody who waits for a turn waits for that too. Source: SQLite, "Write-Ahead Logging", 3.1 and 3.2.
/// </summary>
public sealed partial class Checkpoints(Connections connections, DataFolder folder, Readiness readiness, ILogger<Checkpoints> log)
    : PeriodicService(TimeSpan.FromMilliseconds(500), readiness, TimeProvider.System) // the machine's time, as its disk has
{
    private DateTime writtenBackUtc;
    private bool isBehind;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => connections.Provider == DatabaseProvider.Sqlite ? base.ExecuteAsync(stoppingToken) : Task.CompletedTask;

    protected override async Task RunAsync(CancellationToken cancel)
    {
        var lastUtc = File.GetLastWriteTimeUtc(folder.Database + "-wal");
        if (lastUtc == writtenBackUtc) { return; }
        // Passive: it waits for nobody, and nobody for it.
        await connections.RunAsync("PRAGMA wal_checkpoint(PASSIVE)", cancel);
        (writtenBackUtc, isBehind) = (lastUtc, false);
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
