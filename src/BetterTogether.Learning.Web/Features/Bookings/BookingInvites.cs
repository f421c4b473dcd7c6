using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>The calendar side of a booking: one UID for each of its dates, in the ledger for as long as the booking lives.</summary>
public sealed class BookingInvites(InviteService invites, IOptions<SiteOptions> site)
{
    /// <summary>The entries of a booking that calendars still show.</summary>
    public static Task<List<SentInvite>> LiveAsync(LearningDb db, Guid bookingId, CancellationToken cancel) =>
        InviteService.LiveAsync(db, InviteSubject.Booking, bookingId, cancel);

    /// <summary>The same for every booking of a session.</summary>
    public static async Task<ILookup<Guid, SentInvite>> LedgerAsync(LearningDb db, Guid sessionId, CancellationToken cancel) =>
        (await (from invite in db.SentInvites
                join booking in db.Bookings on invite.SubjectId equals booking.Id
                where booking.SessionId == sessionId && invite.Subject == InviteSubject.Booking && invite.LastMethod == InviteMethod.Request
                select invite).ToListAsync(cancel)).ToLookup(i => i.SubjectId);

    public Invite First(LearningDb db, Session session, SessionDate date, Booking booking, Person person, DateTime nowUtc) =>
        invites.First(db, InviteSubject.Booking, booking.Id, date.Id, person, Occasion(session, date.Period, booking.Id), nowUtc);

    public Invite Updated(SentInvite entry, Session session, Period period, Period was, Person person, DateTime nowUtc) =>
        invites.Updated(entry, person, Occasion(session, period, entry.SubjectId), was, nowUtc);

    public Invite Cancelled(SentInvite entry, Session session, Period period, Person person, DateTime nowUtc) =>
        invites.Cancelled(entry, person, Occasion(session, period, entry.SubjectId), nowUtc);

    /// <summary>What a calendar says of one date of somebody's booking.</summary>
    public Occasion Occasion(Session session, Period period, Guid bookingId) =>
        session.Occasion(period, CircleLink(session), $"See or cancel your booking: {site.Value.Absolute(Links.Booking(bookingId))}");

    /// <returns>The way into the circle of a session that is an open one; else null.</returns>
    public string? CircleLink(Session session) => session.Kind.IsOpenCircle(session.Visibility) ? site.Value.Absolute(Links.SessionCircle(session.Id)) : null;
}
