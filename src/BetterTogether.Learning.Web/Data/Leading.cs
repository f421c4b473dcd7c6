using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data;

/// <summary><see cref="PersonAccess"/> over the tables.</summary>
public static class Leading
{
    /// <param name="today">A London day.</param>
    public static IQueryable<Person> LedBy(this LearningDb db, Guid callerId, DateOnly today) => PersonAccess.LedBy(db.People, db.Posts, db.Delegations, callerId, today);

    /// <summary>As <see cref="LedBy"/>, without those the caller only stands in for.</summary>
    public static IQueryable<Person> ManagedBy(this LearningDb db, Guid callerId, DateOnly today) => PersonAccess.LedBy(db.People, db.Posts, db.Delegations.Where(_ => false), callerId, today);

    public static Task<bool> LeadsAsync(this LearningDb db, Guid callerId, Guid personId, DateTime nowUtc, CancellationToken cancel) =>
        db.LedBy(callerId, nowUtc.ToLondonDate()).AnyAsync(p => p.Id == personId, cancel);

    /// <summary>Those of the people who are away on a London day: no mail but about what they booked while away.</summary>
    public static IQueryable<Guid> AwayOn(this LearningDb db, DateOnly today) =>
        db.AwayPeriods.Where(a => a.From <= today && (a.Until == null || today <= a.Until)).Select(a => a.PersonId);
}
