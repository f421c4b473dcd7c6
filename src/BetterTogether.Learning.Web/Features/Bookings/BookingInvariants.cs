using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>One rule of booking recounted from the rows, and the sessions that break it (ids only).</summary>
public sealed record Invariant(string Name, IReadOnlyList<Guid> BrokenBy);

/// <summary>The product checks itself: what the counters say is recounted from the bookings.</summary>
public sealed class BookingInvariants(IDbContextFactory<LearningDb> contexts, TimeProvider clock)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<Invariant>> AuditAsync(CancellationToken cancel)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // One snapshot for all of them: a booking between two counts would look like a mistake. On SQLite this level alone begins without
        // taking the writer's lock (Microsoft.Data.Sqlite; a snapshot it is all the same): the audit must not hold up bookings.
        await using var transaction = await db.Database.BeginTransactionAsync(db.Database.IsNpgsql() ? System.Data.IsolationLevel.RepeatableRead : System.Data.IsolationLevel.ReadUncommitted, cancel);
        return
        [
            new("Places held do not exceed the places there are", await Broken(db.Sessions.Where(s => s.Held > s.Capacity || s.HeldForAll > s.Held))),
            new("The counters equal the bookings", await Broken(db.Sessions.Where(s =>
                s.Held - s.HeldForAll != db.Bookings.Count(b => b.SessionId == s.Id && (b.Status == BookingStatus.Confirmed || (b.Status == BookingStatus.Offered && !b.OfferedToAll)))
                || s.Waiting != db.Bookings.Count(b => b.SessionId == s.Id && b.Status == BookingStatus.Waiting)
                || s.HeldForAll > db.Bookings.Count(b => b.SessionId == s.Id && b.Status == BookingStatus.Offered && b.OfferedToAll)))),
            new("A person has one live booking on a session at most", await db.Bookings.Where(b => b.Status == BookingStatus.Confirmed || b.Status == BookingStatus.Waiting || b.Status == BookingStatus.Offered)
                .GroupBy(b => new { b.SessionId, b.PersonId }).Where(g => g.Count() > 1).Select(g => g.Key.SessionId).OrderBy(id => id).Take(Most).ToListAsync(cancel)),
            new("Nobody waits while a place is free", await IdleAsync(db, nowUtc, cancel)),
            new("Every confirmed booking has its calendar invites", await Broken(db.Sessions.Where(s => s.Status == SessionStatus.Published && s.StartsAtUtc > nowUtc
                && db.Bookings.Any(b => b.SessionId == s.Id && b.Status == BookingStatus.Confirmed && !db.SentInvites.Any(i => i.SubjectId == b.Id && i.Subject == InviteSubject.Booking))))),
        ];

        Task<List<Guid>> Broken(IQueryable<Session> sessions) => sessions.OrderBy(s => s.Id).Select(s => s.Id).Take(Most).ToListAsync(cancel);
    }

    // Beside those whom the door of its circle is shut to a place may be free.
    private static async Task<List<Guid>> IdleAsync(LearningDb db, DateTime nowUtc, CancellationToken cancel)
    {
        var idle = new List<Guid>();
        foreach (var session in await db.Sessions.AsNoTracking().Where(s => s.Status == SessionStatus.Published && s.StartsAtUtc > nowUtc && s.Waiting > 0 && s.Held < s.Capacity).OrderBy(s => s.Id).ToListAsync(cancel))
        {
            if (session.Kind == SessionKind.Circle && (await BookingLine.LoadAsync(db, session, new OfferPolicy(), nowUtc, cancel)).Places.PassesOverAll) { continue; }
            idle.Add(session.Id);
        }
        return [.. idle.Take(Most)];
    }
}
