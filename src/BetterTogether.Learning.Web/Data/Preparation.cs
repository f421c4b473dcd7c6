using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Something to be done once at start, after the tables are there and before the first page: demo data.</summary>
public delegate Task AtStart(IServiceProvider services, CancellationToken cancel);

/// <summary>Migrates and seeds while the server already answers 503 "starting"; tries again when the database is away.</summary>
public sealed partial class Preparation(IServiceProvider services, IDbContextFactory<LearningDb> contexts, DataFolder folder, Readiness readiness, IEnumerable<AtStart> steps, TimeProvider clock, ILogger<Preparation> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private FileStream? folderLock;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!readiness.IsReady)
        {
            try
            {
                await PrepareAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                CannotPrepare(log, e, readiness.Step, Pause.TotalSeconds);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (db.Database.IsSqlite()) { TakeFolder(); }
        readiness.At("migrating");
        await ClearMigrationLockAsync(db, cancel);
        try
        {
            await db.Database.MigrateAsync(cancel);
        }
        catch
        {
            await ClearMigrationLockAsync(db, CancellationToken.None);
            throw;
        }
        if (db.Database.IsSqlite()) { await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel); }
        readiness.At("seeding");
        foreach (var step in steps) { await step(services, cancel); }
        readiness.Done();
        Ready(log);
    }

    private void TakeFolder()
    {
        if (folderLock is not null) { return; }
        readiness.At("taking the data folder");
        folderLock = folder.TryLock() ?? throw new IOException($"Another process runs on {folder.Path}");
    }

    // On SQLite a migration that was killed leaves its lock row, and every later start would wait for it without end. The folder is ours alone, so nobody holds it.
    private static async Task ClearMigrationLockAsync(LearningDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()) { return; }
        var there = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (there > 0) { await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancel); }
    }

    public override void Dispose()
    {
        folderLock?.Dispose();
        base.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready")]
    private static partial void Ready(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cannot start while {Step}; trying again in {Seconds} s. Is the data folder writable, the database reachable and no other process using the folder?")]
    private static partial void CannotPrepare(ILogger log, Exception e, string step, double seconds);
}
