using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>Places as counts: one booking costs the same whatever the number of bookings. The rows are recounted by the invariants audit.</summary>
public sealed partial class Session
{
    public int Capacity { get; private set; }
    /// <summary>Confirmed + offers to one person + <see cref="HeldForAll"/>; never above <see cref="Capacity"/> (a CHECK holds it there).</summary>
    public int Held { get; internal set; }
    /// <summary>Places held once for everybody to whom they are offered at the same time.</summary>
    public int HeldForAll { get; internal set; }
    public int Waiting { get; internal set; }
    /// <summary>The last number drawn for the waiting list; numbers are never used again.</summary>
    public int LastTicket { get; private set; }

    /// <summary>Places nobody holds.</summary>
    public int Unheld => Capacity - Held;

    /// <summary>Places a newcomer can have at once: none while anyone is waiting, because a freed place goes to the first in line.</summary>
    public int PlacesFree => Waiting > 0 ? 0 : Unheld;

    /// <summary>A place at once, or one on the waiting list.</summary>
    /// <param name="hasPriority">Gave up an earlier date of this topic for a reason: goes before the tickets.</param>
    public Result<Booking> Book(Guid personId, Guid byId, bool hasPriority, DateTime nowUtc)
    {
        if (Status == SessionStatus.Cancelled) { return new SessionIsCancelled(); }
        if (Status == SessionStatus.Draft) { return new SessionNotFound(); }
        if (HasBegun(nowUtc)) { return new AlreadyBegun(); }
        if (PlacesFree > 0)
        {
            Held++;
            return Booking.Confirmed(Id, personId, byId, nowUtc);
        }
        Waiting++;
        return Booking.OnTheList(Id, personId, byId, ++LastTicket, hasPriority, nowUtc);
    }
}
