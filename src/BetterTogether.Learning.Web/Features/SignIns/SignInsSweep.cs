using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.SignIns;

/// <summary>Each hour deletes sign-ins that have run out, and codes older than the hour in which they are counted.</summary>
public sealed class SignInsSweep(UnitOfWork work, Readiness readiness, TimeProvider clock, ILogger<SignInsSweep> log) : PeriodicService(Pause, readiness, clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override Task RunAsync(CancellationToken cancel) => SweepAsync(cancel);

    protected override void Failed(Exception e) => log.CannotSweep(e);

    private Task<Result<int>> SweepAsync(CancellationToken cancel) => work.DecideAsync<int>(async (db, nowUtc) =>
    {
        var countedFromUtc = nowUtc - Pause;
        return await db.SignIns.Where(s => s.ExpiresAtUtc <= nowUtc).ExecuteDeleteAsync(cancel)
            + await db.SignInCodes.Where(c => c.SentAtUtc <= countedFromUtc).ExecuteDeleteAsync(cancel);
    }, cancel);
}
