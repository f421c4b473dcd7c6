using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Each hour deletes the first answers that are not repeated any more.</summary>
public sealed partial class IdempotencySweep(UnitOfWork work, Readiness readiness, TimeProvider clock, ILogger<IdempotencySweep> log) : PeriodicService(Every, readiness, clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override Task RunAsync(CancellationToken cancel) => work.DecideAsync<int>(async (db, nowUtc) =>
    {
        var oldUtc = nowUtc - IdempotencyKey.Kept;
        return await db.IdempotencyKeys.Where(k => k.AnsweredAtUtc <= oldUtc).ExecuteDeleteAsync(cancel);
    }, cancel);

    protected override void Failed(Exception e) => CannotSweep(log, e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old answers could not be deleted; trying again in an hour")]
    private static partial void CannotSweep(ILogger log, Exception e);
}
