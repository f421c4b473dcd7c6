using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>The years of reviews: planned by the desk, opened by the calendar.</summary>
public sealed class CycleService(UnitOfWork work, ILogger<CycleService> log)
{
    public Task<Result<Cycle>> PlanAsync(Guid actorId, CycleDetails details, CancellationToken cancel) => work.DecideAsync(async (db, nowUtc) =>
    {
        var planned = Cycle.Plan(details, nowUtc);
        if (planned.Refusal is not null) { return planned; }
        if (await MeetsAsync(db, planned.Value, cancel) is { } no) { return no; }
        db.Add(planned.Value);
        db.Record(nowUtc, actorId, "cycle-planned", planned.Value.Id);
        return planned;
    }, cancel);

    public Task<Result<Cycle>> ChangeAsync(Guid actorId, Guid cycleId, CycleDetails details, CancellationToken cancel) => work.DecideAsync(async (db, nowUtc) =>
    {
        if (await db.Cycles.FindAsync([cycleId], cancel) is not { } cycle) { return new CycleNotFound(); }
        var changed = cycle.Change(details);
        if (changed.Refusal is not null) { return changed; }
        if (await MeetsAsync(db, cycle, cancel) is { } no) { return no; }
        await DueDates.SettleAsync(db, cycle, null, cancel);
        db.Record(nowUtc, actorId, "cycle-changed", cycleId, string.Join(' ', nameof(Cycle.Label), nameof(Cycle.Opens), nameof(Cycle.Closes), nameof(Cycle.GraceDays)));
        return changed;
    }, cancel);

    /// <summary>Makes the reviews of every cycle whose day has come. Each cycle opens once.</summary>
    public async Task OpenAsync(DateOnly today, CancellationToken cancel)
    {
        List<Guid> ready;
        await using (var db = await work.ReadAsync(cancel)) { ready = await db.Cycles.Where(c => c.OpenedAtUtc == null && c.Opens <= today).OrderBy(c => c.Opens).Select(c => c.Id).ToListAsync(cancel); }
        foreach (var id in ready)
        {
            var opened = await work.DecideAsync<int>(async (db, nowUtc) =>
            {
                await db.Cycles.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.GraceDays, c => c.GraceDays), cancel);
                var cycle = await db.Cycles.SingleAsync(c => c.Id == id, cancel);
                if (cycle.OpenedAtUtc is not null) { return 0; }
                cycle.Open(nowUtc);
                db.Record(nowUtc, null, "cycle-opened", id);
                return await MakeAsync(db, cycle, nowUtc, cancel);
            }, cancel);
            if (opened.Value > 0) { log.CycleOpened(id, opened.Value); }
        }
    }

    private static async Task<int> MakeAsync(LearningDb db, Cycle cycle, DateTime nowUtc, CancellationToken cancel)
    {
        var today = nowUtc.ToLondonDate();
        var people = await db.People.AsNoTracking().Where(p => p.Active && p.Employment == Employment.Employee).ToListAsync(cancel);
        var posts = (await db.Posts.AsNoTracking().ToListAsync(cancel)).ToLookup(p => p.PersonId);
        var known = (await db.Reviews.Where(r => r.CycleId == cycle.Id).Select(r => new { r.PersonId, r.PostId }).ToListAsync(cancel)).Select(r => (r.PersonId, r.PostId)).ToHashSet();
        var made = 0;
        foreach (var review in people.SelectMany(p => NewReviews.Of(cycle, p, [.. posts[p.Id]], nowUtc)).Where(r => !known.Contains((r.PersonId, r.PostId))))
        {
            db.Add(review);
            made++;
        }
        await db.SaveChangesAsync(cancel);
        await DueDates.SettleAsync(db, cycle, null, cancel);
        return made;
    }

    private static async Task<Refusal?> MeetsAsync(LearningDb db, Cycle cycle, CancellationToken cancel)
    {
        var others = await db.Cycles.AsNoTracking().Where(c => c.Id != cycle.Id).ToListAsync(cancel);
        return others.Exists(c => c.Label == cycle.Label) ? new CycleLabelTaken() : others.Exists(cycle.Overlaps) ? new CycleOverlaps() : null;
    }
}
