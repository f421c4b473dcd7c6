using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>What people are told of their bookings: rows of the outbox, added inside the decision they tell of.</summary>
public sealed class BookingMails(Outbox outbox, BookingInvites invites, IOptions<SiteOptions> site)
{
    public async Task TellConfirmedAsync(LearningDb db, Session session, Booking booking, Person person, DateTime nowUtc, CancellationToken cancel)
    {
        var by = await ByAsync(db, booking.BookedById, person, cancel);
        foreach (var date in session.Dates.OrderBy(d => d.StartsAtUtc))
        {
            outbox.Add(
                db, nowUtc, To(person), Confirmed(session, date.Period, booking, person, by), $"booking-confirmed:{booking.Id}:{date.Id}",
                invites.First(db, session, date, booking, person, nowUtc), expiresAtUtc: date.EndsAtUtc, session: session);
        }
    }

    public async Task TellWaitingAsync(LearningDb db, Session session, Booking booking, Person person, int position, DateTime nowUtc, CancellationToken cancel)
    {
        var by = await ByAsync(db, booking.BookedById, person, cancel);
        outbox.Add(db, nowUtc, To(person), new BookingWaiting(person.FirstName, Title(session), When(session), Where(session), $"{position}", by, Page(booking)), $"booking-waiting:{booking.Id}", expiresAtUtc: session.StartsAtUtc, session: session);
    }

    /// <summary>After accept, decline or cancel. Whoever leaves the list or turns an offer down by themselves has the page's answer and needs no mail.</summary>
    public async Task TellAnswerAsync(LearningDb db, Session session, Booking booking, BookingStatus before, Person person, Guid callerId, DateTime nowUtc, CancellationToken cancel)
    {
        if (booking.Status == BookingStatus.Confirmed) { await TellConfirmedAsync(db, session, booking, person, nowUtc, cancel); }
        if (booking.Status != BookingStatus.Cancelled) { return; }
        var by = await ByAsync(db, callerId, person, cancel);
        if (before == BookingStatus.Confirmed)
        {
            var entries = await BookingInvites.LiveAsync(db, booking.Id, cancel);
            CancelInvites(db, session, booking, person, entries, await UnsentMails.OfAsync(db, entries.ConvertAll(e => e.Uid), cancel), Mail, "booking-cancelled", nowUtc);
        }
        else if (by is not null)
        {
            outbox.Add(db, nowUtc, To(person), Mail(When(session)), $"booking-cancelled:{booking.Id}", expiresAtUtc: session.EndsAtUtc, session: session);
        }

        BookingCancelled Mail(string when) => new(person.FirstName, Title(session), when, Where(session), by, null, site.Value.Absolute(Links.Programme), Waiting(before));
    }

    /// <summary>Those whom a movement of the list concerns.</summary>
    public void TellTheLine(LearningDb db, Session session, BookingLine line, DateTime nowUtc)
    {
        foreach (var booking in line.Places.Offered)
        {
            var (person, key) = (line.Person(booking), $"place-offered:{booking.Id}:{booking.Offers}");
            TypedMail mail = booking.OfferedToAll
                ? new PlaceOfferedToAll(person.FirstName, Title(session), When(session), Where(session), Page(booking))
                : new PlaceOffered(person.FirstName, Title(session), When(session), Where(session), booking.OfferedUntilUtc!.Value.Words(), Page(booking));
            outbox.Add(db, nowUtc, To(person), mail, key, expiresAtUtc: booking.OfferedUntilUtc, session: session);
            db.Record(nowUtc, null, "place-offered", booking.Id);
        }
        foreach (var booking in line.Places.Outrun)
        {
            var person = line.Person(booking);
            outbox.Add(db, nowUtc, To(person), new OfferGone(person.FirstName, Title(session), When(session), Where(session), $"{line.Position(booking)}", Page(booking)), $"offer-gone:{booking.Id}:{booking.Offers}", expiresAtUtc: session.StartsAtUtc, session: session);
        }
        // Offered again at once because nobody else waits: that mail says all there is to say.
        foreach (var booking in line.Places.Lapsed.Where(b => b.Status == BookingStatus.Waiting))
        {
            var person = line.Person(booking);
            outbox.Add(db, nowUtc, To(person), new OfferLapsed(person.FirstName, Title(session), When(session), Where(session), $"{line.Position(booking)}", Page(booking)), $"offer-lapsed:{booking.Id}:{booking.Offers}", expiresAtUtc: session.StartsAtUtc, session: session);
            db.Record(nowUtc, null, "offer-lapsed", booking.Id);
        }
    }

