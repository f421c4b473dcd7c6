using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Bookings;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>Somebody on a session's list, and what can be done about it.</summary>
public sealed record PersonOn(ManageSessionModel Page, Booked Person)
{
    public bool HasPlace => Person.Status == BookingStatus.Confirmed;
    public bool MayRelease => !Page.HasBegun;
    public string Release => HasPlace ? "Release this place" : "Take off the list";

    public string? Standing => Person.Status switch
    {
        BookingStatus.Waiting => $"Number {Person.Position} in line",
        BookingStatus.Offered => $"Offered a place until {Person.OfferedUntilUtc!.Value.Words()}",
        _ => null,
    };
}
