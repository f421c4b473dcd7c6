using System.Data.Common;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>
/// The node's pulse: each second closes the sockets of ended sign-ins and lets fall due what is due, in any circle; every few seconds renews
/// its own leases. What is due is in the database, so any node does it, and the circle's version lets it happen once. What one circle cannot do stops none of the others.
/// </summary>
public sealed class CircleWatch(CircleRooms rooms, CirclePresence presence, Readiness readiness, TimeProvider clock, ILogger<CircleWatch> log) : PeriodicService(Pulse, readiness, clock)
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RenewSignInsEvery = TimeSpan.FromMinutes(5);
    private readonly HashSet<Guid> stuck = [];
    private DateTime quietUntilUtc;
    private DateTime renewedAtUtc;
    private DateTime signInsRenewedAtUtc;

    protected override void Failed(Exception e)
    {
        log.CannotWatch(e);
        // When the database comes back, every node renews its own before any node sweeps another's: nobody is away because a disk was.
        quietUntilUtc = NowUtc + RenewEvery;
        renewedAtUtc = default;
    }

    protected override async Task RunAsync(CancellationToken cancel)
    {
        var nowUtc = NowUtc;
        if (rooms.HasConnections)
        {
            if (nowUtc - renewedAtUtc >= RenewEvery) { await RenewAsync(nowUtc, cancel); }
            foreach (var connectionId in await presence.SignedOutAsync(nowUtc, cancel)) { rooms.Close(connectionId); }
        }
        if (nowUtc >= quietUntilUtc)
        {
            foreach (var circleId in (await presence.DueAsync(nowUtc, cancel)).OrderBy(stuck.Contains)) { await SweepAsync(circleId, cancel); }
        }
        rooms.ForgetEmptyRooms();
    }

    // One that another version has written cannot be read each time; in the next one somebody's safety may be waiting.
    private async Task SweepAsync(Guid circleId, CancellationToken cancel)
    {
        try
        {
            await rooms.Of(circleId).SweepAsync(cancel);
            stuck.Remove(circleId);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (stuck.Add(circleId)) { log.CannotSweep(e, circleId); }
            // The database is away, or refuses this one alone: the others come first next time.
            if (IsOfTheDatabase(e)) { throw; }
        }
    }

    private static bool IsOfTheDatabase(Exception e) => e is DbException || (e.InnerException is { } inner && IsOfTheDatabase(inner));

    private async Task RenewAsync(DateTime nowUtc, CancellationToken cancel)
    {
        var signInsToo = nowUtc - signInsRenewedAtUtc >= RenewSignInsEvery;
        await presence.RenewAsync(signInsToo, cancel);
        renewedAtUtc = nowUtc;
        if (signInsToo) { signInsRenewedAtUtc = nowUtc; }
    }
}
