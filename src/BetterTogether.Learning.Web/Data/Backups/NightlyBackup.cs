using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>
/// Makes the backup that is due: at its hour, at start when a night was missed, and again every quarter of an hour when it failed.
/// Threading: one looks; any thread may ask for <see cref="Trouble"/>.
/// </summary>
public sealed partial class NightlyBackup(BackupService backups, BackupFolder folder, IOptions<BackupOptions> options, IOptions<DatabaseOptions> database, Readiness readiness, TimeProvider clock, ILogger<NightlyBackup> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private volatile string? trouble;

    /// <summary>Why the backup that is due failed; null when none is due any more.</summary>
    public string? Trouble => trouble;

    private bool IsOn => options.Value.Keep > 0 && database.Value.Provider == DatabaseProvider.Sqlite;

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a backup if one is due.</summary>
    public void Look()
    {
        try
        {
            if (!BackupSchedule.IsDue(folder.NewestUtc(NowUtc), options.Value.At, NowUtc))
            {
                trouble = null; // one that failed was made by hand since
                return;
            }
            var made = backups.Make(NowUtc);
            trouble = made.Refusal?.Message;
            if (made.Refusal is { } no) { Refused(log, no.Code, no.Message); }
            else { Made(log, Path.GetFileName(made.Value.File), made.Value.Rows, made.Value.Tables); }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            trouble = e.Message;
            Failed(log, e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsOn) { return; }
        await readiness.WhenReadyAsync(stoppingToken);
        while (true)
        {
            Look();
            var wait = BackupSchedule.NextUtc(options.Value.At, NowUtc) - NowUtc;
            await Task.Delay(wait < Patience ? wait : Patience, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Backup made: {File}, {Rows} rows in {Tables} tables")]
    private static partial void Made(ILogger log, string file, long rows, int tables);

    [LoggerMessage(Level = LogLevel.Error, Message = "No backup was made ({Code}): {Reason} Trying again in a quarter of an hour")]
    private static partial void Refused(ILogger log, string code, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "No backup was made; trying again in a quarter of an hour. Is the disk full?")]
    private static partial void Failed(ILogger log, Exception e);
}

/// <summary>Degraded, never unhealthy: people can still book while a backup is missing.</summary>
public sealed class BackupHealth(NightlyBackup nightly) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(nightly.Trouble is { } trouble ? HealthCheckResult.Degraded("The backup failed: " + trouble) : HealthCheckResult.Healthy());
}
