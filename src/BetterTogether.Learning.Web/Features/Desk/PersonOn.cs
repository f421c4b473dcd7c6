using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Bookings;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>Somebody on a session's list, and what can be done about it.</summary>
public sealed record PersonOn(ManageSessionModel Page, Booked Person)
{
    public bool HasPlace => Person.Status == BookingStatus.Confirmed;
    public bool MayRelease => !Page.HasBegun;
    public string Release => HasPlace ? "Release this place" : "Take off the list";

    /// <summary>What their calendar answered; null while it is silent.</summary>
    public string? Reply => Person.Replies.OfType<InviteReply>().ToList() switch
    {
        [] => null,
        var said when said.Contains(InviteReply.Declined) => Person.Replies.Count == 1 ? "Declined in their calendar" : $"Declined {said.Count(r => r == InviteReply.Declined)} of {Person.Replies.Count} dates in their calendar",
        var said when said.Contains(InviteReply.Tentative) => "Not sure yet, says their calendar",
        var said => said.Count == Person.Replies.Count ? "Accepted in their calendar" : $"Accepted {said.Count} of {Person.Replies.Count} dates in their calendar",
    };

    public string? Standing => Person.Status switch
    {
        BookingStatus.Waiting => $"Number {Person.Position} in line",
        BookingStatus.Offered => $"Offered a place until {Person.OfferedUntilUtc!.Value.Words()}",
        _ => null,
    };
}
