using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>Whoever leaves gives back what they have booked ahead: each place goes to the next in line in the same decision. What was attended stays on record.</summary>
public sealed class LeaverService(UnitOfWork work, BookingService bookings, BookingReads reads, IOptions<BookingOptions> options, TimeProvider clock)
{
    /// <summary>The sessions ahead that somebody has booked or waits for: their locks come before the decision that lets the person go.</summary>
    public async Task<List<Guid>> AheadOfAsync(Guid personId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await Ahead(db, personId, clock.GetUtcNow().UtcDateTime).Select(b => b.SessionId).ToListAsync(cancel);
    }

    /// <summary>What somebody still has who is not here any more: their last day has passed, or they booked in the moment in which they were let go.</summary>
    public async Task<Result<bool>> GiveBackAsync(Guid personId, CancellationToken cancel)
    {
        var sessionIds = await AheadOfAsync(personId, cancel);
        return await work.DecideAsync<bool>(sessionIds, async (db, nowUtc) =>
        {
            if (await reads.PersonAsync(db, personId, cancel) is not { } person || person.IsHere(nowUtc)) { return false; }
            await LetGoAsync(db, person, sessionIds, personId, nowUtc, cancel);
            return true;
        }, cancel);
    }

    /// <summary>Part of a decision that holds the locks of these sessions.</summary>
    internal async Task LetGoAsync(LearningDb db, Person person, IReadOnlyCollection<Guid> sessionIds, Guid byId, DateTime nowUtc, CancellationToken cancel)
    {
        foreach (var booking in await Ahead(db, person.Id, nowUtc).Where(b => sessionIds.Contains(b.SessionId)).ToListAsync(cancel))
        {
            var session = (await reads.SessionAsync(db, booking.SessionId, cancel))!;
            var before = booking.Status;
            var line = await BookingLine.LoadAsync(db, session, options.Value.Policy, nowUtc, cancel, booking);
            line.Places.Cancel(booking, byId, reason: null);
            db.Record(nowUtc, byId == person.Id ? null : byId, "booking-given-back", booking.Id, nameof(Booking.Status));
            await bookings.TellAsync(db, session, line, booking, before, byId, nowUtc, cancel);
        }
    }

    /// <summary>Who has left, and still has something ahead.</summary>
    internal static IQueryable<Guid> Left(LearningDb db, DateTime nowUtc)
    {
        var today = nowUtc.ToLondonDate();
        return from person in db.People
               where (!person.Active || person.LastDay < today) && Live(db, nowUtc).Any(b => b.PersonId == person.Id)
               select person.Id;
    }

    private static IQueryable<Booking> Ahead(LearningDb db, Guid personId, DateTime nowUtc) => Live(db, nowUtc).Where(b => b.PersonId == personId).OrderBy(b => b.Id);

    private static IQueryable<Booking> Live(LearningDb db, DateTime nowUtc) =>
        from booking in db.Bookings
        join session in db.Sessions on booking.SessionId equals session.Id
        where session.StartsAtUtc > nowUtc && (booking.Status == BookingStatus.Confirmed || booking.Status == BookingStatus.Waiting || booking.Status == BookingStatus.Offered)
        select booking;
}
