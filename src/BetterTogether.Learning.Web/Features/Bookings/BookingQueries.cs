using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>A booking with the session it is for, as its owner sees it.</summary>
public sealed record MyBooking(
    Guid Id, Guid SessionId, BookingStatus Status, int Position, int Ticket, bool Priority, bool OfferedToAll, DateTime? OfferedUntilUtc, DateTime BookedAtUtc,
    SessionKind Kind, SessionStatus SessionStatus, string Title, string? Place, string? JoinUrl, IReadOnlyList<Period> Dates, string? BookedBy, IReadOnlyList<AttendanceState> Attendance)
{
    public BookingView View => new(Id, SessionId, Status, Status == BookingStatus.Waiting ? Position : null, OfferedUntilUtc);
    public bool HasBegun(DateTime nowUtc) => nowUtc >= Dates[0].StartsAtUtc;
    public bool IsOver(DateTime nowUtc) => nowUtc >= Dates[^1].EndsAtUtc;
    public string Where => Place ?? "Online";

    /// <summary>Waits, and could not come into its circle beside those who have a place: places go to the next person meanwhile.</summary>
    public bool PassedOver { get; init; }

    /// <summary>Said why it was given up.</summary>
    public bool GaveReason { get; init; }

    /// <summary>Into the circle; null where there is none to go into.</summary>
    public WayIn? WayIn { get; init; }
}

/// <summary>Another session of the same topic, with a place free.</summary>
public sealed record OtherDate(Guid SessionId, DateTime StartsAtUtc, string Where);

/// <summary>Somebody on a session's list, for those who run it.</summary>
public sealed record Booked(Guid Id, Guid PersonId, string Name, string? Team, BookingStatus Status, int Position, bool Priority, DateTime? OfferedUntilUtc, IReadOnlyList<InviteReply?> Replies);

public sealed class BookingQueries(LearningDb db)
{
    /// <summary>All of a person's bookings of every status, newest session last.</summary>
    public Task<List<MyBooking>> AllAsync(Guid personId, int most, CancellationToken cancel) =>
        ListAsync(db.Bookings.Where(b => b.PersonId == personId), db.Sessions, true, most, cancel);

    /// <summary>What is behind a person, newest first: sessions that are over, and bookings that ended before.</summary>
    public Task<List<MyBooking>> EarlierAsync(Guid personId, DateTime nowUtc, int most, CancellationToken cancel)
    {
        var rows = from b in db.Bookings
                   join s in db.Sessions on b.SessionId equals s.Id
                   where b.PersonId == personId && (s.EndsAtUtc < nowUtc || (b.Status != BookingStatus.Confirmed && b.Status != BookingStatus.Waiting && b.Status != BookingStatus.Offered))
                   select b;
        return ListAsync(rows, db.Sessions, false, most, cancel);
    }

    /// <summary>What a person holds, waits for or is offered, on sessions that are not over.</summary>
    public Task<List<MyBooking>> LiveAsync(Guid personId, DateTime nowUtc, CancellationToken cancel) => ListAsync(
        db.Bookings.Where(b => b.PersonId == personId && (b.Status == BookingStatus.Confirmed || b.Status == BookingStatus.Waiting || b.Status == BookingStatus.Offered)),
        db.Sessions.Where(s => s.EndsAtUtc >= nowUtc), true, 100, cancel);

    /// <summary>One booking of this person; null when it is unknown or somebody else's.</summary>
    public async Task<MyBooking?> OneAsync(Guid personId, Guid bookingId, CancellationToken cancel) =>
        (await ListAsync(db.Bookings.Where(b => b.Id == bookingId && b.PersonId == personId), db.Sessions, true, 1, cancel)).SingleOrDefault();

    /// <summary>Other dates of the same topic that have a place now.</summary>
    public Task<List<OtherDate>> OtherDatesAsync(Guid personId, MyBooking booking, DateTime nowUtc, CancellationToken cancel) =>
        db.Sessions.Where(s => s.Title == booking.Title && s.Id != booking.SessionId && s.Status == SessionStatus.Published && s.Visibility == Visibility.Open && s.StartsAtUtc > nowUtc && s.Waiting == 0 && s.Held < s.Capacity
                && !db.Bookings.Any(b => b.SessionId == s.Id && b.PersonId == personId && (b.Status == BookingStatus.Confirmed || b.Status == BookingStatus.Offered)))
            .OrderBy(s => s.StartsAtUtc).ThenBy(s => s.Id).Take(6).Select(s => new OtherDate(s.Id, s.StartsAtUtc, s.Place ?? "Online")).ToListAsync(cancel);

