using System.Text.RegularExpressions;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace BetterTogether.Learning.Web.Features.Calendars;

/// <summary>
/// Ical.Net 5.2 builds the calendar; three of its habits are mended here: it leaves backslashes in text as they
/// are, it folds between the halves of an emoji, and it quotes a name only where it must.
/// </summary>
public sealed partial class IcalNetFormat : ICalendarFormat
{
    public string Write(Invite invite)
    {
        CalendarParts.DemandPeople(invite);
        var calendar = Empty(invite.Method);
        calendar.Events.Add(Event(invite));
        return Write(calendar);
    }

    public string WriteFeed(string name, IReadOnlyList<Invite> entries)
    {
        var calendar = Empty(InviteMethod.Publish);
        calendar.AddProperty(CalendarParts.FeedName, Text(name));
        var refresh = new CalendarProperty(CalendarParts.RefreshInterval, CalendarParts.EachHour);
        refresh.AddParameter("VALUE", "DURATION");
        calendar.Properties.Add(refresh);
        calendar.AddProperty(CalendarParts.PublishedTtl, CalendarParts.EachHour);
        foreach (var entry in entries) { calendar.Events.Add(Event(entry)); }
        return Write(calendar);
    }

    private static Calendar Empty(InviteMethod method) => new() { ProductId = CalendarParts.ProductId, Scale = "GREGORIAN", Method = method.Wire() };

    private static string Write(Calendar calendar)
    {
        var text = new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("Ical.Net wrote nothing");
        return string.Concat(CalendarText.Unfold(text).Select(QuoteName).Select(CalendarText.Fold));
    }

    private static CalendarEvent Event(Invite invite)
    {
        var it = new CalendarEvent
        {
            Uid = Text(invite.Uid),
            DtStamp = Time(invite.StampUtc),
            Sequence = invite.Sequence,
            DtStart = Time(invite.StartsAtUtc),
            DtEnd = Time(invite.EndsAtUtc),
            Summary = Text(invite.Summary),
            Location = OptionalText(invite.Location),
            Description = OptionalText(invite.Description),
            Status = invite.Status,
            Transparency = TransparencyType.Opaque,
            Class = invite.Class,
        };
        if (invite is { NamesPeople: true, Organiser: { } organiser, Attendee: { } attendee })
        {
            it.Organizer = new Organizer { Value = MailTo(organiser), CommonName = Name(organiser) };
            it.Attendees.Add(new Attendee
            {
                Value = MailTo(attendee),
                CommonName = Name(attendee),
                Role = ParticipationRole.RequiredParticipant,
                ParticipationStatus = EventParticipationStatus.NeedsAction,
                Rsvp = true,
            });
        }

        return it;
    }

    private static CalDateTime Time(DateTime utc) => new(CalendarParts.DemandUtc(utc));

    private static string Text(string text) => CalendarText.Clean(text).Replace("\\", "\\\\", StringComparison.Ordinal);

    private static string? OptionalText(string text) => text.Length > 0 ? Text(text) : null;

    private static string Name(Mailbox somebody) => CalendarText.ParameterText(somebody.Name);

    private static Uri MailTo(Mailbox somebody) => new(CalendarParts.MailTo(somebody.Address));

    private static string QuoteName(string line) => BareName().Replace(line, "${before}\"${name}\"${after}");

    [GeneratedRegex("^(?<before>(ORGANIZER|ATTENDEE);CN=)(?<name>[^\";:,]*)(?<after>[;:])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BareName();
}
