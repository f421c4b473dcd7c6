using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>The people waiting for, or offered a place on, one session, and the rules that move them.</summary>
public sealed class BookingLine(PlaceList places, IReadOnlyCollection<Booking> bookings, IReadOnlyDictionary<Guid, Person> people)
{
    public PlaceList Places => places;

    public Person Person(Booking booking) => people[booking.PersonId];

    /// <summary>1 + those waiting ahead.</summary>
    public int Position(Booking booking) => 1 + bookings.Count(b => b.Status == BookingStatus.Waiting && b.Id != booking.Id && IsAhead(b, booking));

    /// <param name="also">A booking of the session that is about to change, whatever its status.</param>
    public static async Task<BookingLine> LoadAsync(LearningDb db, Session session, OfferPolicy policy, DateTime nowUtc, CancellationToken cancel, params Booking[] also)
    {
        var rows = await (from booking in db.Bookings
                          join person in db.People on booking.PersonId equals person.Id
                          where booking.SessionId == session.Id && (booking.Status == BookingStatus.Waiting || booking.Status == BookingStatus.Offered)
                          select new { booking, person }).ToListAsync(cancel);
        var people = rows.Select(r => r.person).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        foreach (var booking in also)
        {
            if (!people.ContainsKey(booking.PersonId)) { people.Add(booking.PersonId, await db.People.SingleAsync(p => p.Id == booking.PersonId, cancel)); }
        }
        var line = rows.ConvertAll(r => r.booking);
        var door = session.Kind == SessionKind.Circle ? (await SessionCircleService.DoorsAsync(db, [session.Id], [.. people.Values], nowUtc, cancel)).GetValueOrDefault(session.Id) : null;
        return new(new PlaceList(session, line, id => people[id].WorkingDays, policy, nowUtc, door), line, people);
    }

    private static bool IsAhead(Booking other, Booking booking) =>
        other.Priority == booking.Priority ? other.Ticket < booking.Ticket : other.Priority;
}
