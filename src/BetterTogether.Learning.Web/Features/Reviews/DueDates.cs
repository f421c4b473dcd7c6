using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Brings "due by" and "not due" of reviews in line with the cycle, the days away and what the desk has noted.</summary>
internal static class DueDates
{
    /// <param name="personId">Null: everybody's of the cycle.</param>
    public static async Task SettleAsync(LearningDb db, Cycle cycle, Guid? personId, CancellationToken cancel)
    {
        var away = (await db.AwayPeriods.AsNoTracking().Where(a => personId == null || a.PersonId == personId).ToListAsync(cancel)).ToLookup(a => a.PersonId);
        var exceptions = (await db.DueExceptions.Where(e => e.CycleId == cycle.Id && (personId == null || e.PersonId == personId)).ToListAsync(cancel)).ToDictionary(e => (e.PersonId, e.PostId));
        foreach (var review in await db.Reviews.Where(r => r.CycleId == cycle.Id && (personId == null || r.PersonId == personId)).ToListAsync(cancel))
        {
            var noted = exceptions.GetValueOrDefault((review.PersonId, review.PostId));
            review.Set(Due.WhyNot(cycle, noted, away[review.PersonId]), Due.By(cycle, noted, away[review.PersonId]));
        }
    }

    /// <summary>In every cycle that somebody has an open review in.</summary>
    public static async Task SettleAsync(LearningDb db, Guid personId, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var open = await db.Cycles.Where(c => db.Reviews.Any(r => r.CycleId == c.Id && r.PersonId == personId && r.Status != ReviewStatus.Complete)).ToListAsync(cancel);
        foreach (var cycle in open) { await SettleAsync(db, cycle, personId, cancel); }
    }
}
