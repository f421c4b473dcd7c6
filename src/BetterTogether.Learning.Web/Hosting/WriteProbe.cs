using BetterTogether.Learning.Web.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>
/// Writes and commits for real, because a full disk or a read-only folder still reads well. The answer is kept for a second, so
/// that a probing load balancer costs next to nothing. Threading: one probe at a time; the others take its answer.
/// </summary>
public sealed class WriteProbe(Connections connections, WriterGate gate, TimeProvider clock) : IHealthCheck, IDisposable
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
        using var enough = new CancellationTokenSource(Patience, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel, enough.Token);
        try
        {
            using var turn = connections.Provider == DatabaseProvider.Sqlite ? await gate.EnterAsync(patience.Token) : null;
            await using var connection = await connections.OpenAsync(patience.Token);
            await using var command = connection.CreateCommand();
            command.CommandText = """INSERT INTO write_marks ("Id", "AtUtc") VALUES (1, @now) ON CONFLICT ("Id") DO UPDATE SET "AtUtc" = excluded."AtUtc" """;
            var now = command.CreateParameter();
            (now.ParameterName, now.Value) = ("now", clock.GetUtcNow().UtcDateTime);
            command.Parameters.Add(now);
            await command.ExecuteNonQueryAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("the database cannot be written to", e);
        }
    }

    public void Dispose() => one.Dispose();
}
