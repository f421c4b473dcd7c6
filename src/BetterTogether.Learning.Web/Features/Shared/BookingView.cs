using BetterTogether.Learning.Domain.Bookings;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>A booking as its owner sees it, in the API and as the first answer kept for a retry.</summary>
/// <param name="Position">1 + those waiting ahead; only while waiting.</param>
/// <param name="OfferUntilUtc">Until when the offered place is held.</param>
public sealed record BookingView(Guid Id, Guid SessionId, BookingStatus Status, int? Position = null, DateTime? OfferUntilUtc = null)
{
    public static BookingView From(Booking booking, int? position = null) =>
        new(booking.Id, booking.SessionId, booking.Status, booking.Status == BookingStatus.Waiting ? position : null, booking.OfferedUntilUtc);
}
