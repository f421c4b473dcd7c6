using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Says so before the disk is full: a probe's one row still fits into SQLite's log when bookings no longer do.</summary>
public sealed class DiskRoom(Connections connections, DataFolder folder, IOptions<DataOptions> options) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (connections.Provider != DatabaseProvider.Sqlite) { return Task.FromResult(HealthCheckResult.Healthy()); }
        var left = new DriveInfo(folder.Path).AvailableFreeSpace / Megabyte;
        return Task.FromResult(left < options.Value.LeastFreeMegabytes ? HealthCheckResult.Degraded($"The disk of the data folder has {left} MB left") : HealthCheckResult.Healthy());
    }
}
