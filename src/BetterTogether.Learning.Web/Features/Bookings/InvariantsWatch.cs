using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>Runs the audit each minute, off every request's path, and remembers what it found. Threading: one writer, any reader.</summary>
public sealed partial class InvariantsWatch(BookingInvariants invariants, Readiness readiness, TimeProvider clock, ILogger<InvariantsWatch> log) : PeriodicService(Every, readiness, clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>The last finding; null before the first.</summary>
    public (DateTime AtUtc, IReadOnlyList<Invariant> Found)? Last { get; private set; }

    public async Task LookAsync(CancellationToken cancel)
    {
        var found = await invariants.AuditAsync(cancel);
        Last = (NowUtc, found);
        foreach (var broken in found.Where(i => i.BrokenBy.Count > 0)) { Broken(log, broken.Name, string.Join(' ', broken.BrokenBy)); }
    }

    protected override Task RunAsync(CancellationToken cancel) => LookAsync(cancel);

    protected override void Failed(Exception e) => CannotLook(log, e);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Invariant broken: {Invariant}; sessions {Sessions}")]
    private static partial void Broken(ILogger log, string invariant, string sessions);

    [LoggerMessage(Level = LogLevel.Error, Message = "The invariants could not be checked; trying again")]
    private static partial void CannotLook(ILogger log, Exception e);
}

public sealed class InvariantsCheck(InvariantsWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watch.Last?.Found.Any(i => i.BrokenBy.Count > 0) == true ? HealthCheckResult.Unhealthy("an invariant of booking is broken") : HealthCheckResult.Healthy());
}
