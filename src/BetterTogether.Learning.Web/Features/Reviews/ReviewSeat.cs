using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>A review within a unit of work, under its lock, and where the caller sits in it.</summary>
/// <param name="Lead">Who leads today; null where nobody does.</param>
/// <param name="StandIns">Whoever stands in for the lead today.</param>
/// <param name="Home">The line manager at home while a host leads; null otherwise.</param>
/// <param name="Side">Null: on neither. Only a door that says so lets such a caller in.</param>
public sealed record ReviewSeat(Review Review, Person Employee, Person? Lead, IReadOnlyCollection<Guid> StandIns, Guid? Home, ReviewSide? Side, Guid CallerId)
{
    /// <summary>
    /// The line manager of whoever leads, where that is a third person. Never the employee's own line manager while somebody else leads: that one reads
    /// nothing. Nor whoever stands in for the lead, or has confirmed in the lead's place: nobody signs what they confirmed themselves.
    /// </summary>
    public Guid? Above => Lead?.ManagerId is { } id && id != Employee.Id && id != Employee.ManagerId && id != Review.ManagerConfirmedById && !StandIns.Contains(id) ? id : null;

    /// <summary>Whether the caller is asked to read what both have confirmed: the outcome, and nothing else.</summary>
    public bool CounterSigns(ReviewOptions options) => options.AsksAbove && Review.IsComplete && Side is null && Above == CallerId;

    /// <summary>Locks the row, so that two who act on a review take turns.</summary>
    public static async Task<ReviewSeat?> TakeAsync(LearningDb db, Guid reviewId, Guid callerId, DateTime nowUtc, CancellationToken cancel)
    {
        await db.Reviews.Where(r => r.Id == reviewId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version), cancel);
        return await db.Reviews.FindAsync([reviewId], cancel) is { } review ? await LookAsync(db, review, callerId, nowUtc, cancel) : null;
    }

    public static async Task<ReviewSeat> LookAsync(LearningDb db, Review review, Guid callerId, DateTime nowUtc, CancellationToken cancel)
    {
        var today = nowUtc.ToLondonDate();
        var employee = await db.People.SingleAsync(p => p.Id == review.PersonId, cancel);
        var posts = await db.Posts.Where(p => p.PersonId == review.PersonId).ToListAsync(cancel);
        var leadId = review.LeadOn(employee, posts, today);
        var home = review.IsMainPost && leadId != employee.ManagerId && posts.Exists(p => p.Kind == PostKind.Secondment && p.IsHeld(today)) ? employee.ManagerId : null;
        var lead = leadId is null ? null : await db.People.SingleOrDefaultAsync(p => p.Id == leadId, cancel);
        List<Guid> standIns = leadId is null ? [] : await PersonAccess.InForce(db.Delegations, today).Where(d => d.ManagerId == leadId).Select(d => d.DelegateId).ToListAsync(cancel);
        return new(review, employee, lead, standIns, home, review.SideOf(callerId, leadId, standIns.Contains(callerId)), callerId);
    }
}
