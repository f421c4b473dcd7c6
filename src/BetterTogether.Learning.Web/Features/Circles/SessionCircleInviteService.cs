using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>
/// A session that is a circle, in the calendars of those who have no booking of it: its trainers, and whoever has a seat in its circle by
/// the plan alone. Each date has an entry of its own, as in a booking. Every call is part of the decision it tells of.
/// </summary>
public sealed class SessionCircleInviteService(InviteService invites, Outbox outbox, IOptions<SiteOptions> site)
{
    /// <summary>Its circle is planned anew.</summary>
    /// <param name="seats">Those of the circle now.</param>
    internal async Task TellAsync(LearningDb db, Guid sessionId, IReadOnlyList<StoredSeat> seats, DateTime nowUtc, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Dates).Include(s => s.Trainers).AsSplitQuery().SingleAsync(s => s.Id == sessionId, cancel);
        if (session.Status == SessionStatus.Published) { await TellAsync(db, session, null, seats, nowUtc, cancel); }
    }

    /// <summary>Invites who has no entry yet, tells the others what has changed, and takes it out of the calendars of those who are in it no longer.</summary>
    /// <param name="session">With its dates and trainers.</param>
    /// <param name="change">Null where the session is as it was.</param>
    internal async Task TellAsync(LearningDb db, Session session, SessionChange? change, DateTime nowUtc, CancellationToken cancel)
    {
        if (session.Status != SessionStatus.Published || (session.Kind != SessionKind.Circle && change?.Before.Kind != SessionKind.Circle)) { return; }
        var seats = await db.CircleSeats.AsNoTracking().Where(seat => db.Circles.Any(c => c.Id == seat.CircleId && c.SessionId == session.Id)).ToListAsync(cancel);
        await TellAsync(db, session, change, seats, nowUtc, cancel);
    }

    /// <summary>It does not take place. What was held stays in the diaries.</summary>
    internal async Task CallOffAsync(LearningDb db, Session session, string? reason, DateTime nowUtc, CancellationToken cancel)
    {
        var entries = await InviteService.LiveAsync(db, InviteSubject.Session, session.Id, cancel);
        var (people, unsent) = (await PeopleAsync(db, entries.ConvertAll(e => e.PersonId), cancel), await UnsentMails.OfAsync(db, entries.ConvertAll(e => e.Uid), cancel));
        foreach (var (entry, period) in AtDates(session, entries, nowUtc)) { TakeOut(db, session, entry, period, people[entry.PersonId], unsent, goesOn: false, reason, nowUtc); }
    }

    /// <param name="seats">Those of its circle.</param>
    internal async Task TellAsync(LearningDb db, Session session, SessionChange? change, IReadOnlyList<StoredSeat> seats, DateTime nowUtc, CancellationToken cancel)
    {
        var invited = await InvitedAsync(db, session, seats, cancel);
        var entries = await InviteService.LiveAsync(db, InviteSubject.Session, session.Id, cancel);
        var (people, unsent) = (await PeopleAsync(db, [.. invited, .. entries.Select(e => e.PersonId)], cancel), await UnsentMails.OfAsync(db, entries.ConvertAll(e => e.Uid), cancel));
        var dates = session.Dates.OrderBy(d => d.StartsAtUtc).ToList();
        invited.RemoveWhere(id => !people[id].IsHere(nowUtc));
        foreach (var person in invited.Select(id => people[id]))
        {
            foreach (var date in dates.Where(d => d.EndsAtUtc > nowUtc))
            {
                var entry = entries.Find(e => e.PersonId == person.Id && e.OccurrenceId == date.Id);
                if (entry is null) { Invite(db, session, date, person, nowUtc); }
                else if (change?.Concerns(date) == true) { Update(db, session, date, change, entry, person, unsent, nowUtc); }
            }
        }
        foreach (var theirs in entries.GroupBy(e => e.PersonId))
        {
            foreach (var entry in theirs.Where(e => dates.TrueForAll(d => d.Id != e.OccurrenceId))) { TakeOut(db, session, entry, change!.Was[entry.OccurrenceId], people[theirs.Key], unsent, goesOn: false, null, nowUtc); }
            if (invited.Contains(theirs.Key)) { continue; }
            foreach (var (entry, period) in AtDates(session, theirs, nowUtc)) { TakeOut(db, session, entry, period, people[theirs.Key], unsent, goesOn: true, null, nowUtc); }
        }
    }

    /// <summary>The entries of dates that are still to be held. (An entry whose date was taken out of the session went with it, past or not.)</summary>
    private static IEnumerable<(SentInvite Entry, Period Period)> AtDates(Session session, IEnumerable<SentInvite> entries, DateTime nowUtc) =>
        from entry in entries
        join date in session.Dates on entry.OccurrenceId equals date.Id
        where date.EndsAtUtc > nowUtc
        select (entry, date.Period);

    // Whoever has a place is invited by the booking.
    private static async Task<HashSet<Guid>> InvitedAsync(LearningDb db, Session session, IReadOnlyList<StoredSeat> seats, CancellationToken cancel)
    {
        if (session.Kind != SessionKind.Circle) { return []; }
        var seated = seats.Select(s => s.PersonId).Where(id => !session.IsTrainedBy(id)).ToList();
        var placed = seated.Count == 0 ? [] : await db.Bookings.Where(b => b.SessionId == session.Id && b.Status == BookingStatus.Confirmed && seated.Contains(b.PersonId)).Select(b => b.PersonId).ToListAsync(cancel);
        return [.. session.Trainers.Select(t => t.PersonId), .. seated.Except(placed)];
    }

    private void Invite(LearningDb db, Session session, SessionDate date, Person person, DateTime nowUtc)
    {
        var occasion = About(session, date.Period, person.Id);
        var invite = invites.First(db, InviteSubject.Session, session.Id, date.Id, person, occasion, nowUtc);
        var mail = new CircleSessionPlanned(
            person.FirstName, occasion.Summary, $"{date.Period}", occasion.Location, session.IsTrainedBy(person.Id) ? "yes" : null, session.JoinUrl, WayIn(session), Page(session, person.Id));
        outbox.Add(db, nowUtc, To(person), mail, $"circle-session-planned:{invite.Uid}", invite, expiresAtUtc: date.EndsAtUtc, session: session);
    }

    private void Update(LearningDb db, Session session, SessionDate date, SessionChange change, SentInvite entry, Person person, UnsentMails unsent, DateTime nowUtc)
    {
        var occasion = About(session, date.Period, person.Id);
        var before = change.Before;
        var invite = invites.Updated(entry, person, occasion, change.WhenWas(date), nowUtc);
        outbox.AddChange<CircleSessionChanged>(
            db, nowUtc, unsent, To(person), Changed, $"circle-session-changed:{invite.Uid}:{invite.Sequence}", invite, expiresAtUtc: date.EndsAtUtc, session: session);

        CircleSessionChanged? Changed(CircleSessionChanged? untold)
        {
            var told = new CircleSessionChanged(
                person.FirstName, occasion.Summary, $"{date.Period}", occasion.Location, session.JoinUrl, null, null, null, null, WayIn(session), Page(session, person.Id));
            var news = told with
            {
                WasTitle = UnsentMails.Was(untold?.WasTitle, change.Retitled ? (occasion.Private ? "" : before.Title) : null, told.SessionTitle),
                WasWhen = UnsentMails.Was(untold?.WasWhen, $"{change.WhenWas(date)}", told.When),
                WasWhere = UnsentMails.Was(untold?.WasWhere, before.Place ?? Occasion.Online, told.Where),
                WasJoinLink = UnsentMails.Was(untold?.WasJoinLink, before.JoinUrl ?? "", told.JoinLink ?? ""),
            };
            return news == told ? null : news;
        }
    }

    private void TakeOut(LearningDb db, Session session, SentInvite entry, Period period, Person person, UnsentMails unsent, bool goesOn, string? reason, DateTime nowUtc)
    {
        unsent.Withdraw(entry.Uid);
        var occasion = About(session, period, person.Id);
        var invite = invites.Cancelled(entry, person, occasion, nowUtc);
        var mail = new CircleSessionOff(person.FirstName, occasion.Summary, $"{period}", occasion.Location, goesOn ? "yes" : null, reason, site.Value.Absolute(Links.MyBookings));
        outbox.Add(db, nowUtc, To(person), mail, $"circle-session-off:{entry.Uid}", invite, expiresAtUtc: period.EndsAtUtc, session: session);
    }

    /// <summary>What a calendar says of it.</summary>
    internal Occasion About(Session session, Period period, Guid personId) => session.Occasion(period, WayIn(session), $"See it: {Page(session, personId)}");

    private string? WayIn(Session session) => session.Kind.IsOpenCircle(session.Visibility) ? site.Value.Absolute(Links.SessionCircle(session.Id)) : null;

    private string Page(Session session, Guid personId) => site.Value.Absolute(session.IsTrainedBy(personId) ? Links.Session(session.Id) : Links.MyBookings);

    private static Recipient To(Person person) => new(person.Name, person.Email, person.Id);

    private static Task<Dictionary<Guid, Person>> PeopleAsync(LearningDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
}
