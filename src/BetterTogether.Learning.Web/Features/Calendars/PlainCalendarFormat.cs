using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Features.Calendars;

/// <summary>Our own RFC 5545 writer: serves wherever the package feed has no Ical.Net.</summary>
public sealed class PlainCalendarFormat : ICalendarFormat
{
    public string Write(Invite invite)
    {
        CalendarParts.DemandPeople(invite);
        return Calendar(invite.Method, [], [invite]);
    }

    public string WriteFeed(string name, IReadOnlyList<Invite> entries) => Calendar(
        InviteMethod.Publish,
        [
            $"{CalendarParts.FeedName}:{CalendarText.Escape(name)}",
            $"{CalendarParts.RefreshInterval};VALUE=DURATION:{CalendarParts.EachHour}",
            $"{CalendarParts.PublishedTtl}:{CalendarParts.EachHour}",
        ],
        entries);

    private static string Calendar(InviteMethod method, IEnumerable<string> properties, IEnumerable<Invite> entries) => string.Concat(
        ((IEnumerable<string>)
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:" + CalendarParts.ProductId,
            "CALSCALE:GREGORIAN",
            "METHOD:" + method.Wire(),
            .. properties,
            .. entries.SelectMany(Event),
            "END:VCALENDAR",
        ]).Select(CalendarText.Fold));

    private static IEnumerable<string> Event(Invite invite)
    {
        yield return "BEGIN:VEVENT";
        yield return "UID:" + CalendarText.Escape(invite.Uid);
        yield return "DTSTAMP:" + CalendarParts.Utc(invite.StampUtc);
        yield return $"SEQUENCE:{invite.Sequence}";
        yield return "DTSTART:" + CalendarParts.Utc(invite.StartsAtUtc);
        yield return "DTEND:" + CalendarParts.Utc(invite.EndsAtUtc);
        yield return "SUMMARY:" + CalendarText.Escape(invite.Summary);
        if (invite.Location.Length > 0)
        {
            yield return "LOCATION:" + CalendarText.Escape(invite.Location);
        }

        if (invite.Description.Length > 0)
        {
            yield return "DESCRIPTION:" + CalendarText.Escape(invite.Description);
        }

        yield return "STATUS:" + invite.Status;
        yield return "TRANSP:OPAQUE";
        yield return "CLASS:" + invite.Class;
        if (invite is { NamesPeople: true, Organiser: { } organiser, Attendee: { } attendee })
        {
            yield return $"ORGANIZER;{Name(organiser)}:{CalendarParts.MailTo(organiser.Address)}";
            yield return $"ATTENDEE;{Name(attendee)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:{CalendarParts.MailTo(attendee.Address)}";
        }

        yield return "END:VEVENT";
    }

    private static string Name(Mailbox somebody) => "CN=" + CalendarText.Quote(somebody.Name);
}
