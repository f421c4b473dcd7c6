using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>Degraded, never unhealthy: people can still book while mail waits.</summary>
public sealed class MailHealth(IDbContextFactory<LearningDb> contexts, OutboxClaims claims, MailTemplates templates, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.OutboxPauses.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } pause)
        {
            return HealthCheckResult.Degraded($"The outbox is paused: {$"{pause.Code} {pause.Reason}".Trim()}");
        }

        if (templates.Troubles is { Count: > 0 } troubles)
        {
            return HealthCheckResult.Degraded("Templates in trouble: " + string.Join(", ", troubles.Keys));
        }

        var lag = clock.GetUtcNow().UtcDateTime - await claims.NextAtUtcAsync(cancellationToken);
        return lag > LongestLag ? HealthCheckResult.Degraded($"The outbox is {lag.Value.TotalMinutes:0} minutes behind") : HealthCheckResult.Healthy();
    }
}
