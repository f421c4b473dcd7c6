using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>The calendar side of a booking: one UID for each of its dates, in the ledger for as long as the booking lives.</summary>
public sealed class BookingInvites(IOptions<MailOptions> mail, IOptions<SiteOptions> site)
{
    /// <summary>First invites for a booking that has just been confirmed.</summary>
    public IReadOnlyList<(SessionDate Date, Invite Invite)> First(LearningDb db, Session session, Booking booking, Person person, DateTime nowUtc) =>
        [.. session.Dates.OrderBy(d => d.StartsAtUtc).Select(date => (date, FirstOf(db, session, date, booking, person, nowUtc)))];

    /// <summary>The ledger rows of a booking that calendars still show.</summary>
    public static Task<List<SentInvite>> LiveAsync(LearningDb db, Guid bookingId, CancellationToken cancel) =>
        db.SentInvites.Where(i => i.BookingId == bookingId && i.LastMethod == InviteMethod.Request).ToListAsync(cancel);

    public Invite FirstOf(LearningDb db, Session session, SessionDate date, Booking booking, Person person, DateTime nowUtc)
    {
        var entry = SentInvite.First(booking.Id, person.Id, date.Id, nowUtc);
        db.Add(entry);
        return Of(entry, session, date.Period, booking, person);
    }

    public Invite Updated(SentInvite entry, Session session, Period period, Booking booking, Person person, DateTime nowUtc)
    {
        entry.Updated(nowUtc);
        return Of(entry, session, period, booking, person);
    }

    public Invite Cancelled(SentInvite entry, Session session, Period period, Booking booking, Person person, DateTime nowUtc)
    {
        entry.Cancelled(nowUtc);
        return Of(entry, session, period, booking, person);
    }

    private Invite Of(SentInvite entry, Session session, Period period, Booking booking, Person person)
    {
        var isPrivate = session.Visibility == Visibility.Private;
        return new Invite(
            entry.Uid, entry.Sequence, entry.LastMethod, entry.LastStampUtc, period.StartsAtUtc, period.EndsAtUtc,
            Invite.SummaryFor(session.Title, isPrivate), session.Place ?? "Online", Description(session, booking, isPrivate),
            mail.Value.Sender, new Mailbox(person.Name, person.Email), isPrivate);
    }

    private string Description(Session session, Booking booking, bool isPrivate) => string.Join("\n", new[]
    {
        isPrivate ? null : session.Description,
        session.JoinUrl is { } link ? $"Join online: {link}" : null,
        $"See or cancel your booking: {site.Value.Absolute(Links.Booking(booking.Id))}",
    }.OfType<string>());
}
