using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Bookings;

/// <summary>A person's claim on a session: one state machine for the booking, the offer and the place in the queue.</summary>
public sealed class Booking
{
    private Booking() { }

    public Guid Id { get; private set; }
    public Guid SessionId { get; private set; }
    public Guid PersonId { get; private set; }
    public BookingStatus Status { get; private set; }
    /// <summary>The number drawn on joining the waiting list, never changed; 0 for a place given at once.</summary>
    public int Ticket { get; private set; }
    public bool Priority { get; private set; }
    public DateTime BookedAtUtc { get; private set; }
    public Guid BookedById { get; private set; }
    /// <summary>Since when the place is theirs; null for those who waited and never had one.</summary>
    public DateTime? ConfirmedAtUtc { get; private set; }
    public DateTime? OfferedUntilUtc { get; private set; }
    /// <summary>The place is offered to everybody waiting; the first yes has it.</summary>
    public bool OfferedToAll { get; private set; }
    /// <summary>How many offers were made so far: the occurrence of an offer's mail.</summary>
    public int Offers { get; private set; }
    public DateTime? EndedAtUtc { get; private set; }
    public Guid? EndedById { get; private set; }
    public CancelReason? Reason { get; private set; }

    public bool IsLive => Status is BookingStatus.Confirmed or BookingStatus.Waiting or BookingStatus.Offered;

    internal static Booking Confirmed(Guid sessionId, Guid personId, Guid byId, DateTime nowUtc) => New(BookingStatus.Confirmed, sessionId, personId, byId, nowUtc);

    internal static Booking OnTheList(Guid sessionId, Guid personId, Guid byId, int ticket, bool priority, DateTime nowUtc)
    {
        var booking = New(BookingStatus.Waiting, sessionId, personId, byId, nowUtc);
        (booking.Ticket, booking.Priority) = (ticket, priority);
        return booking;
    }

    internal void Offer(DateTime untilUtc, bool toAll) =>
        (Status, OfferedUntilUtc, OfferedToAll, Offers) = (BookingStatus.Offered, untilUtc, toAll, Offers + 1);

    internal void HoldUntil(DateTime untilUtc) => OfferedUntilUtc = untilUtc;

    internal void BackToTheList() => (Status, OfferedUntilUtc, OfferedToAll) = (BookingStatus.Waiting, null, false);

    internal void Confirm(DateTime nowUtc) => (Status, OfferedUntilUtc, OfferedToAll, ConfirmedAtUtc) = (BookingStatus.Confirmed, null, false, nowUtc);

    internal void End(BookingStatus how, Guid? byId, CancelReason? reason, DateTime nowUtc) =>
        (Status, OfferedUntilUtc, OfferedToAll, EndedById, Reason, EndedAtUtc) = (how, null, false, byId, reason, nowUtc);

    private static Booking New(BookingStatus status, Guid sessionId, Guid personId, Guid byId, DateTime nowUtc) =>
        new() { Id = Ids.New(nowUtc), SessionId = sessionId, PersonId = personId, BookedById = byId, Status = status, BookedAtUtc = nowUtc, ConfirmedAtUtc = status == BookingStatus.Confirmed ? nowUtc : null };
}
