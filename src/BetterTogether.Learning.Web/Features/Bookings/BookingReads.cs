using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>
/// What every booking reads under the lock. Translated once: when two hundred people press at nine, putting a query together costs more than running it.
/// Threading: a compiled query may be run by any number at once. One instance a model, so a field and not a static.
/// </summary>
public sealed class BookingReads
{
    private readonly Func<LearningDb, Guid, CancellationToken, Task<Session?>> session = EF.CompileAsyncQuery((LearningDb db, Guid id, CancellationToken _) =>
        db.Sessions.Include(s => s.Dates).SingleOrDefault(s => s.Id == id));

    private readonly Func<LearningDb, Guid, CancellationToken, Task<Person?>> person = EF.CompileAsyncQuery((LearningDb db, Guid id, CancellationToken _) =>
        db.People.SingleOrDefault(p => p.Id == id));

    private readonly Func<LearningDb, Guid, DateTime, IAsyncEnumerable<Upcoming>> upcoming = EF.CompileAsyncQuery((LearningDb db, Guid personId, DateTime nowUtc) =>
        from booking in db.Bookings
        join session in db.Sessions on booking.SessionId equals session.Id
        join date in db.SessionDates on session.Id equals date.SessionId
        where booking.PersonId == personId && session.EndsAtUtc > nowUtc
           && (booking.Status == BookingStatus.Confirmed || booking.Status == BookingStatus.Waiting || booking.Status == BookingStatus.Offered)
        orderby session.StartsAtUtc, booking.Id, date.StartsAtUtc
        select new Upcoming(booking.Id, session.Id, booking.Status, booking.OfferedToAll, booking.OfferedUntilUtc, session.Title, session.Place, date.StartsAtUtc, date.EndsAtUtc));

    // However much somebody has booked, what is read of it is what a decision needs.
    private readonly Func<LearningDb, Guid, Guid, DateTime, DateTime, DateTime, IAsyncEnumerable<Upcoming>> around = EF.CompileAsyncQuery((LearningDb db, Guid personId, Guid sessionId, DateTime fromUtc, DateTime untilUtc, DateTime nowUtc) =>
        from booking in db.Bookings
        join session in db.Sessions on booking.SessionId equals session.Id
        join date in db.SessionDates on session.Id equals date.SessionId
        where booking.PersonId == personId && session.EndsAtUtc > nowUtc && (booking.Status == BookingStatus.Confirmed || booking.Status == BookingStatus.Waiting || booking.Status == BookingStatus.Offered)
           && (booking.SessionId == sessionId || (session.StartsAtUtc < untilUtc && session.EndsAtUtc > fromUtc && date.StartsAtUtc < untilUtc && date.EndsAtUtc > fromUtc))
        select new Upcoming(booking.Id, session.Id, booking.Status, booking.OfferedToAll, booking.OfferedUntilUtc, session.Title, session.Place, date.StartsAtUtc, date.EndsAtUtc));

    /// <summary>The session with its dates.</summary>
    public Task<Session?> SessionAsync(LearningDb db, Guid id, CancellationToken cancel) => session(db, id, cancel);

    public Task<Person?> PersonAsync(LearningDb db, Guid id, CancellationToken cancel) => person(db, id, cancel);

    /// <summary>The live bookings of a person on sessions that are not over, one line a date, the next first.</summary>
    public async Task<List<Upcoming>> UpcomingAsync(LearningDb db, Guid personId, DateTime nowUtc, CancellationToken cancel) => await upcoming(db, personId, nowUtc).ToListAsync(cancel);

    /// <summary>Of <see cref="UpcomingAsync"/> those of this session, and of any that could be in its way.</summary>
    public async Task<List<Upcoming>> AroundAsync(LearningDb db, Guid personId, Session session, DateTime nowUtc, CancellationToken cancel) =>
        await around(db, personId, session.Id, session.StartsAtUtc - Clashes.Travel, session.EndsAtUtc + Clashes.Travel, nowUtc).ToListAsync(cancel);
}

/// <summary>One date of a live booking.</summary>
public sealed record Upcoming(Guid BookingId, Guid SessionId, BookingStatus Status, bool OfferedToAll, DateTime? OfferedUntilUtc, string Title, string? Place, DateTime StartsAtUtc, DateTime EndsAtUtc);
