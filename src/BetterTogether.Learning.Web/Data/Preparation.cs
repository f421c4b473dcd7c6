using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Something to be done once at start, after the tables are there and before the first page: demo data.</summary>
public delegate Task AtStart(IServiceProvider services, CancellationToken cancel);

/// <summary>Migrates and seeds while the server already answers 503 "starting"; tries again when the database is away.</summary>
public sealed partial class Preparation(IServiceProvider services, IDbContextFactory<LearningDb> contexts, Connections connections, Schema schema, DataFolder folder, Readiness readiness, IEnumerable<AtStart> steps, TimeProvider clock, ILogger<Preparation> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private FileStream? folderLock;
    private Task? begun;

    /// <summary>May be called before the host starts, and then by the host: it begins once.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => begun ??= base.StartAsync(cancellationToken);

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
        try
        {
            await WarmUpAsync(stoppingToken);
        }
        finally
        {
            readiness.LetWorkBegin();
        }
    }

    // Entity Framework makes its model at the first query, which takes longer than all the rest of a start.
    private async Task WarmUpAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.People.Where(p => p.Id == Guid.Empty).Select(p => p.Name).SingleOrDefaultAsync(cancel);
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        if (connections.Provider == DatabaseProvider.Sqlite) { TakeFolder(); }
        readiness.At("migrating");
        await ClearMigrationLockAsync(cancel);
        if (!await schema.IsCurrentAsync(cancel)) { await MigrateAsync(cancel); }
        // The file remembers it, but a restored one comes without.
        if (connections.Provider == DatabaseProvider.Sqlite) { await connections.RunAsync("PRAGMA journal_mode=WAL", cancel); }
        readiness.At("seeding");
        foreach (var step in steps) { await step(services, cancel); }
        readiness.Done();
        Ready(log);
    }

    private async Task MigrateAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        try
        {
            await db.Database.MigrateAsync(cancel);
        }
        catch
        {
            await ClearMigrationLockAsync(CancellationToken.None);
            throw;
        }
    }

    private void TakeFolder()
    {
        if (folderLock is not null) { return; }
        readiness.At("taking the data folder");
        folderLock = folder.TryLock() ?? throw new IOException($"Another process runs on {folder.Path}");
    }

    // On SQLite a migration that was killed leaves its lock row, and every later start would wait for it without end. The folder is ours alone, so nobody holds it.
    private async Task ClearMigrationLockAsync(CancellationToken cancel)
    {
        if (connections.Provider != DatabaseProvider.Sqlite) { return; }
        if (await connections.IsTrueAsync("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsLock')", cancel)) { await connections.RunAsync("DELETE FROM __EFMigrationsLock", cancel); }
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
