using System.Text.Encodings.Web;
using BetterTogether.Learning.Domain.Bookings;
using Microsoft.AspNetCore.Html;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>How its viewer stands with a session, or the one thing to do about it.</summary>
public sealed record SessionAction(SessionCard Card) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Card.My switch
    {
        { Status: BookingStatus.Confirmed } => """<p class="bt-status bt-status--yours">You have a place</p>""",
        { Status: BookingStatus.Waiting, Position: var position } => $"""<p class="bt-status bt-status--waiting">You are number {position} on the list</p>""",
        { Status: BookingStatus.Offered } my => Link("bt-button", Links.Booking(my.Id), "Answer the offer", encoder),
        _ when Card.PlacesFree > 0 => Link("bt-button", Card.Href, "Book", encoder),
        _ => Link("bt-button bt-button--quiet", Card.Href, "Join the waiting list", encoder),
    });

    private string Link(string css, string href, string text, HtmlEncoder encoder) =>
        $"""<a class="{css}" href="{encoder.Encode(href)}">{text}<span class="govuk-visually-hidden">: {encoder.Encode(Card.Title)}</span></a>""";
}
