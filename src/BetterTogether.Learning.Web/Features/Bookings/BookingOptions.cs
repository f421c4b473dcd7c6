using BetterTogether.Learning.Domain.Bookings;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>Settings <c>Bookings__*</c>.</summary>
public sealed class BookingOptions
{
    /// <summary>How many working hours an offered place is held for one person.</summary>
    public int OfferWorkingHours { get; set; } = 8;

    /// <summary>In this many last working days before a session a freed place is offered to everybody waiting at once.</summary>
    public int OfferToAllDays { get; set; } = 2;

    public OfferPolicy Policy => new(OfferWorkingHours, OfferToAllDays);
}