    /// <summary>Old → new for everybody with a place or in line; each calendar entry is updated once, and entries of dates that fell away leave the calendar.</summary>
    public async Task TellOfChangeAsync(LearningDb db, Session session, SessionChange change, DateTime nowUtc, CancellationToken cancel)
    {
        var (ledger, live) = (await BookingInvites.LedgerAsync(db, session.Id, cancel), await LiveAsync(db, session.Id, cancel));
        var unsent = await UnsentMails.OfAsync(db, [.. ledger.SelectMany(b => b).Select(e => e.Uid), .. live.Select(l => Thread(l.Booking))], cancel);
        var dates = session.Dates.OrderBy(d => d.StartsAtUtc).ToList();
        foreach (var (booking, person) in live)
        {
            if (booking.Status != BookingStatus.Confirmed)
            {
                outbox.AddChange<SessionChanged>(
                    db, nowUtc, unsent, To(person), untold => Changed(session, dates[0], change, booking, person, untold), $"session-changed:{booking.Id}:{session.Version}",
                    thread: new(Thread(booking), session.Version), expiresAtUtc: session.StartsAtUtc, session: session);
                continue;
            }
            var entries = ledger[booking.Id].ToList();
            foreach (var date in dates.Where(d => d.EndsAtUtc > nowUtc && change.Concerns(d)))
            {
                var entry = entries.Find(e => e.OccurrenceId == date.Id);
                var invite = entry is null ? invites.First(db, session, date, booking, person, nowUtc) : invites.Updated(entry, session, date.Period, change.WhenWas(date), person, nowUtc);
                outbox.AddChange<SessionChanged>(
                    db, nowUtc, unsent, To(person), untold => Changed(session, date, change, booking, person, untold),
                    $"session-changed:{booking.Id}:{date.Id}:{session.Version}", invite, first: () => Unchanged(session, date.Period, booking, person), expiresAtUtc: date.EndsAtUtc, session: session);
            }
            foreach (var gone in entries.Where(e => dates.TrueForAll(d => d.Id != e.OccurrenceId)))
            {
                var was = change.Was[gone.OccurrenceId];
                var mail = new DateCancelled(person.FirstName, Title(session), $"{was}", Where(session), Page(booking));
                unsent.Withdraw(gone.Uid);
                outbox.Add(db, nowUtc, To(person), mail, $"date-cancelled:{gone.Id}", invites.Cancelled(gone, session, was, person, nowUtc), session: session);
            }
        }
    }

    /// <returns>How many people with a place, or waiting for one, are told.</returns>
    public async Task<int> TellOfCancellationAsync(LearningDb db, Session session, string? reason, DateTime nowUtc, CancellationToken cancel)
    {
        var (ledger, live) = (await BookingInvites.LedgerAsync(db, session.Id, cancel), await LiveAsync(db, session.Id, cancel));
        var unsent = await UnsentMails.OfAsync(db, [.. ledger.SelectMany(b => b).Select(e => e.Uid), .. live.Select(l => Thread(l.Booking))], cancel);
        foreach (var (booking, person) in live)
        {
            unsent.Withdraw(Thread(booking));
            if (booking.Status == BookingStatus.Confirmed) { CancelInvites(db, session, booking, person, ledger[booking.Id], unsent, Mail, "session-cancelled", nowUtc); }
            else { outbox.Add(db, nowUtc, To(person), Mail(When(session)), $"session-cancelled:{booking.Id}", expiresAtUtc: session.EndsAtUtc, session: session); }

            SessionCancelled Mail(string when) => new(person.FirstName, Title(session), when, Where(session), reason, site.Value.Absolute(Links.Programme), Waiting(booking.Status));
        }
        return live.Count;
    }

