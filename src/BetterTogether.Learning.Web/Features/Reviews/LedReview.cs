using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>A review, whose it is, and who leads it on a day: <see cref="Review.LeadOn"/> as the database computes it.</summary>
internal sealed class LedReview
{
    public required Review Review { get; init; }
    public required Person Person { get; init; }
    public Guid? LeadId { get; init; }
}

/// <summary>A complete review that somebody above its lead has not read yet.</summary>
internal sealed class UnreadReview
{
    public required Review Review { get; init; }
    public required Person Employee { get; init; }
    public required Person Lead { get; init; }
}

internal static class LedReviews
{
    /// <summary><see cref="ReviewSeat.Above"/> as the database computes it, for these readers; which of them it is, <c>Lead.ManagerId</c> says.</summary>
    public static IQueryable<UnreadReview> Unread(this LearningDb db, Guid[] readerIds, DateOnly today)
    {
        var standIns = PersonAccess.InForce(db.Delegations, today);
        var leads = db.People.Where(p => p.ManagerId != null && readerIds.Contains(p.ManagerId.Value)).Select(p => p.Id);
        var ids = db.People.Where(p => p.ManagerId != null && leads.Contains(p.ManagerId.Value)).Select(p => p.Id)
            .Union(db.Posts.Where(p => leads.Contains(p.ManagerId)).Select(p => p.PersonId))
            .Union(db.Reviews.Where(r => r.ReviewerId != null && leads.Contains(r.ReviewerId.Value)).Select(r => r.PersonId));
        // Only of people the readers' own people may lead: else the database would first work out who leads each complete review of every year.
        return from led in db.Led(db.Reviews.Where(r => ids.Contains(r.PersonId) && r.CompletedAtUtc != null && r.CounterSignedAtUtc == null), today)
               join lead in db.People on led.LeadId equals lead.Id
               where lead.ManagerId != null && readerIds.Contains(lead.ManagerId.Value) && lead.ManagerId != led.Person.Id && lead.ManagerId != led.Person.ManagerId
                  && lead.ManagerId != led.Review.ManagerConfirmedById && !standIns.Any(d => d.ManagerId == lead.Id && d.DelegateId == lead.ManagerId)
               select new UnreadReview { Review = led.Review, Employee = led.Person, Lead = lead };
    }

    public static IQueryable<LedReview> Led(this LearningDb db, IQueryable<Review> reviews, DateOnly today) =>
        from review in reviews
        join person in db.People on review.PersonId equals person.Id
        select new LedReview
        {
            Review = review,
            Person = person,
            LeadId = review.ReviewerId ?? (review.PostId != review.PersonId
                ? db.Posts.Where(p => p.Id == review.PostId && p.From <= today && (p.Until == null || today <= p.Until)).Select(p => (Guid?)p.ManagerId).FirstOrDefault()
                : db.Posts.Where(p => p.PersonId == person.Id && p.Kind == PostKind.Secondment && p.From <= today && (p.Until == null || today <= p.Until)).Select(p => (Guid?)p.ManagerId).FirstOrDefault() ?? person.ManagerId),
        };
}
