using System.Linq.Expressions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.SignIns;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>Who is connected where: the leases of this node's connections, and what became of everybody's. Threading: no state of its own.</summary>
public sealed class CirclePresence(UnitOfWork work, IChangeNotifier notifier)
{
    // A reload of the page, or a change from one network to another, does not blink.
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <summary>Lets the leases of a connection that has ended run out. Its circles notice when they are swept.</summary>
    public Task EndAsync(string connectionId, CancellationToken cancel) => EndAsync(l => l.ConnectionId == connectionId, cancel);

    /// <summary>The same for one that says so itself, for one circle.</summary>
    public Task EndAsync(Guid circleId, Guid personId, string connectionId, CancellationToken cancel) =>
        EndAsync(l => l.ConnectionId == connectionId && l.CircleId == circleId && l.PersonId == personId, cancel);

    /// <summary>Keeps every open connection of this node, and whoever is connected signed in: being in a circle is activity.</summary>
    public Task RenewAsync(bool signInsToo, CancellationToken cancel) => work.DecideAsync<int>(async (db, nowUtc) =>
    {
        var (node, untilUtc) = (notifier.Node, nowUtc + CircleLease.Length);
        if (signInsToo)
        {
            var busy = await db.SignIns.Where(s => s.ExpiresAtUtc > nowUtc && db.CircleLeases.Any(l => l.Node == node && l.SignIn == s.KeyHash)).ToListAsync(cancel);
            busy.ForEach(s => s.Renew(nowUtc));
        }
        return await db.CircleLeases.Where(l => l.Node == node).ExecuteUpdateAsync(set => set.SetProperty(l => l.UntilUtc, untilUtc), cancel);
    }, cancel);

    /// <summary>This node's connections whose sign-in has ended or whose person has left: they are to be closed.</summary>
    public async Task<IReadOnlyList<string>> SignedOutAsync(DateTime nowUtc, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        var (node, alive) = (notifier.Node, SignInService.Alive(db, nowUtc));
        return await db.CircleLeases.Where(l => l.Node == node && !alive.Any(s => s.KeyHash == l.SignIn))
            .Select(l => l.ConnectionId).ToListAsync(cancel);
    }

    /// <summary>The circles that have to look who is still there, or in which something falls due.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(DateTime nowUtc, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        var swept = db.CircleLeases.Where(l => l.UntilUtc <= nowUtc).Select(l => l.CircleId);
        return await swept.Union(db.Circles.Where(c => c.DueAtUtc <= nowUtc).Select(c => c.Id)).ToListAsync(cancel);
    }

    /// <summary>Who was in a circle and is no longer, and since when: their last lease has run out.</summary>
    public async Task<IReadOnlyList<(Guid PersonId, DateTime SinceUtc)>> GoneAsync(Guid circleId, DateTime nowUtc, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        var leases = await db.CircleLeases.Where(l => l.CircleId == circleId).Select(l => new { l.PersonId, l.UntilUtc }).ToListAsync(cancel);
        return [.. from lease in leases group lease.UntilUtc by lease.PersonId into person let sinceUtc = person.Max() where sinceUtc <= nowUtc select (person.Key, sinceUtc)];
    }

    public Task PutAsync(CircleLease lease, CancellationToken cancel) => work.DecideAsync<bool>(async (db, _) =>
    {
        await PutAsync(db, lease);
        return true;
    }, cancel);

    public static async Task PutAsync(LearningDb db, CircleLease lease)
    {
        if (await db.CircleLeases.FindAsync(lease.ConnectionId, lease.CircleId) is { } known) { known.Extend(lease.UntilUtc); }
        else { db.Add(lease); }
        if (lease.Node is null) { return; }
        // The page that a connection came with has script: it is there by the connection alone, and gone with it.
        var page = CircleLease.Page(lease.PersonId);
        await db.CircleLeases.Where(l => l.ConnectionId == page && l.CircleId == lease.CircleId).ExecuteDeleteAsync();
    }

    public Task ForgetAsync(Guid circleId, CancellationToken cancel) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        await ForgetAsync(db, circleId, nowUtc);
        return true;
    }, cancel);

    /// <summary>Drops leases that have run out, once the circle knows.</summary>
    public static Task ForgetAsync(LearningDb db, Guid circleId, DateTime nowUtc) => db.CircleLeases.Where(l => l.CircleId == circleId && l.UntilUtc <= nowUtc).ExecuteDeleteAsync();

    private async Task EndAsync(Expression<Func<CircleLease, bool>> which, CancellationToken cancel) => await work.DecideAsync<int>(async (db, nowUtc) =>
    {
        var untilUtc = nowUtc + Goodbye;
        return await db.CircleLeases.Where(which).ExecuteUpdateAsync(set => set.SetProperty(l => l.Node, l => null).SetProperty(l => l.UntilUtc, untilUtc), cancel);
    }, cancel);
}
