using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>The same topic on another date: one place for another in one decision, so that nobody ends up with neither.</summary>
public sealed class OtherDateService(UnitOfWork work, BookingService bookings, IOptions<BookingOptions> options)
{
    /// <returns>The new booking. A refusal leaves the old one as it was.</returns>
    public async Task<Result<BookingView>> MoveAsync(Guid bookingId, Guid toSessionId, bool confirmClash, Guid callerId, CancellationToken cancel)
    {
        if (await work.SessionOfAsync(bookingId, cancel) is not { } fromId) { return new BookingNotFound(); }
        if (fromId == toSessionId) { return new AlreadyBooked(); }
        return await work.DecideAsync<BookingView>([fromId, toSessionId], async (db, nowUtc) =>
        {
            if (await db.Bookings.SingleOrDefaultAsync(b => b.Id == bookingId && b.PersonId == callerId, cancel) is not { } booking) { return new BookingNotFound(); }
            if (booking.Status != BookingStatus.Confirmed) { return new NothingToMove(); }
            if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == toSessionId, cancel) is not { Status: SessionStatus.Published, Visibility: Visibility.Open } to) { return new SessionNotFound(); }
            if (to.PlacesFree == 0) { return new NoPlaceThere(); }
            var from = await db.Sessions.Include(s => s.Dates).SingleAsync(s => s.Id == fromId, cancel);
            var line = await BookingLine.LoadAsync(db, from, options.Value.Policy, nowUtc, cancel, booking);
            var given = line.Places.Cancel(booking, callerId, reason: null);
            if (given.Refusal is { } begun) { return begun; }
            await bookings.TellAsync(db, from, line, booking, BookingStatus.Confirmed, callerId, nowUtc, cancel);
            db.Record(nowUtc, callerId, "booking-moved", booking.Id, nameof(Booking.SessionId));
            // What is given back must not clash with what takes its place.
            await db.SaveChangesAsync(cancel);
            return await bookings.BookInAsync(db, toSessionId, new BookRequest(callerId, IsDesk: false, confirmClash), [], nowUtc, cancel);
        }, cancel);
    }
}
