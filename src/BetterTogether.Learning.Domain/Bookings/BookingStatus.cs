namespace BetterTogether.Learning.Domain.Bookings;

public enum BookingStatus
{
    Confirmed,
    Waiting,
    /// <summary>A place is held for this person until <see cref="Booking.OfferedUntilUtc"/>.</summary>
    Offered,
    Cancelled,
    Declined,
    /// <summary>The session began before a place came up or was taken.</summary>
    Expired,
}

/// <summary>Why somebody cannot come. Optional; counted by team only.</summary>
public enum CancelReason
{
    Court,
    Duty,
    AFamilyNeedsMe,
    Unwell,
}