    private void CancelInvites(LearningDb db, Session session, Booking booking, Person person, IEnumerable<SentInvite> entries, UnsentMails unsent, Func<string, TypedMail> mail, string purpose, DateTime nowUtc)
    {
        foreach (var entry in entries)
        {
            var period = session.Dates.Single(d => d.Id == entry.OccurrenceId).Period;
            if (period.EndsAtUtc <= nowUtc) { continue; } // that date of a course was held, and stays in the diary
            unsent.Withdraw(entry.Uid);
            outbox.Add(db, nowUtc, To(person), mail($"{period}"), $"{purpose}:{booking.Id}:{entry.OccurrenceId}", invites.Cancelled(entry, session, period, person, nowUtc), session: session);
        }
    }

    private BookingConfirmed Confirmed(Session session, Period period, Booking booking, Person person, string? by) =>
        new(person.FirstName, Title(session), $"{period}", Where(session), session.JoinUrl, by, Page(booking), invites.CircleLink(session));

    // Empty: changed, but there is no old one to show.
    private SessionChanged? Changed(Session session, SessionDate date, SessionChange change, Booking booking, Person person, SessionChanged? untold)
    {
        var isPrivate = session.Visibility == Visibility.Private;
        var told = Unchanged(session, date.Period, booking, person);
        var news = told with
        {
            WasTitle = UnsentMails.Was(untold?.WasTitle, change.Retitled ? (isPrivate ? "" : change.Before.Title) : null, told.SessionTitle),
            WasWhen = UnsentMails.Was(untold?.WasWhen, $"{change.WhenWas(date)}", told.When),
            WasWhere = UnsentMails.Was(untold?.WasWhere, change.Before.Place ?? Occasion.Online, told.Where),
            WasJoinLink = booking.Status == BookingStatus.Confirmed ? UnsentMails.Was(untold?.WasJoinLink, change.Before.JoinUrl ?? "", told.JoinLink ?? "") : null,
        };
        return news == told ? null : news;
    }

    private SessionChanged Unchanged(Session session, Period period, Booking booking, Person person) => new(
        person.FirstName, Title(session), $"{period}", Where(session), booking.Status == BookingStatus.Confirmed ? session.JoinUrl : null, null, null, null, null, Page(booking),
        booking.Status == BookingStatus.Confirmed ? invites.CircleLink(session) : null, Waiting(booking.Status));

    // In line, a place offered or not: only a place puts an entry into a calendar.
    private static string? Waiting(BookingStatus status) => status == BookingStatus.Confirmed ? null : "yes";

    private static string Thread(Booking booking) => $"session-changed:{booking.Id}";

    private static async Task<List<(Booking Booking, Person Person)>> LiveAsync(LearningDb db, Guid sessionId, CancellationToken cancel) =>
        (await (from booking in db.Bookings
                join person in db.People on booking.PersonId equals person.Id
                where booking.SessionId == sessionId && (booking.Status == BookingStatus.Confirmed || booking.Status == BookingStatus.Waiting || booking.Status == BookingStatus.Offered)
                select new { booking, person }).ToListAsync(cancel)).ConvertAll(r => (r.booking, r.person));

    // The name of whoever did it for the person; null when they did it themselves.
    private static async Task<string?> ByAsync(LearningDb db, Guid byId, Person person, CancellationToken cancel) =>
        byId == person.Id ? null : await db.People.Where(p => p.Id == byId).Select(p => p.Name).SingleOrDefaultAsync(cancel);

    private static Recipient To(Person person) => new(person.Name, person.Email, person.Id);

    private static string Title(Session session) => Invite.SummaryFor(session.Title, session.Visibility == Visibility.Private);

    private static string When(Session session) => string.Join("; ", session.Dates.OrderBy(d => d.StartsAtUtc).Select(d => $"{d.Period}"));

    private static string Where(Session session) => session.Place ?? Occasion.Online;

    private string Page(Booking booking) => site.Value.Absolute(Links.Booking(booking.Id));
}