    /// <summary>Those with a place and those waiting, for the desk or a session's trainers.</summary>
    public async Task<IReadOnlyList<Booked>> OnAsync(Guid sessionId, CancellationToken cancel)
    {
        var rows = await (from booking in db.Bookings
                          join person in db.People on booking.PersonId equals person.Id
                          where booking.SessionId == sessionId && (booking.Status == BookingStatus.Confirmed || booking.Status == BookingStatus.Waiting || booking.Status == BookingStatus.Offered)
                          orderby booking.Priority descending, booking.Ticket, person.Name
                          select new
                          {
                              booking, person.Name, person.Team,
                              Replies = db.SentInvites.Where(i => i.SubjectId == booking.Id && i.Subject == InviteSubject.Booking && i.LastMethod == InviteMethod.Request).Select(i => i.Reply).ToList(),
                          }).AsNoTracking().ToListAsync(cancel);
        var position = 0;
        return rows.ConvertAll(r => new Booked(r.booking.Id, r.booking.PersonId, r.Name, r.Team, r.booking.Status,
            r.booking.Status == BookingStatus.Waiting ? ++position : 0, r.booking.Priority, r.booking.OfferedUntilUtc, r.Replies));
    }

    /// <summary>Active people this manager may book for.</summary>
    public Task<List<PersonOption>> MyPeopleAsync(Guid managerId, CancellationToken cancel) =>
        db.People.Where(p => p.ManagerId == managerId && p.Active).OrderBy(p => p.Name).Select(p => new PersonOption(p.Email, p.Name)).ToListAsync(cancel);

    private async Task<List<MyBooking>> ListAsync(IQueryable<Booking> bookings, IQueryable<Session> sessions, bool ascending, int most, CancellationToken cancel)
    {
        var joined = from b in bookings
                     join s in sessions on b.SessionId equals s.Id
                     select new { b, s };
        joined = ascending ? joined.OrderBy(x => x.s.StartsAtUtc).ThenBy(x => x.b.Id) : joined.OrderByDescending(x => x.s.StartsAtUtc).ThenBy(x => x.b.Id);
        var rows = await joined.Take(most).Select(x => new
        {
            x.b.Id, x.b.SessionId, x.b.Status, x.b.Ticket, x.b.Priority, x.b.OfferedToAll, x.b.OfferedUntilUtc, x.b.BookedAtUtc, GaveReason = x.b.Reason != null,
            x.s.Kind, SessionStatus = x.s.Status, x.s.Title, x.s.Place, x.s.JoinUrl,
            Ahead = x.b.Status != BookingStatus.Waiting ? 0 : db.Bookings.Count(o => o.SessionId == x.b.SessionId && o.Status == BookingStatus.Waiting && (o.Priority == x.b.Priority ? o.Ticket < x.b.Ticket : o.Priority)),
            Dates = x.s.Dates.OrderBy(d => d.StartsAtUtc).Select(d => new { d.StartsAtUtc, d.EndsAtUtc }).ToList(),
            BookedBy = x.b.BookedById == x.b.PersonId ? null : db.People.Where(p => p.Id == x.b.BookedById).Select(p => p.Name).FirstOrDefault(),
            Attendance = db.Attendances.Where(a => a.BookingId == x.b.Id).Select(a => a.State).ToList(),
        }).AsNoTracking().ToListAsync(cancel);
        return rows.ConvertAll(r => new MyBooking(
            r.Id, r.SessionId, r.Status, r.Ahead + 1, r.Ticket, r.Priority, r.OfferedToAll, r.OfferedUntilUtc, r.BookedAtUtc,
            r.Kind, r.SessionStatus, r.Title, r.Place, r.Status == BookingStatus.Confirmed ? r.JoinUrl : null,
            [.. r.Dates.Select(d => new Period(d.StartsAtUtc, d.EndsAtUtc))], r.BookedBy, r.Attendance) { GaveReason = r.GaveReason });
    }
}

public sealed record PersonOption(string Email, string Name);
