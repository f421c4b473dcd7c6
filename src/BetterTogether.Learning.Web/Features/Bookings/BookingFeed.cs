using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>The sessions a person has a place on, date by date, under the UIDs of their invites.</summary>
public sealed class BookingFeed(BookingInvites invites) : IFeedSource
{
    public async Task<IReadOnlyList<FeedEntry>> OfAsync(LearningDb db, Guid personId, DateTime fromUtc, CancellationToken cancel) =>
        (await (from invite in db.SentInvites
                join date in db.SessionDates on invite.OccurrenceId equals date.Id
                join session in db.Sessions on date.SessionId equals session.Id
                where invite.PersonId == personId && invite.Subject == InviteSubject.Booking && invite.LastMethod == InviteMethod.Request
                   && date.EndsAtUtc > fromUtc && session.Status == SessionStatus.Published
                select new { invite, date, session }).AsNoTracking().ToListAsync(cancel))
        .ConvertAll(r => new FeedEntry(r.invite.Uid, r.invite.Sequence, r.invite.LastStampUtc, invites.Occasion(r.session, r.date.Period, r.invite.SubjectId)));
}
