using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>What a person has on already, for the rules that look at it. Read inside the decision.</summary>
public static class BookingHistory
{
    /// <param name="isOwn">Booked for somebody else, the title of what they have on is theirs to tell.</param>
    public static Clash? Clash(IEnumerable<Upcoming> mine, IEnumerable<Engagement> alsoBooking, IReadOnlyCollection<Engagement> wanted, bool isOwn) =>
        Clashes.With(mine.Where(m => m.Status == BookingStatus.Confirmed).Select(m => new Engagement(isOwn ? m.Title : "another booking", m.Place, new Period(m.StartsAtUtc, m.EndsAtUtc))).Concat(alsoBooking), wanted);

    /// <summary>Whether the person's last booking of this topic (sessions of the same title) was given up for a reason.</summary>
    public static async Task<bool> HasPriorityAsync(LearningDb db, Guid personId, Session session, CancellationToken cancel)
    {
        var last = await (from booking in db.Bookings
                          join other in db.Sessions on booking.SessionId equals other.Id
                          where booking.PersonId == personId && other.Title == session.Title && other.Id != session.Id
                          orderby booking.BookedAtUtc descending
                          select new { booking.Status, booking.Reason }).FirstOrDefaultAsync(cancel);
        return last is { Status: BookingStatus.Cancelled, Reason: not null };
    }

    public static Task<int> PriorityAheadAsync(LearningDb db, Guid sessionId, CancellationToken cancel) =>
        db.Bookings.CountAsync(b => b.SessionId == sessionId && b.Status == BookingStatus.Waiting && b.Priority, cancel);

    /// <summary>Which session's lock a change of this booking needs.</summary>
    public static async Task<Guid?> SessionOfAsync(this UnitOfWork work, Guid bookingId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.Bookings.Where(b => b.Id == bookingId).Select(b => (Guid?)b.SessionId).SingleOrDefaultAsync(cancel);
    }
}
