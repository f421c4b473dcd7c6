using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>
/// Writes and commits for real, because a full disk or a read-only folder still reads well. The answer is kept for a second, so
/// that a probing load balancer costs next to nothing. Threading: one probe at a time; the others take its answer.
/// </summary>
public sealed class WriteProbe(IDbContextFactory<LearningDb> contexts, WriterGate gate, TimeProvider clock) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private (DateTimeOffset At, HealthCheckResult Result)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (last is { } known && clock.GetUtcNow() - known.At < Kept) { return known.Result; }
            var result = await ProbeAsync(cancellationToken);
            last = (clock.GetUtcNow(), result);
            return result;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<HealthCheckResult> ProbeAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(patience.Token);
            using var turn = db.Database.IsSqlite() ? await gate.EnterAsync(patience.Token) : null;
            var nowUtc = clock.GetUtcNow().UtcDateTime;
            var touched = await db.Set<WriteMark>().ExecuteUpdateAsync(set => set.SetProperty(m => m.AtUtc, nowUtc), patience.Token);
            if (touched == 0)
            {
                db.Add(new WriteMark(1, nowUtc));
                await db.SaveChangesAsync(patience.Token);
            }
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("the database cannot be written to", e);
        }
    }

    public void Dispose() => one.Dispose();
}
